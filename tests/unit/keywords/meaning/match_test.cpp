// What a text asks for, before anybody knows where the resident stands.
#include "keywords/meaning/match.hpp"

#include <gtest/gtest.h>

#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

constexpr const char* names[] = {"nothing", "help", "more", "back", "top", "stop", "selection", "keyword"};

// "keyword guotu 1 3-5", "selection all", "more" …
std::string told(const understood& u) {
  std::string all = names[static_cast<int>(u.intent)];
  if (u.keyword && u.keyword->department) all += " " + u.keyword->department->id;
  if (u.keyword && u.keyword->theme) all += " " + u.keyword->theme->id;
  if (u.keyword && u.keyword->area) all += " " + u.keyword->area->id;
  if (!u.selected) return all;
  for (const auto& r : u.selected->ranges)
    all += " " + std::to_string(r.first) + (r.is_one() ? "" : "-" + std::to_string(r.last));
  return u.selected->all ? all + " all" : all;
}

struct text_and_meaning {
  std::string text, meaning;
};

void expect_meanings(const directory& document, std::initializer_list<text_and_meaning> rows) {
  const snapshot s(1, document);
  const auto words = test::short_words();
  for (const auto& [text, meaning] : rows) EXPECT_EQ(told(understand(s, text, words)), meaning) << text;
}

TEST(Understand, Commands) {
  // In every width, case and spacing; a sign alone may be one, but 0-0 is not 00.
  expect_meanings(test::small_town(), {{"m", "more"},
                                       {"Ｍ", "more"},
                                       {"更 多", "more"},
                                       {"幫助", "help"},
                                       {"？", "help"},
                                       {"Help!", "help"},
                                       {"0", "back"},
                                       {"００", "top"},
                                       {"0-0", "selection 0"},
                                       {"td", "stop"},
                                       {"退订", "stop"}});
}

TEST(Understand, SelectionsAndKeywords) {
  // A keyword alone, numbers alone, and the direct form.
  expect_meanings(test::small_town(), {{"1 3", "selection 1 3"},
                                       {"全部", "selection all"},
                                       {"龙泉国土", "keyword guotu"},
                                       {"【龍泉國土】", "keyword guotu"},
                                       {"龙泉国土3", "keyword guotu 3"},
                                       {"龙泉国土 1和3-5", "keyword guotu 1 3-5"},
                                       {"龙泉国土：全部", "keyword guotu all"},
                                       {"龙泉国土③", "keyword guotu 3"},
                                       {"police 3", "keyword police 3"},
                                       {"开火锅店第二项", "keyword huoguo 2"},
                                       {"柏合镇", "keyword bh"}});
}

TEST(Understand, ALongerTextIsNotTheKeyword) {
  // Nothing but a selection may stand behind it.
  expect_meanings(test::small_town(), {{"", "nothing"},
                                       {"龙泉国土局", "nothing"},
                                       {"龙泉国土在哪里", "nothing"},
                                       {"policeman", "nothing"},
                                       {"请问龙泉国土", "nothing"},
                                       {"龙泉国土13800138000", "nothing"},
                                       {"龙泉国土？", "keyword guotu"}});
}

TEST(Understand, AKeywordGoesBeforeACommandAndACommandBeforeASelection) {
  // Whoever registers a word of the wording in force means it.
  auto town = test::small_town();
  town.departments[0].keywords.push_back("都要");
  expect_meanings(town, {{"都要", "keyword guotu"}, {"0", "back"}});
}

TEST(Understand, ANumberIsNotCutApart) {
  // 路口12 is not item 2 of 路口1; a shorter keyword still may have item 12.
  auto town = test::small_town();
  town.departments[0].keywords = {"路口1"};
  expect_meanings(town, {{"路口1 2", "keyword guotu 2"}, {"路口12", "nothing"}});
  town.departments[1].keywords = {"路口"};
  expect_meanings(town, {{"路口12", "keyword gongshang 12"}, {"路口1 2", "keyword guotu 2"}});
}

TEST(Understand, KeepsTheFormOfAnyText) {
  // By which an item may be called.
  const snapshot s(1, test::small_town());
  EXPECT_EQ(understand(s, " 宅基 地！", test::short_words()).form, "宅基地");
}

}  // namespace
}  // namespace duanwen
