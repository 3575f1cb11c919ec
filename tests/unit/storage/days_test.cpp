// Days as keys and answers spell them.
#include "storage/days.hpp"

#include <gmock/gmock.h>

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(days, have_one_form) {
  // Ten characters that are a day of the calendar.
  EXPECT_TRUE(parse_day("2026-11-24"));
  EXPECT_EQ(*parse_day("2026-03-01") - *parse_day("2026-02-28"), std::chrono::days(1));
  for (const auto* wrong : {"", "2026-02-29", "2026-13-01", "2026-1-1", " 026-01-01", "2026/01/01",
                            "2026-01-011", "2026-00-10", "2026-+1-10", "-026-01-10", "2026-11-24 "})
    EXPECT_FALSE(parse_day(wrong)) << wrong;
}

TEST(days, are_spelled_as_they_are_read) {
  for (const auto* day : {"2026-11-24", "2024-02-29", "0001-01-01", "9999-12-31"})
    EXPECT_EQ(spelled_day(*parse_day(day)), day);
}

TEST(days, of_a_period_are_all_told) {
  EXPECT_THAT(*days_between("2024-02-28", "2024-03-01"),
              ElementsAre("2024-02-28", "2024-02-29", "2024-03-01"));
  EXPECT_THAT(*days_between("2026-11-24", "2026-11-24"), ElementsAre("2026-11-24"));
  EXPECT_THAT(*days_between("2026-11-24", "2026-11-23"), IsEmpty());
  EXPECT_FALSE(days_between("2026-11-24", "2037-11-24"));
  EXPECT_FALSE(days_between("2026-11-31", "2026-12-01"));
}

}  // namespace
}  // namespace duanwen
