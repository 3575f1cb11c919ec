// What is wrong with a document, each with its path; one mistake made in a town that has none.
#include "keywords/directory/check.hpp"

#include <gmock/gmock.h>

#include <functional>

#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> problems_of(const directory& document, const directory_limits& limits = {}) {
  std::vector<std::string> all;
  for (const auto& p : check_directory(document, limits)) all.push_back(p.path + ": " + p.message);
  return all;
}

struct mistake {
  std::function<void(directory&)> make;
  std::string problem;
};

void expect_problems(const std::vector<mistake>& rows) {
  for (const auto& [make, problem] : rows) {
    auto town = test::small_town();
    make(town);
    EXPECT_THAT(problems_of(town), ElementsAre(problem));
  }
}

std::string letters(std::size_t n) { return std::string(n, 'x'); }

TEST(Check, ATownWithoutMistakesMayBeServed) {
  // And so may an empty one.
  EXPECT_THAT(problems_of(test::small_town()), IsEmpty());
  EXPECT_THAT(problems_of({}), IsEmpty());
}

TEST(Check, Areas) {
  // Ids, lengths, and parents that exist and lead upwards.
  expect_problems(
      {{[](auto& d) { d.areas[2].id = ""; }, "areas[2].id: must be 1 to 64 of a-z A-Z 0-9 - _ ."},
       {[](auto& d) { d.areas[2].id = "山泉"; }, "areas[2].id: must be 1 to 64 of a-z A-Z 0-9 - _ ."},
       {[](auto& d) { d.areas[2].id = letters(65); }, "areas[2].id: must be 1 to 64 of a-z A-Z 0-9 - _ ."},
       {[](auto& d) { d.areas[2].id = "bh"; }, "areas[2].id: is used twice: bh"},
       {[](auto& d) { d.areas[2].name = letters(61); },
        "areas[2].name: has 61 characters, at most 60 are allowed"},
       {[](auto& d) { d.areas[1].agent = letters(1001); },
        "areas[1].agent: has 1001 characters, at most 1000 are allowed"},
       {[](auto& d) { d.areas[2].parent = "gone"; }, "areas[2].parent: there is no area gone"},
       {[](auto& d) { d.areas[2].parent = "sq"; }, "areas[2].parent: is above itself"}});
}

TEST(Check, Departments) {
  // Ids, names, areas, and lengths by what the configuration allows.
  expect_problems(
      {{[](auto& d) { d.departments[3].id = "p|2"; },
        "departments[3].id: must be 1 to 64 of a-z A-Z 0-9 - _ ."},
       {[](auto& d) { d.departments[2].name = ""; }, "departments[2].name: is missing"},
       {[](auto& d) { d.departments[2].name = letters(61); },
        "departments[2].name: has 61 characters, at most 60 are allowed"},
       {[](auto& d) { d.departments[2].short_name = letters(21); },
        "departments[2].short_name: has 21 characters, at most 20 are allowed"},
       {[](auto& d) { d.departments[2].area = "gone"; }, "departments[2].area: there is no area gone"}});
}

TEST(Check, Items) {
  // Numbers in range and used once for ever; titles and details there and not too long.
  expect_problems(
      {{[](auto& d) { d.departments[0].items[1].number = 0; },
        "departments[0].items[1].number: must be 1 to 9999"},
       {[](auto& d) { d.departments[0].items[1].number = 10000; },
        "departments[0].items[1].number: must be 1 to 9999"},
       {[](auto& d) { d.departments[0].items[1].number = 1; },
        "departments[0].items[1].number: 1 is used twice or retired; numbers are permanent"},
       {[](auto& d) { d.departments[0].items[1].number = 8; },
        "departments[0].items[1].number: 8 is used twice or retired; numbers are permanent"},
       {[](auto& d) { d.departments[0].items[1].title = ""; }, "departments[0].items[1].title: is missing"},
       {[](auto& d) { d.departments[0].items[1].title = letters(21); },
        "departments[0].items[1].title: has 21 characters, at most 20 are allowed"},
       {[](auto& d) { d.departments[0].items[1].short_title = letters(21); },
        "departments[0].items[1].short_title: has 21 characters, at most 20 are allowed"},
       {[](auto& d) { d.departments[0].items[1].details = ""; },
        "departments[0].items[1].details: is missing"},
       {[](auto& d) { d.departments[0].items[1].details = letters(1001); },
        "departments[0].items[1].details: has 1001 characters, at most 1000 are allowed"}});
}

