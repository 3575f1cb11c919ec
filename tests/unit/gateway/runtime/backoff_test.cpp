// How waits grow before something is tried again.
#include "gateway/runtime/backoff.hpp"

#include <gtest/gtest.h>

#include <set>

namespace duanwen {
namespace {

using namespace std::chrono_literals;

TEST(backoff, doubles_up_to_its_maximum_and_begins_again_after_a_bind) {
  backoff waits(200ms, 1000ms);
  const std::uint64_t most = 1u << 30;  // any random number: the wait stays within half a step and a step
  for (const auto step : {200ms, 400ms, 800ms, 1000ms, 1000ms}) {
    const auto wait = waits.next(most);
    EXPECT_GE(wait, step / 2);
    EXPECT_LE(wait, step);
  }
  waits.reset();
  EXPECT_LE(waits.next(most), 200ms);
  EXPECT_GE(waits.longest(most), 500ms);
}

TEST(backoff, links_that_fall_together_do_not_come_back_together) {
  std::set<std::chrono::milliseconds> waits;
  for (std::uint64_t random = 0; random < 100; ++random) waits.insert(backoff(200ms, 30s).next(random));
  EXPECT_GT(waits.size(), 50u);
}

}  // namespace
}  // namespace duanwen
