// The small pure pieces of the gateway: back-off, rate, flood, cache, booking, days.
#include <gtest/gtest.h>

#include <numeric>

#include "gateway/booking.hpp"
#include "gateway/conversation_cache.hpp"
#include "gateway/flood.hpp"
#include "gateway/outbound_job.hpp"
#include "gateway/smpp/backoff.hpp"
#include "gateway/store_clock.hpp"
#include "gateway/throttle.hpp"

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

TEST(throttle, lets_no_more_through_in_a_second_than_it_was_told) {
  throttle rate(10);
  throttle::time_point now{1h};
  int sent = 0;
  for (; now < throttle::time_point{1h + 10s}; now += 1ms)
    if (rate.may_send(now)) {
      rate.sent();
      ++sent;
    }
  EXPECT_GE(sent, 100);
  EXPECT_LE(sent, 110);  // ten seconds and the bucket that was full at the beginning
}

TEST(throttle, sends_nothing_while_the_carrier_is_throttling) {
  throttle rate(0);
  const throttle::time_point now{1h};
  EXPECT_TRUE(rate.may_send(now));
  rate.pause(now + 1s);
  EXPECT_FALSE(rate.may_send(now + 999ms));
  EXPECT_EQ(rate.next(now), now + 1s);
  EXPECT_TRUE(rate.may_send(now + 1s));
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
  reply answer;
  answer.blocks = {{"aaaaaaaaaa", "x", 1}, {"bbb", "y", 2}, {"cc", "x", 3}, {"d", "z", 1}};
  for (std::size_t segments = 0; segments < 12; ++segments) {
    const auto booked = book(answer, segments, 2, 45);
    ASSERT_EQ(booked.size(), 3u);
    std::uint64_t sum = 0, cost = 0, saved = 0;
    for (const auto& b : booked) {
      sum += b.segments;
      cost += b.cost_li;
      saved += b.saved_li;
    }
    EXPECT_EQ(sum, segments);
    EXPECT_EQ(cost, segments * 45);
    EXPECT_EQ(saved, 2u * 45);
  }
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
  EXPECT_EQ(retry_delay(1, settings), 1s);
  EXPECT_EQ(retry_delay(4, settings), 8s);
  EXPECT_EQ(retry_delay(1000, settings), 300s);
}

}  // namespace
}  // namespace duanwen
