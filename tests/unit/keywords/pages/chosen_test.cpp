// A selection seen against a menu.
#include "keywords/pages/chosen.hpp"

#include <gmock/gmock.h>

#include "keywords/text/normalise.hpp"
#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

// 1 2 4* 5 9* 12, of which 4 and 9 moved, and 8 is gone.
class Chosen : public testing::Test {
 protected:
  chosen from(const std::string& text) const {
    return choose(menu_, *parse_selection(normalise(text), words_.all_words, words_.and_words));
  }
  static std::string told(const chosen& c) {
    std::string all;
    for (const auto n : c.there) all += (all.empty() ? "" : " ") + std::to_string(n);
    for (std::size_t i = 0; i < c.missing.size(); ++i) {
      const auto& r = c.missing[i];
      all += (i == 0 ? " without " : " ") + std::to_string(r.first);
      if (!r.is_one()) all += "-" + std::to_string(r.last);
    }
    return all;
  }
  std::string about(const std::string& text) const {
    return about_missing(menu_, from(text).missing, words_);
  }
  const snapshot town_{1, test::small_town()};
  const wording words_ = test::short_words();
  const menu menu_ = menu_of(town_, *town_.find_department("guotu"));
};

struct text_and_choice {
  std::string text, choice;
};

TEST_F(Chosen, NumbersInTheOrderAskedFor) {
  // None twice, and what is missing apart.
  const text_and_choice rows[] = {{"5 1", "5 1"},          {"1 5 1", "1 5"}, {"1 3 5", "1 5 without 3"},
                                  {"3 7", " without 3 7"}, {"4", "4"},       {"8", " without 8"},
                                  {"1 1-2", "1 2"}};
  for (const auto& [text, choice] : rows) EXPECT_EQ(told(from(text)), choice) << text;
}

TEST_F(Chosen, WhatIsRefusedAndWhatIsCountedFromTheEnd) {
  const text_and_choice rows[] = {
      {"除了2都要", "1 5 12"},  {"要1不要2", "1"},   {"1-5 不要2", "1 4 5 without 3"},
      {"最后一个", "12"},       {"倒数第二个", "5"}, {"后两个", "5 12"},
      {"后九十个", "1 2 5 12"}, {"不要1", ""},       {"全部 不要最后一个", "1 2 5"}};
  for (const auto& [text, choice] : rows) EXPECT_EQ(told(from(text)), choice) << text;
}

TEST_F(Chosen, ARangeIsWhatTheMenuHasOfIt) {
  // In its direction; the gaps are missing, neighbours together, however wide it was.
  const text_and_choice rows[] = {{"1-2", "1 2"},
                                  {"1-5", "1 2 4 5 without 3"},
                                  {"5-1", "5 4 2 1 without 3"},
                                  {"5-12", "5 9 12 without 6-8 10-11"},
                                  {"20-30", " without 20-30"},
                                  {"0-1", "1 without 0"},
                                  {"1-999999", "1 2 4 5 9 12 without 3 6-8 10-11 13-999999"}};
  for (const auto& [text, choice] : rows) EXPECT_EQ(told(from(text)), choice) << text;
}

TEST_F(Chosen, AllIsWhatTheMenuShows) {
  // Retired numbers are not shown; what was asked for by number comes first.
  EXPECT_EQ(told(from("全部")), "1 2 5 12");
  EXPECT_EQ(told(from("5 全部")), "5 1 2 12");
}

TEST_F(Chosen, TheLastIsTheLastThatTheMenuShows) {
  EXPECT_EQ(told(from("最后一个")), "12");
  EXPECT_EQ(told(from("1和最后一项")), "1 12");
}

TEST_F(Chosen, DigitsTogetherMayBeSeveralNumbers) {
  // Only alone, only if there is no such item, and only if there are all of them.
  const text_and_choice rows[] = {{"15", "1 5"},
                                  {"12", "12"},
                                  {"125", "1 2 5"},
                                  {"13", " without 13"},
                                  {"11", " without 11"},
                                  {"15 1", "1 without 15"},
                                  {"15 全部", "1 2 5 12 without 15"}};
  for (const auto& [text, choice] : rows) EXPECT_EQ(told(from(text)), choice) << text;
}

TEST_F(Chosen, WhatIsMissingIsSaidInALineEach) {
  // Gone for ever, or never there; a range that holds a gone number is not read number by number.
  const text_and_choice rows[] = {{"1", ""},
                                  {"8", "8号取消"},
                                  {"3 7", "龙泉国土没有3,7号"},
                                  {"3 8", "8号取消\n龙泉国土没有3号"},
                                  {"13-99", "龙泉国土没有13-99号"}};
  for (const auto& [text, sentence] : rows) EXPECT_EQ(about(text), sentence) << text;
}

TEST_F(Chosen, MoreThanFiveMissingAreNotAllNamed) {
  // The reply must stay short whatever was asked for.
  EXPECT_EQ(about("20 22 24 26 28"), "龙泉国土没有20,22,24,26,28号");
  EXPECT_EQ(about("20 22 24 26 28 30"), "龙泉国土没有20,22,24,26,28...号");
}

}  // namespace
}  // namespace duanwen
