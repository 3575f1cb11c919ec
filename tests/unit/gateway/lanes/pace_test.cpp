// How fast a carrier is sent to: its rate, and what follows when it says that it is too much.
#include "gateway/lanes/pace.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

using namespace std::chrono_literals;

class pacing : public testing::Test {
 protected:
  /// What is accepted at once in so long; each request has so many segments.
  double sent_in(std::chrono::seconds time, std::size_t segments = 1) {
    double sent = 0;
    for (const auto end = now + time; now < end; now += 1ms)
      while (sent < 10000 && rate.may_send(now, segments)) {
        rate.answered(now, rate.sent(segments), false, segments);
        sent += static_cast<double>(segments);
      }
    return sent;
  }
  void throttled() {
    ASSERT_TRUE(rate.may_send(now));
    rate.answered(now, rate.sent(), true, 0);
  }
  pace rate{10};
  pace::time_point now{1h};
};

TEST_F(pacing, lets_no_more_segments_through_in_a_second_than_it_was_told) {
  const auto sent = sent_in(10s);
  EXPECT_GE(sent, 100);
  EXPECT_LE(sent, 110) << "ten seconds and the bucket that was full at the beginning";
  const auto in_fours = sent_in(10s, 4);
  EXPECT_GE(in_fours, 96);
  EXPECT_LE(in_fours, 104);
}

TEST_F(pacing, more_than_a_second_s_worth_is_owed) {
  EXPECT_EQ(sent_in(1s, 25), 25);
  EXPECT_FALSE(rate.may_send(now)) << "15 of them are owed, 10 paid back";
  EXPECT_LE(sent_in(9s, 25), 75);
}

TEST_F(pacing, without_a_limit_everything_goes) {
  rate = pace(0);
  EXPECT_EQ(sent_in(1s), 10000);
}

TEST_F(pacing, throttled_everything_rests_until_one_probe_is_accepted) {
  rate = pace(0);
  sent_in(1s);
  throttled();
  EXPECT_TRUE(rate.resting());
  EXPECT_FALSE(rate.may_send(now + 999ms));
  EXPECT_EQ(rate.next(now), now + 1s);
  now += 1s;
  ASSERT_TRUE(rate.may_send(now));
  EXPECT_EQ(rate.at_once_max(), 1u);
  const bool probe = rate.sent();
  EXPECT_TRUE(probe);
  EXPECT_FALSE(rate.may_send(now + 1h)) << "one probe and no more";
  rate.answered(now, probe, false, 1);
  EXPECT_FALSE(rate.resting());
}

TEST_F(pacing, a_refused_probe_makes_the_rest_longer_and_a_lost_one_is_sent_again) {
  throttled();
  auto rest = 1s;
  for (int i = 0; i < 8; ++i) {
    EXPECT_EQ(rate.next(now), now + rest);
    now += rest;
    throttled();
    rest = std::min(rest * 2, 30s);
  }
  now += 30s;
  rate.lost(now, rate.sent());
  EXPECT_TRUE(rate.may_send(now));
}

TEST_F(pacing, what_was_in_flight_when_it_was_throttled_is_no_news) {
  throttled();
  for (int i = 0; i < 5; ++i) rate.answered(now, false, true, 0);
  EXPECT_EQ(rate.next(now), now + 1s);
  rate.answered(now, false, false, 1);
  EXPECT_TRUE(rate.resting()) << "an answer to what went before says nothing of now";
}

TEST_F(pacing, begins_at_half_and_grows_step_by_step_up_to_its_limit) {
  sent_in(5s);
  throttled();
  now += 1s;
  rate.answered(now, rate.sent(), false, 1);
  EXPECT_DOUBLE_EQ(rate.limit(), 5);
  EXPECT_NEAR(sent_in(1s), 5, 1);
  EXPECT_NEAR(rate.limit(), 6, 0.1);
  sent_in(20s);
  EXPECT_DOUBLE_EQ(rate.limit(), 10);
}

TEST_F(pacing, where_no_limit_is_known_it_is_found_from_what_was_achieved) {
  rate = pace(0);
  for (int i = 0; i < 40; ++i, now += 50ms) rate.answered(now, rate.sent(), false, 1);  // 20 a second
  throttled();
  now += 1s;
  rate.answered(now, rate.sent(), false, 1);
  EXPECT_NEAR(rate.limit(), 10, 1);
  sent_in(3s);
  EXPECT_NEAR(rate.limit(), 16, 1);
}

}  // namespace
}  // namespace duanwen
