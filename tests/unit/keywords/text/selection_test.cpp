// Numbers as people text them.
#include "keywords/text/selection.hpp"

#include <gmock/gmock.h>

#include "keywords/text/normalise.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::optional<selection> select(const std::string& text) {
  return parse_selection(normalise(text), {"全部", "都要", "全都要", "all"}, {"和", "与", "跟", "and"});
}

// 1 3-5 all, or - for none.
std::string told(const std::optional<selection>& s) {
  if (!s) return "-";
  std::string list;
  for (const auto& r : s->ranges) {
    list += (list.empty() ? "" : " ") + std::to_string(r.first);
    if (!r.is_one()) list += "-" + std::to_string(r.last);
  }
  if (s->all) list += list.empty() ? "all" : " all";
  for (const auto& r : s->excluded) list += " not " + std::to_string(r.first);
  return list;
}

struct text_and_selection {
  std::string text, selected;
};

void expect_selections(std::initializer_list<text_and_selection> rows) {
  for (const auto& [text, selected] : rows) EXPECT_EQ(told(select(text)), selected) << text;
}

TEST(Selection, ListsInEveryWriting) {
  // Blanks, commas of both scripts, full width, circles, characters, words between.
  expect_selections({{"1", "1"},        {"1 3 5", "1 3 5"},  {"1,3、5", "1 3 5"}, {"1.3.5", "1 3 5"},
                     {"１　３", "1 3"}, {"①③", "1 3"},       {"Ⅰ Ⅲ", "1 3"},      {"1️⃣3️⃣", "1 3"},
                     {"一和三", "1 3"}, {"一三五", "1 3 5"}, {"1 and 3", "1 3"},  {"1&3", "1 3"},
                     {"十二", "12"},    {"第三项", "3"},     {"1号和3号", "1 3"}, {"我要看2", "2"},
                     {"查第二条", "2"}, {"壹、叁", "1 3"},   {"前三个", "1-3"},   {"最后一项", "1000000"},
                     {"007", "7"},      {"0", "0"}});
}

TEST(Selection, Ranges) {
  // A dash, 到 or 至, with the words said round numbers; two dashes make a list.
  expect_selections({{"1-3", "1-3"},
                     {"1 到 3", "1-3"},
                     {"第1 至 第3项", "1-3"},
                     {"1 ~ 3", "1-3"},
                     {"１～３", "1-3"},
                     {"1到3", "1-3"},
                     {"一至三", "1-3"},
                     {"第1项到第3项", "1-3"},
                     {"3-1", "3-1"},
                     {"2-2", "2"},
                     {"1 3-5 7", "1 3-5 7"},
                     {"1-3-5", "1 3 5"},
                     {"-3", "3"},
                     {"3-", "3"},
                     {"1-999999", "1-999999"}});
}

TEST(Selection, All) {
  // Alone, or beside numbers, which then come first; 都要 means these where some are listed.
  expect_selections({{"全部", "all"},
                     {"都要", "all"},
                     {"all", "all"},
                     {"我要全部", "all"},
                     {"1 全部", "1 all"},
                     {"1和3全部要", "1 3"},
                     {"1、3都要", "1 3"},
                     {"1 3 全都要", "1 3"},
                     {"一三五都要", "1 3 5"},
                     {"1先看，其他的也要", "1 all"}});
}

TEST(Selection, WhatIsRefusedIsNotWanted) {
  // Before the numbers or behind them; with nothing wanted beside it, nothing is.
  expect_selections({{"不要1", " not 1"},
                     {"不要 1", " not 1"},
                     {"1不要", " not 1"},
                     {"除了2都要", "all not 2"},
                     {"除2外全部", "all not 2"},
                     {"除了2", "all not 2"},
                     {"2以外都要", "all not 2"},
                     {"全部，不要3", "all not 3"},
                     {"都要，除了1和3", "all not 1 not 3"},
                     {"2不要，其他都要", "all not 2"},
                     {"要1不要2", "1 not 2"},
                     {"1要2不要", "1 not 2"},
                     {"只要1，2和3不要", "1 not 2 not 3"},
                     {"我要看1和4，不要2", "1 4 not 2"},
                     {"1到5，不要3", "1-5 not 3"},
                     {"all except 2", "all not 2"},
                     {"1 not 2", "1 not 2"}});
}