TEST(Check, RetiredNumbers) {
  // In range, once, and moved to what there is; another retired number is there too.
  expect_problems({{[](auto& d) { d.departments[0].retired[1].number = 0; },
                    "departments[0].retired[1].number: must be 1 to 9999"},
                   {[](auto& d) { d.departments[0].retired[1].number = 9; },
                    "departments[0].retired[2].number: 9 is used twice or retired; numbers are permanent"},
                   {[](auto& d) {
                      d.departments[0].retired[1].moved_to = item_reference{"gone", 1};
                    },
                    "departments[0].retired[1].moved_to.department: there is no department gone"},
                   {[](auto& d) {
                      d.departments[0].retired[1].moved_to = item_reference{"police", 2};
                    },
                    "departments[0].retired[1].moved_to.item: police has no item 2"}});
}

TEST(Check, Heirs) {
  // Somebody to inherit from, own numbers from 201 on, overrides of what is inherited.
  expect_problems(
      {{[](auto& d) {
          d.departments[3].name = "柏合工商";
          d.departments[3].overrides.clear();
        },
        "departments[3].inherits: there is no 柏合工商 in the area above to inherit from"},
       {[](auto& d) { d.departments[3].items[0].number = 200; },
        "departments[3].items[0].number: the own items of a department that inherits begin at 201"},
       {[](auto& d) { d.departments[1].items.push_back(test::make_item(201, "年报", "上网报。")); },
        "departments[3].items[0].number: 201 is inherited from gongshang"},
       {[](auto& d) { d.departments[3].overrides[0].number = 7; },
        "departments[3].overrides[0].number: 7 is not inherited"},
       {[](auto& d) { d.departments[3].overrides[0].title = letters(21); },
        "departments[3].overrides[0].title: has 21 characters, at most 20 are allowed"},
       {[](auto& d) { d.departments[3].overrides[0].details = letters(1001); },
        "departments[3].overrides[0].details: has 1001 characters, at most 1000 are allowed"}});
}

TEST(Check, Themes) {
  // Entries that lead to an item in the end: not to a number that is gone, nor round in a circle.
  expect_problems(
      {{[](auto& d) { d.themes[0].id = "x y"; }, "themes[0].id: must be 1 to 64 of a-z A-Z 0-9 - _ ."},
       {[](auto& d) { d.themes[0].name = letters(61); },
        "themes[0].name: has 61 characters, at most 60 are allowed"},
       {[](auto& d) { d.themes[0].entries[1].number = 1; },
        "themes[0].entries[1].number: 1 is used twice or retired; numbers are permanent"},
       {[](auto& d) { d.themes[0].entries[0].department = "gone"; },
        "themes[0].entries[0].department: there is no department gone"},
       {[](auto& d) { d.themes[0].entries[0].item = 77; },
        "themes[0].entries[0].item: gongshang has no item 77"},
       {[](auto& d) { d.themes[0].entries[1].item = 8; }, "themes[0].entries[1].item: guotu has no item 8"},
       {[](auto& d) {
          d.departments[0].retired[0].moved_to = item_reference{"guotu", 9};
        },
        "themes[0].entries[1].item: guotu has no item 4"}});
}

TEST(Check, TellsAllAtOnce) {
  // Whoever imports a document wants to mend it once.
  auto town = test::small_town();
  town.areas[2].parent = "gone";
  town.departments[2].name = "";
  town.departments[2].items[0].title = "";
  town.themes[0].entries[0].item = 77;
  EXPECT_EQ(problems_of(town).size(), 4u);
}

TEST(Check, LimitsAreThoseOfTheConfiguration) {
  // In characters, not in octets.
  directory_limits limits;
  limits.title_characters_max = 5;
  limits.item_number_max = 300;
  auto town = test::small_town();
  town.departments = {town.departments[1]};
  town.themes.clear();
  EXPECT_THAT(problems_of(town, limits), IsEmpty());
  town.departments[0].items[0].title = "六个字的名称";
  town.departments[0].items[1].number = 301;
  EXPECT_THAT(problems_of(town, limits),
              ElementsAre("departments[0].items[0].title: has 6 characters, at most 5 are allowed",
                          "departments[0].items[1].number: must be 1 to 300"));
}

}  // namespace
}  // namespace duanwen
