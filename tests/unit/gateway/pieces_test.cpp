// The small pure pieces of the gateway: back-off, rate, flood, cache, booking, days.
#include <gtest/gtest.h>

#include <numeric>

#include "gateway/inquiries/conversation_cache.hpp"
#include "gateway/inquiries/flood.hpp"
#include "gateway/replies/booking.hpp"
#include "gateway/replies/outbound_job.hpp"
#include "gateway/runtime/backoff.hpp"
#include "gateway/upkeep/store_clock.hpp"

namespace duanwen {
namespace {

using namespace std::chrono_literals;

TEST(backoff, doubles_up_to_its_maximum_and_begins_again_after_a_bind) {
  smpp::backoff waits(200ms, 1000ms);
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
  for (std::uint64_t random = 0; random < 100; ++random) waits.insert(smpp::backoff(200ms, 30s).next(random));
  EXPECT_GT(waits.size(), 50u);
}

TEST(flood, one_notice_then_silence_until_the_next_minute) {
  flood_gate gate(2);
  const conversation_key who("10690001", "8613800000001");
  EXPECT_EQ(gate.judge(who, 1000), flood_verdict::answer);
  EXPECT_EQ(gate.judge(who, 2000), flood_verdict::answer);
  EXPECT_EQ(gate.judge(who, 3000), flood_verdict::notice);
  EXPECT_EQ(gate.judge(who, 4000), flood_verdict::silence);
  EXPECT_EQ(gate.judge(conversation_key("10690001", "8613800000002"), 4000), flood_verdict::answer);
  EXPECT_EQ(gate.judge(who, 61000), flood_verdict::answer);
}

TEST(cache, forgets_what_is_over_and_the_oldest_when_it_is_full) {
  conversation_cache cache(2);
  const conversation_key a("1", "a"), b("1", "b"), c("1", "c");
  cache.put(a, stored_conversation(1, {}), 100);
  EXPECT_EQ(cache.get(a, 99).revision, 1u);
  EXPECT_EQ(cache.get(a, 100).revision, 0u);
  cache.put(b, stored_conversation(2, {}), 100);
  cache.put(a, stored_conversation(3, {}), 100);
  cache.put(c, stored_conversation(4, {}), 100);
  EXPECT_EQ(cache.get(b, 0).revision, 0u);
  EXPECT_EQ(cache.get(a, 0).revision, 3u);
}

TEST(booking, the_sums_are_exact_to_the_segment_whoever_spoke) {
  const std::vector<department_share> shares = {
      {"x", 12, true}, {"y", 3, true}, {"", 0, true}, {"z", 1, false}};
  for (std::uint64_t segments = 0; segments < 12; ++segments) {
    // Some at one price and the last at another, as after a failover.
    const reply_cost cost{segments, segments == 0 ? 0 : (segments - 1) * 45 + 30, 91};
    const auto booked = book(shares, cost);
    ASSERT_EQ(booked.size(), 4u);
    reply_cost sum;
    for (const auto& b : booked) {
      sum.segments += b.segments;
      sum.cost_li += b.cost_li;
      sum.saved_li += b.saved_li;
      EXPECT_TRUE(b.segments != 0 || b.cost_li == 0) << b.department << " pays for nothing";
    }
    EXPECT_EQ(sum.segments, segments);
    EXPECT_EQ(sum.cost_li, cost.cost_li);
    EXPECT_EQ(sum.saved_li, cost.saved_li);
    EXPECT_EQ(booked[0].replies, 1u);
    EXPECT_EQ(booked[3].replies, 0u) << "nothing of z came to be said";
  }
}

TEST(booking, at_one_price_everybody_pays_for_whole_segments) {
  for (const auto& b : book({{"x", 100, true}, {"y", 70, true}, {"z", 30, true}}, {4, 4 * 45, 0}))
    EXPECT_EQ(b.cost_li, b.segments * 45) << b.department;
}

TEST(days, are_those_of_the_time_zone) {
  const unix_ms half_past_midnight_in_shanghai = 1796056200000;  // 2026-11-30T16:30:00Z
  EXPECT_EQ(day_of(half_past_midnight_in_shanghai, "Asia/Shanghai"), "2026-12-01");
  EXPECT_EQ(day_of(half_past_midnight_in_shanghai, "UTC"), "2026-11-30");
}

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