TEST(Selection, HowManyWereListedIsNoNumber) {
  expect_selections({{"1，3两项", "1 3"},
                     {"13两项", "1 3"},
                     {"1和3两个", "1 3"},
                     {"1、3、5三项都发给我", "1 3 5"},
                     {"2和4这两条", "2 4"},
                     {"1 3 俩", "1 3"},
                     {"1和2还有三", "-"},
                     {"1和3第二项", "1 3 2"},
                     {"1 2 五项", "1 2 5"}});
}

TEST(Selection, CountedFromTheEnd) {
  expect_selections({{"后两个", "1000001-1000000"},
                     {"最后两项", "1000001-1000000"},
                     {"倒数第二个", "1000001"},
                     {"倒数第1个", "1000000"},
                     {"最后一个", "1000000"},
                     {"2到最后一个", "2-1000000"},
                     {"前两个和最后一个", "1-2 1000000"},
                     {"后面的", "-"}});
}

TEST(Selection, InWordsAsPeopleAddThem) {
  expect_selections({{"1或者3", "1 3"},
                     {"再看3", "3"},
                     {"请回复我第3项", "3"},
                     {"按1", "1"},
                     {"回1", "1"},
                     {"数字1", "1"},
                     {"No.1", "1"},
                     {"ok 1", "1"},
                     {"好的，1", "1"},
                     {"l", "1"},
                     {"I", "1"},
                     {"1o", "10"},
                     {"1就可以了，谢谢", "1"},
                     {"选1吧", "1"},
                     {"麻烦发一下第4条", "4"},
                     {"option 2 please", "2"},
                     {"item #3", "3"},
                     {"1+3", "1 3"},
                     {"lo", "-"},
                     {"hello", "-"},
                     {"张三", "-"},
                     {"王二", "-"},
                     {"我是张一", "-"},
                     {"一下", "-"}});
}

TEST(Selection, TwiceIsOnce) {
  // In the order in which each was first asked for.
  expect_selections({{"3 1 3", "3 1"}, {"1-3 1-3 2", "1-3 2"}});
}

TEST(Selection, AnythingElseIsNone) {
  // Also a telephone number, and words without a number.
  expect_selections({{"", "-"},
                     {"?", "-"},
                     {"-", "-"},
                     {"和", "-"},
                     {"号", "-"},
                     {"龙泉国土", "-"},
                     {"龙泉国土3", "-"},
                     {"3x", "-"},
                     {"1000000", "-"},
                     {"13800138000", "-"},
                     {"1 13800138000", "-"},
                     {"99999999999999999999", "-"}});
}

TEST(Selection, IsBounded) {
  // The rest of a long list is not read, but must be numbers all the same.
  std::string numbers;
  for (int n = 1; n <= 1000; ++n) numbers += std::to_string(n) + " ";
  ASSERT_TRUE(select(numbers));
  EXPECT_EQ(select(numbers)->ranges.size(), selected_ranges_max);
  EXPECT_EQ(select(numbers)->ranges.back(), (number_range{100, 100}));
  EXPECT_FALSE(select(numbers + "x"));
}

TEST(Digits, OfANumberThatMayMeanSeveral) {
  // None of a single digit, and none where one stands twice.
  EXPECT_THAT(digits_of(135), ElementsAre(1u, 3u, 5u));
  EXPECT_THAT(digits_of(10), ElementsAre(1u, 0u));
  EXPECT_THAT(digits_of(987654), ElementsAre(9u, 8u, 7u, 6u, 5u, 4u));
  for (const auto one : {0u, 7u, 99u, 131u}) EXPECT_THAT(digits_of(one), IsEmpty()) << one;
}

}  // namespace
}  // namespace duanwen
