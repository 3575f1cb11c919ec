// How long a refused reply waits until it is sent anew.
#include <gtest/gtest.h>

#include "gateway/replies/outbound_job.hpp"

namespace duanwen {
namespace {

using namespace std::chrono_literals;

TEST(retries, grow_and_are_capped) {
  outbox_settings settings;
  settings.retry_first = 1s;
  settings.retry_max = 300s;
  const auto later = smpp::outcome_class::retry;
  EXPECT_EQ(retry_delay(later, 1, settings), 1s);
  EXPECT_EQ(retry_delay(later, 4, settings), 8s);
  EXPECT_EQ(retry_delay(later, 1000, settings), 300s);
}

TEST(retries, come_at_once_where_the_link_fell_but_not_again_and_again) {
  const outbox_settings settings;
  const auto again = smpp::outcome_class::again;
  EXPECT_EQ(retry_delay(again, 1, settings), 0s);
  EXPECT_EQ(retry_delay(again, 2, settings), 1s);
  EXPECT_EQ(retry_delay(again, 5, settings), 8s);
}

}  // namespace
}  // namespace duanwen
