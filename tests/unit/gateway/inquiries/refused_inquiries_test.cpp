// What was refused though the store may have it is known again on its bind, once, for a while.
#include "gateway/inquiries/refused_inquiries.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

using std::chrono::seconds;

constexpr refused_inquiries::time_point start{};

delivery arrival(std::uint64_t hash, std::uint32_t sequence_number, std::uint64_t bind_epoch = 1) {
  return delivery(hash, "mobile/0", bind_epoch, sequence_number);
}

TEST(refused_inquiries, the_one_that_was_refused_first_comes_again_first) {
  refused_inquiries all(seconds(300), 10);
  all.refused(arrival(7, 1), start);
  all.refused(arrival(7, 2), start);
  EXPECT_TRUE(all.waits(arrival(7, 2)));
  EXPECT_EQ(all.delivered_again(arrival(7, 3), start), arrival(7, 1));
  EXPECT_FALSE(all.waits(arrival(7, 1)));
  EXPECT_EQ(all.delivered_again(arrival(7, 4), start), arrival(7, 2));
  EXPECT_EQ(all.delivered_again(arrival(7, 5), start), std::nullopt);
}

TEST(refused_inquiries, other_octets_and_other_binds_are_not_known) {
  refused_inquiries all(seconds(300), 10);
  all.refused(arrival(7, 1), start);
  EXPECT_EQ(all.delivered_again(arrival(8, 2), start), std::nullopt);
  EXPECT_EQ(all.delivered_again(arrival(7, 2, 2), start), std::nullopt);
  EXPECT_EQ(all.delivered_again(delivery(7, "mobile/1", 1, 2), start), std::nullopt);
  EXPECT_EQ(all.delivered_again(arrival(7, 2), start), arrival(7, 1));
}

TEST(refused_inquiries, what_came_again_elsewhere_is_not_expected_here) {
  refused_inquiries all(seconds(300), 10);
  all.refused(arrival(7, 1), start);
  all.delivered_elsewhere(arrival(8, 1, 2));
  EXPECT_TRUE(all.waits(arrival(7, 1)));
  all.delivered_elsewhere(arrival(7, 5, 2));
  EXPECT_EQ(all.delivered_again(arrival(7, 2), start), std::nullopt);
}

TEST(refused_inquiries, after_its_time_it_is_not_known) {
  refused_inquiries all(seconds(300), 10);
  all.refused(arrival(7, 1), start);
  all.refused(arrival(7, 2), start + seconds(10));
  EXPECT_EQ(all.delivered_again(arrival(7, 3), start + seconds(305)), arrival(7, 2));
  EXPECT_EQ(all.delivered_again(arrival(7, 4), start + seconds(305)), std::nullopt);
}

TEST(refused_inquiries, no_more_are_kept_than_are_allowed) {
  refused_inquiries all(seconds(300), 2);
  for (std::uint32_t i = 1; i <= 3; ++i) all.refused(arrival(i, i), start);
  EXPECT_FALSE(all.waits(arrival(3, 3)));
  all.refused(arrival(3, 3), start + seconds(300));
  EXPECT_TRUE(all.waits(arrival(3, 3))) << "those before are out of date";
  EXPECT_FALSE(all.waits(arrival(1, 1)));
}

}  // namespace
}  // namespace duanwen
