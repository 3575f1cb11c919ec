// Keywords lead to one target each, and none is taken for another with a number behind it.
#include "keywords/directory/check_keywords.hpp"

#include <gmock/gmock.h>

#include "keywords/directory/check.hpp"
#include "keywords/directory/reserved.hpp"
#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The police department registers `keywords` besides its own.
std::vector<std::string> problems_with(std::vector<std::string> keywords) {
  auto town = test::small_town();
  auto& own = town.departments[2].keywords;
  own.insert(own.end(), keywords.begin(), keywords.end());
  std::vector<std::string> all;
  for (const auto& p : check_keywords(town, {})) all.push_back(p.path + ": " + p.message);
  return all;
}

TEST(CheckKeywords, NewOnesAreWelcome) {
  // Beginnings, longer ones and names of others that are no keywords of theirs.
  EXPECT_THAT(problems_with({}), IsEmpty());
  EXPECT_THAT(problems_with({"龙泉", "龙泉国土局", "国土所", "110报警", "八一"}), IsEmpty());
}

TEST(CheckKeywords, WhatIsTakenIsTakenInEveryWriting) {
  // Whoever has it is named; the same department's own counts too.
  const std::pair<std::string, std::string> rows[] = {
      {"龙泉国土", "龙泉国土 is taken by department guotu"},
      {"【龍泉 國土】", "【龍泉 國土】 is taken by department guotu"},
      {"ｐｏｌｉｃｅ", "ｐｏｌｉｃｅ is taken by department police"},
      {"开火锅店", "开火锅店 is taken by department police"}};
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_THAT(problems_with({rows[i].first}), ElementsAre("departments[2].keywords[1]: " + rows[i].second));
  // A theme comes behind the departments, so that the complaint is the theme's.
  EXPECT_THAT(problems_with({rows[3].first}), ElementsAre("themes[0].keywords[0]: " + rows[3].second));
}

TEST(CheckKeywords, WordsOfTheConversationAreReserved) {
  // In every writing, and everything that reads as one number.
  for (const std::string word :
       {"0", "00", "m",    "Ｍ",   "T",     "td",   "更多", "全部", "返回",   "幫助", "退订",
        "?", "？", "STOP", "Help", "12345", "１２", "1 2",  "三",   "第三项", "十二", "③"}) {
    EXPECT_TRUE(is_reserved_keyword(word)) << word;
    EXPECT_THAT(problems_with({word}), ElementsAre("departments[2].keywords[1]: is reserved: " + word));
  }
  for (const std::string word : {"", "MM", "帮助中心", "八一", "龙泉3", "3x", "国土"})
    EXPECT_FALSE(is_reserved_keyword(word)) << word;
}

TEST(CheckKeywords, NeitherEmptyNorTooLong) {
  // What is left of it when signs are gone must be something; lengths are of what was written.
  EXPECT_THAT(problems_with({"・。"}), ElementsAre("departments[2].keywords[1]: has no letter or digit"));
  const std::string long_one(21, 'k');
  EXPECT_THAT(problems_with({long_one}),
              ElementsAre("departments[2].keywords[1]: has 21 characters, at most 20 are allowed"));
  EXPECT_THAT(problems_with({long_one.substr(1)}), IsEmpty());
}

TEST(CheckKeywords, NoneIsAnotherWithANumberBehindIt) {
  // 龙泉国土3 asks 龙泉国土 for its item 3, in whatever writing of the number.
  for (const std::string word : {"龙泉国土3", "龙泉国土 12", "龙泉国土三", "龙泉国土第3项", "龙泉国土-1"})
    EXPECT_THAT(problems_with({word}),
                ElementsAre("departments[2].keywords[1]: " + word +
                            " would be confused with 龙泉国土 of department guotu and a number"))
        << word;
}

}  // namespace
}  // namespace duanwen
