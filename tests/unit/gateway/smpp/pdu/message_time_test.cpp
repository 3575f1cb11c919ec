// Times as centres write them.
#include "gateway/smpp/pdu/message_time.hpp"

#include <gtest/gtest.h>

namespace duanwen::smpp {
namespace {

TEST(message_time, absolute_ones_are_read_with_their_zone) {
  EXPECT_EQ(iso_time("261124120003032+"), "2026-11-24T12:00:03+08:00");
  EXPECT_EQ(iso_time("261124120003019-"), "2026-11-24T12:00:03-04:45");
  EXPECT_EQ(iso_time("000101000000000+"), "2000-01-01T00:00:00+00:00");
}

TEST(message_time, shortened_ones_have_no_zone) {
  EXPECT_EQ(iso_time("261124120003"), "2026-11-24T12:00:03");
  EXPECT_EQ(iso_time("2611241200"), "2026-11-24T12:00:00");
}

TEST(message_time, what_is_no_time_is_not_read) {
  for (const auto* wrong : {"", "000001000000000R", "261324120003032+", "261132120003032+",
                            "261124240003032+", "261124126003032+", "261124120060032+", "261124120003049+",
                            "26112412000303 +", "261124120003032", "yesterday", "20261124120003"})
    EXPECT_FALSE(iso_time(wrong)) << wrong;
}

}  // namespace
}  // namespace duanwen::smpp
