// What a text does where a resident stands: the reply's kind, the next conversation, and who is counted. How
// replies read is in the golden conversations.
#include "keywords/decide.hpp"

#include <gmock/gmock.h>

#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;

class Decide : public testing::Test {
 protected:
  // Texts one after the other; what was decided for the last.
  decision after(const std::vector<std::string>& texts, const std::string& extension = {}) {
    decision d;
    for (const auto& text : texts) {
      d = decide(town_, stands_, {text, extension}, {words_, profile_, 4});
      stands_ = d.next;
    }
    return d;
  }
  static std::string told(const decision& d) {
    std::string all = std::string(name_of(d.result)) + " " + name_of(d.matched);
    for (const auto& id : d.departments) all += " " + id;
    return all;
  }
  std::string facts(const std::vector<std::string>& texts, const std::string& extension = {}) {
    stands_ = {};
    return told(after(texts, extension));
  }
  const snapshot town_{1, test::small_town()};
  const wording words_ = test::short_words();
  const tariff profile_;
  conversation stands_;
};

struct texts_and_facts {
  std::vector<std::string> texts;
  std::string facts;
};

TEST_F(Decide, WhatIsCountedForEachText) {
  // Outcome, how it was matched, and whose inquiry it was; a sentence is nobody's.
  const texts_and_facts rows[] = {
      {{"龙泉国土"}, "menu exact guotu"},
      {{"龙泉国土 1"}, "details direct_form guotu"},
      {{"龙泉国土", "1 4"}, "details conversation guotu gongshang"},
      {{"龙泉国土", "3"}, "no_such_number conversation guotu"},
      {{"龙泉国土 3"}, "no_such_number direct_form guotu"},
      {{"龙泉国土", "土地证"}, "details conversation guotu"},
      {{"龙泉国土", "开公司"}, "details words gongshang"},
      {{"开火锅店"}, "menu exact"},
      {{"开火锅店", "1 3"}, "details conversation gongshang police"},
      {{"柏合镇"}, "menu exact"},
      {{"柏合镇", "1"}, "menu conversation baihe-gongshang"},
      {{"龙泉国土", "M"}, "page conversation"},
      {{"龙泉国土", "1", "0"}, "menu conversation guotu"},
      {{"龙泉国土", "0"}, "help conversation"},
      {{"00"}, "menu conversation"},
      {{"帮助"}, "help conversation"},
      {{"1"}, "unknown conversation"},
      {{"M"}, "page conversation"},
      {{"0"}, "help conversation"},
      {{"你好"}, "unknown none"},
      {{""}, "unknown none"},
      {{"龙泉国土", "退订"}, "opted_out conversation"},
  };
  for (const auto& [texts, expected] : rows) EXPECT_EQ(facts(texts), expected) << texts.back();
}

TEST_F(Decide, AtAnExtensionNumbersAreItsDepartments) {
  // Until another menu was seen there; an extension of nobody is like none.
  const texts_and_facts rows[] = {{{"1"}, "details extension guotu"},
                                  {{"0"}, "menu extension guotu"},
                                  {{"1", "2"}, "details conversation guotu"},
                                  {{"龙泉工商", "1"}, "details conversation gongshang"}};
  for (const auto& [texts, expected] : rows) EXPECT_EQ(facts(texts, "guotu"), expected) << texts.back();
  EXPECT_EQ(facts({"1"}, "gone"), "unknown conversation");
  stands_ = {};
  after({"龙泉工商"});
  EXPECT_EQ(told(after({"1"}, "guotu")), "details extension guotu") << "seen elsewhere does not count";
}

TEST_F(Decide, ASentenceMovesNobody) {
  // The menu in view stays, whatever was asked in between.
  after({"龙泉国土"});
  const auto seen = stands_;
  for (const std::string text : {"你好", "帮助", "?", "M"}) {
    after({text});
    stands_.fuse_segments = seen.fuse_segments;  // what was said is counted all the same
    EXPECT_EQ(stands_, seen) << text;
  }
}

TEST_F(Decide, NobodyIsAnsweredWhoOptsOut) {
  // Where they stood is kept for when a keyword comes again.
  const auto d = after({"龙泉国土", "退订"});
  EXPECT_TRUE(d.answer.empty());
  EXPECT_TRUE(d.next.opted_out);
  EXPECT_TRUE(after({"1"}).answer.empty());
}

