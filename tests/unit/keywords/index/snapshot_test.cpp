// What the directory's words lead to.
#include "keywords/index/snapshot.hpp"

#include <gtest/gtest.h>

#include "keywords/text/normalise.hpp"
#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

// "department guotu", or "" where nothing is registered.
std::string led_to(const snapshot& s, const std::string& text) {
  const auto* to = s.find_keyword(keyword_form(text));
  if (!to) return "";
  if (to->department) return "department " + to->department->id;
  return to->theme ? "theme " + to->theme->id : "area " + to->area->id;
}

struct word_and_place {
  std::string word, target;
};

TEST(Snapshot, KeywordsNamesAndAliasesLead) {
  // However they are written; the beginning of a keyword and what stands behind it lead nowhere.
  const snapshot s(7, test::small_town());
  const word_and_place rows[] = {{"龙泉国土", "department guotu"},
                                 {"龍泉 國土", "department guotu"},
                                 {"国土所", "department guotu"},
                                 {"POLICE", "department police"},
                                 {"柏合工商", "department baihe-gongshang"},
                                 {"开火锅店", "theme huoguo"},
                                 {"柏合镇", "area bh"},
                                 {"龙泉", ""},
                                 {"龙泉国土局", ""},
                                 {"", ""}};
  for (const auto& [word, target] : rows) EXPECT_EQ(led_to(s, word), target) << word;
  EXPECT_EQ(s.version(), 7u);
}

TEST(Snapshot, ASharedNameLeadsNowhereUnlessItIsAKeyword) {
  // Two are called 龙泉工商, but only one has it registered; an alias of two is nobody's.
  auto town = test::small_town();
  town.departments[0].aliases = {"便民窗口"};
  town.departments[1].aliases = {"便民窗口"};
  const snapshot s(1, town);
  EXPECT_EQ(led_to(s, "龙泉工商"), "department gongshang");
  EXPECT_EQ(led_to(s, "便民窗口"), "");
}

TEST(Snapshot, OneMayBeCalledTheSameTwice) {
  // By its name, its short name and an alias: it shares them with nobody.
  auto town = test::small_town();
  town.departments[0].keywords.clear();
  town.departments[0].short_name = "龍泉國土";
  town.departments[0].aliases = {"龙泉 国土"};
  EXPECT_EQ(led_to(snapshot(1, town), "龙泉国土"), "department guotu");
}

TEST(Snapshot, AReservedNameLeadsNowhere) {
  // A department called 帮助 must not swallow the command.
  auto town = test::small_town();
  town.departments[0].aliases = {"帮助", "M", "12345", "三"};
  const snapshot s(1, town);
  for (const auto* word : {"帮助", "M", "12345", "三"}) EXPECT_EQ(led_to(s, word), "") << word;
}

TEST(Snapshot, TheLongestKeywordWins) {
  // So that 龙泉国土所3 is not 龙泉国土 and a rest.
  auto town = test::small_town();
  town.departments[1].aliases = {"龙泉国土所"};
  const snapshot s(1, town);
  EXPECT_EQ(s.longest_keyword("龙泉国土所3").first->department->id, "gongshang");
  EXPECT_EQ(s.longest_keyword("龙泉国土所3").second, std::string("龙泉国土所").size());
  EXPECT_EQ(s.longest_keyword("龙泉国土3").first->department->id, "guotu");
  EXPECT_EQ(s.longest_keyword("龙泉国").first, nullptr);
  EXPECT_EQ(s.longest_keyword("").second, 0u);
}

TEST(Snapshot, FindsById) {
  // Departments with what they inherit; the document stays as it was stored.
  const snapshot s(1, test::small_town());
  EXPECT_EQ(s.find_department("baihe-gongshang")->items.size(), 3u);
  EXPECT_EQ(s.find_theme("huoguo")->name, "开火锅店");
  EXPECT_EQ(s.find_area("bh")->name, "柏合镇");
  EXPECT_EQ(s.find_department("bh"), nullptr);
  EXPECT_EQ(s.find_theme(""), nullptr);
  EXPECT_EQ(s.find_area("guotu"), nullptr);
  EXPECT_EQ(s.document(), test::small_town());
}

TEST(Snapshot, TheExampleFitsTheSentence) {
  // An English sentence takes an ASCII keyword where there is one.
  const snapshot s(1, test::small_town());
  EXPECT_EQ(s.example_keyword(false), "龙泉国土");
  EXPECT_EQ(s.example_keyword(true), "Police");
  auto chinese = test::small_town();
  chinese.departments.resize(2);
  EXPECT_EQ(snapshot(1, chinese).example_keyword(true), "龙泉国土");
  EXPECT_EQ(snapshot(1, {}).example_keyword(true), "");
}

}  // namespace
}  // namespace duanwen
