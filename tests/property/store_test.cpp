// The two forms of the Store give the same answers, whatever they are asked in whatever order.
#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include "tests/support/simulated/test_clock.hpp"
#include "tests/support/stores/store_player.hpp"

namespace duanwen::test {
namespace {

using namespace std::chrono_literals;

constexpr std::uint32_t seeds = 300;
constexpr std::size_t steps_a_seed = 40;

/// Some time goes by, then something is asked.
struct step {
  milliseconds wait;
  std::uint32_t seed;
};

/// Conversations end after their arrivals are certain, or before.
store_limits limits_that_end_soon(bool conversations_first) {
  store_limits limits;
  limits.conversation_ttl = conversations_first ? 400ms : 1000ms;
  limits.redelivery_window = 700ms;
  limits.lease = 500ms;
  limits.take_over_margin = 100ms;
  limits.parts_wait = 300ms;
  limits.parts_kept = 1500ms;
  limits.hour_kept = 600ms;
  limits.traces_kept = 700ms;
  limits.unmatched_kept = 1000ms;
  limits.traces_a_bucket_max = 3;
  limits.unmatched_a_bucket_max = 2;
  limits.audit_max = 3;
  return limits;
}

/// Times at which something ends, and on either side of them.
std::vector<step> random_steps(std::uint32_t seed) {
  const std::vector<milliseconds> waits = {1ms,   99ms,  100ms, 299ms, 300ms,  400ms, 500ms,
                                           600ms, 699ms, 700ms, 999ms, 1000ms, 1500ms};
  std::mt19937 random(seed);
  std::vector<step> steps(steps_a_seed);
  for (auto& one : steps) {
    one.wait = random() % 4 == 0 ? waits[random() % waits.size()] : 0ms;
    one.seed = static_cast<std::uint32_t>(random());
  }
  return steps;
}

class StoreProperty : public testing::Test {
 protected:
  StoreProperty() { spdlog::set_level(spdlog::level::off); }  // a link for every sequence is no news

  /// What was played up to the first answer in which the two differ; empty when they never do.
  std::string difference(const std::vector<step>& steps, store_limits limits) {
    any_memory_store memory(limits, [this] { return clock.now(); });
    any_redis_store redis(server.url(), limits);
    store_player by_memory(memory), by_redis(redis);
    std::string played;
    const auto differ = [&](const std::string& from_memory, const std::string& from_redis) {
      played += from_memory + '\n';
      if (from_memory != from_redis) played += "but in Redis: " + from_redis + '\n';
      return from_memory != from_redis;
    };
    for (const auto& one : steps) {
      // No two calls are ever in the same microsecond.
      clock.advance(one.wait + 1us);
      if (one.wait > 0ms) played += "after " + std::to_string(one.wait.count()) + " ms ";
      if (differ(by_memory.play(one.seed), by_redis.play(one.seed))) return played;
    }
    const auto in_memory = by_memory.everything(), in_redis = by_redis.everything();
    for (std::size_t i = 0; i < in_memory.size(); ++i)
      if (in_memory[i] != in_redis[i] && differ("in the end " + in_memory[i], in_redis[i])) return played;
    return "";
  }

  /// Without every step that the difference does not need.
  std::vector<step> shortened(std::vector<step> steps, store_limits limits) {
    for (std::size_t at = steps.size(); at-- > 0;) {
      auto fewer = steps;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at));
      if (!difference(fewer, limits).empty()) steps = std::move(fewer);
    }
    return steps;
  }

  test_clock clock;
  private_redis server{{"--appendonly", "no"}, clock.environment()};
};

TEST_F(StoreProperty, BothFormsGiveTheSameAnswers) {
  // Commits, finishes, parts, leases, take-overs, directory, tokens, sums, and time going by.
  for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
    const auto steps = random_steps(seed);
    const auto limits = limits_that_end_soon(seed % 2 == 0);
    if (difference(steps, limits).empty()) continue;
    FAIL() << "seed " << seed << ", with what the difference does not need left out:\n"
           << difference(shortened(steps, limits), limits);
  }
}

TEST_F(StoreProperty, TheServerGoesByTheClockOfTheTest) {
  // Without this nothing above would ever end at the same time.
  redis_link link(server.url());
  ASSERT_TRUE(link.wait_up());
  const auto wanted = [&] { return std::to_string(clock.now() / 1000); };
  EXPECT_EQ(link.say({"TIME"}).items.at(0).text, wanted());
  clock.advance(3600s);
  EXPECT_EQ(link.say({"TIME"}).items.at(0).text, wanted());
}

}  // namespace
}  // namespace duanwen::test
