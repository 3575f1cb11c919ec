// Between two versions of a directory no number is lost, and none is given again.
#include "keywords/directory/numbers_permanent.hpp"

#include <gmock/gmock.h>

#include "keywords/directory/check.hpp"
#include "keywords/index/snapshot.hpp"
#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::uint32_t> retired_of(const department& d) {
  std::vector<std::uint32_t> numbers;
  for (const auto& r : d.retired) numbers.push_back(r.number);
  return numbers;
}

TEST(NumbersPermanent, WhatIsUnchangedStaysUnchanged) {
  // The same document twice, and the first document of all.
  const auto before = test::small_town();
  auto now = before;
  EXPECT_THAT(keep_numbers_permanent(before, now), IsEmpty());
  EXPECT_EQ(now, before);
  EXPECT_THAT(keep_numbers_permanent({}, now), IsEmpty());
  EXPECT_EQ(now, before);
}

TEST(NumbersPermanent, AnItemLeftOutIsRetired) {
  // It answers that it is gone, as posters may still print it.
  const auto before = test::small_town();
  auto now = before;
  now.departments[1].items.pop_back();
  EXPECT_THAT(keep_numbers_permanent(before, now), IsEmpty());
  EXPECT_THAT(retired_of(now.departments[1]), ElementsAre(2u));
  EXPECT_FALSE(now.departments[1].retired[0].moved_to);
}

TEST(NumbersPermanent, AnItemThatMovedKeepsWhereItWent) {
  // What the new document says of it is not overwritten.
  const auto before = test::small_town();
  auto now = before;
  now.departments[1].items.pop_back();
  now.departments[1].retired = {{2, item_reference{"guotu", 1}}};
  const auto wanted = now;
  EXPECT_THAT(keep_numbers_permanent(before, now), IsEmpty());
  EXPECT_EQ(now, wanted);
}

TEST(NumbersPermanent, ARetirementLeftOutIsKept) {
  // With where it went.
  const auto before = test::small_town();
  auto now = before;
  now.departments[0].retired.clear();
  EXPECT_THAT(keep_numbers_permanent(before, now), IsEmpty());
  EXPECT_EQ(now.departments[0].retired, before.departments[0].retired);
}

TEST(NumbersPermanent, AGivenUpNumberIsNotGivenAgain) {
  // The problem points at the item, whether the retirement was written again or not.
  const auto before = test::small_town();
  auto now = before;
  now.departments[0].items.insert(now.departments[0].items.begin(), test::make_item(8, "新事项", "新的。"));
  for (const bool written : {true, false}) {
    if (!written) now.departments[0].retired.clear();
    const auto problems = keep_numbers_permanent(before, now);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].path, "departments[0].items[0].number");
    EXPECT_EQ(problems[0].message, "8 was given up and is never given again; take another number");
  }
}

TEST(NumbersPermanent, DepartmentsAreKnownByTheirIds) {
  // In whatever order; a new one has nothing to keep.
  const auto before = test::small_town();
  directory now;
  now.departments = {before.departments[1], test::make_department("new", "新")};
  now.departments[0].items.clear();
  EXPECT_THAT(keep_numbers_permanent(before, now), IsEmpty());
  EXPECT_THAT(retired_of(now.departments[0]), ElementsAre(1u, 2u));
  EXPECT_THAT(retired_of(now.departments[1]), IsEmpty());
}

TEST(NumbersPermanent, ADepartmentThatIsGoneIsClosedAndServedNowhere) {
  const auto before = test::small_town();
  auto now = before;
  now.departments.erase(now.departments.begin());
  now.themes.clear();
  EXPECT_THAT(keep_numbers_permanent(before, now), IsEmpty());
  const auto& gone = now.departments.back();
  EXPECT_EQ(gone.id, "guotu");
  EXPECT_TRUE(gone.closed);
  EXPECT_THAT(check_directory(now, directory_limits{}), IsEmpty());
  const snapshot served(1, now);
  EXPECT_EQ(served.find_department("guotu"), nullptr);
  EXPECT_EQ(served.find_keyword("龙泉国土"), nullptr);
}

TEST(NumbersPermanent, ADepartmentThatIsOpenedAgainHasItsNumbersBack) {
  const auto before = test::small_town();
  auto closed = before, now = before;
  closed.departments.erase(closed.departments.begin());
  EXPECT_THAT(keep_numbers_permanent(before, closed), IsEmpty());
  now.departments[0].items.erase(now.departments[0].items.begin() + 1);  // all but one come back
  now.departments[0].retired.clear();
  EXPECT_THAT(keep_numbers_permanent(closed, now), IsEmpty());
  EXPECT_EQ(now.departments.size(), before.departments.size());
  EXPECT_FALSE(now.departments[0].closed);
  EXPECT_THAT(retired_of(now.departments[0]), testing::Contains(2u));
  EXPECT_THAT(retired_of(now.departments[0]), testing::IsSupersetOf(retired_of(before.departments[0])));
}

}  // namespace
}  // namespace duanwen
