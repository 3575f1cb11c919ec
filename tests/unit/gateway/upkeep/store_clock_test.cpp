// Days of the ledger.
#include "gateway/upkeep/store_clock.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

TEST(days, are_those_of_the_time_zone) {
  const unix_ms half_past_midnight_in_shanghai = 1796056200000;  // 2026-11-30T16:30:00Z
  EXPECT_EQ(day_of(half_past_midnight_in_shanghai, "Asia/Shanghai"), "2026-12-01");
  EXPECT_EQ(day_of(half_past_midnight_in_shanghai, "UTC"), "2026-11-30");
}

}  // namespace
}  // namespace duanwen
