// What replies cost whom.
#include "gateway/replies/booking.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

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

}  // namespace
}  // namespace duanwen