TEST_F(Decide, ALoopEndsAtTheFuseOfTheHour) {
  // Above the limit nothing is said until the next hour; the first answer of an hour is never refused.
  const reply_style style{words_, profile_, 4, 2};
  constexpr std::int64_t hour = 3600'000;
  const auto text_at = [&](std::int64_t now) {
    const auto d = decide(town_, stands_, {"龙泉国土1", "", now}, style);
    stands_ = d.next;
    return std::string(name_of(d.result)) + ' ' + std::to_string(d.segments);
  };
  EXPECT_EQ(text_at(7 * hour), "details 1");
  EXPECT_EQ(text_at(7 * hour + 1), "details 1");
  EXPECT_EQ(text_at(8 * hour - 1), "fused 0");
  EXPECT_EQ(text_at(8 * hour), "details 1");
}

TEST_F(Decide, SegmentsOfTheHourAreCountedWithoutALimitToo) {
  // Fuses of departments and carriers ask whether somebody had an answer in this hour.
  EXPECT_EQ(after({"龙泉国土1", "1"}).next.fuse_segments, 2u);
}

TEST_F(Decide, WhatIsGoneFromTheDirectoryIsNowhere) {
  // A conversation may outlive what it was at: neither its numbers nor what waited mean anything then.
  for (const auto menu : {menu_kind::department, menu_kind::theme, menu_kind::area})
    for (const std::string text : {"1", "M", "0", "全部"}) {
      stands_.menu = menu;
      stands_.id = "gone";
      stands_.waiting = {1};
      stands_.menu_from = 1;
      stands_.below_menu = true;
      const auto d = after({text});
      EXPECT_THAT(d.departments, testing::IsEmpty());
      EXPECT_EQ(d.answer.blocks[0].text, text == "0" ? "发龙泉国土" : "先发龙泉国土") << text;
    }
}

TEST_F(Decide, AMenuIsGoneOnWithBehindDetails) {
  // What was asked for in between waits first, then the menu's next page comes.
  stands_.menu = menu_kind::department;
  stands_.id = "guotu";
  stands_.menu_from = 2;
  EXPECT_EQ(after({"1"}).next.menu_from, 2u);
  stands_.waiting = {12};
  EXPECT_EQ(after({"M"}).answer.blocks[0].item, 12u);
  EXPECT_THAT(after({"M"}).answer.blocks[0].text, testing::StartsWith("5采矿许可"));
  EXPECT_EQ(stands_.menu_from, 0u);
}

TEST_F(Decide, WaitingDetailsThatAreGoneAreNoAnswer) {
  // The menu goes on instead, or there is nothing more.
  stands_.menu = menu_kind::department;
  stands_.id = "gongshang";
  stands_.waiting = {77};
  EXPECT_EQ(after({"M"}).answer.blocks[0].text, "没有了");
}

TEST_F(Decide, AnAreaThatLostDepartmentsHasNoMore) {
  // Its next page would hold nothing but a signature.
  stands_.menu = menu_kind::area;
  stands_.id = "lq";
  stands_.menu_from = 2;
  EXPECT_EQ(after({"M"}).answer.blocks[0].text, "Police");
  stands_.menu_from = 3;
  EXPECT_EQ(after({"M"}).answer.blocks[0].text, "没有了");
}

TEST_F(Decide, ASentenceIsCutToTheReplysLimitToo) {
  // Whoever allows one segment pays for one.
  auto words = test::short_words();
  words.help = std::string(100, 'h') + "龙";
  const auto d = decide(town_, {}, {"帮助", ""}, {words, profile_, 1});
  EXPECT_EQ(d.answer.blocks[0].text, std::string(66, 'h'));
}

TEST_F(Decide, AnEmptyDirectoryAnswersToo) {
  // The first text ever may come before the first import.
  const snapshot empty(0, {});
  const auto d = decide(empty, {}, {"龙泉国土", ""}, {words_, profile_, 4});
  EXPECT_EQ(told(d), "unknown none");
  EXPECT_EQ(d.answer.blocks[0].text, "还没有部门");  // and no sentence with a hole
  EXPECT_EQ(d.answer.signature_name, "短问");
}

TEST(Names, OfOutcomesAndMatchesAreAllDifferent) {
  // They are labels of metrics.
  std::set<std::string> outcomes, matches;
  for (int o = 0; o <= static_cast<int>(outcome::repeated); ++o)
    outcomes.insert(name_of(static_cast<outcome>(o)));
  for (int m = 0; m <= static_cast<int>(match_kind::words); ++m)
    matches.insert(name_of(static_cast<match_kind>(m)));
  EXPECT_THAT(outcomes, ElementsAre("details", "fused", "help", "menu", "no_such_number", "notice", "offers",
                                    "opted_out", "page", "repeated", "unknown"));
  EXPECT_THAT(matches, ElementsAre("conversation", "direct_form", "exact", "extension", "name", "near_name",
                                   "none", "words"));
}

}  // namespace
}  // namespace duanwen
