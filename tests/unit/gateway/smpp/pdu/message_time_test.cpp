// Times as centres write them.
#include "gateway/smpp/pdu/message_time.hpp"

#include <gtest/gtest.h>

#include "gateway/smpp/pdu/command_status.hpp"

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

constexpr std::int64_t noon = 1795492803;  // 2026-11-24T04:00:03Z

TEST(message_time, moments_are_told_by_the_zone_or_from_now) {
  EXPECT_EQ(moment_named("261124120003032+", 0), noon);
  EXPECT_EQ(moment_named("261124040003000+", 0), noon);
  EXPECT_EQ(moment_named("261123234503017-", 0), noon);
  EXPECT_EQ(moment_named("000000000100000R", noon), noon + 60);
  EXPECT_EQ(moment_named("000001000000000R", noon), noon + 86400);
  EXPECT_EQ(moment_named("991231235959948-", noon).has_value(), true);
}

TEST(message_time, what_is_no_moment_is_none) {
  for (const auto* wrong :
       {"", "261124120003", "2611241200", "261324120003032+", "260230120003032+", "261132120003032+",
        "261124240003032+", "261124120003049+", "261124120003032", "00000000010000R", "x00000000100000R",
        "000000000100000r", "yesterday", "261124120003032Z", "-61124120003032+"})
    EXPECT_FALSE(moment_named(wrong, noon)) << wrong;
}

TEST(message_time, a_message_is_taken_now_or_never) {
  EXPECT_EQ(judge_times("", "", noon), esme::rok);
  EXPECT_EQ(judge_times("", "000000000100000R", noon), esme::rok);
  EXPECT_EQ(judge_times("", "261124120004032+", noon), esme::rok);
  EXPECT_EQ(judge_times("261124120003032+", "", noon), esme::rok) << "its time has come";
  EXPECT_EQ(judge_times("000000000000000R", "", noon), esme::rok);
  EXPECT_EQ(judge_times("", "261124120003032+", noon), esme::rinvexpiry);
  EXPECT_EQ(judge_times("", "000000000000000R", noon), esme::rinvexpiry);
  EXPECT_EQ(judge_times("", "soon", noon), esme::rinvexpiry);
  EXPECT_EQ(judge_times("261125120003032+", "", noon), esme::rinvsched);
  EXPECT_EQ(judge_times("000001000000000R", "000002000000000R", noon), esme::rinvsched);
  EXPECT_EQ(judge_times("tomorrow", "", noon), esme::rinvsched);
}

}  // namespace
}  // namespace duanwen::smpp
