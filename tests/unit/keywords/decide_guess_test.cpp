// What decide() makes of texts that are no keyword: guesses, lists to pick from, what is carried on.
#include <gmock/gmock.h>

#include "keywords/decide.hpp"
#include "tests/support/samples/shipped.hpp"

namespace duanwen {
namespace {

class DecideGuess : public testing::Test {
 protected:
  decision text(const std::string& what) {
    auto d = decide(*served(), stands_, inquiry{what, "", now_}, style_);
    stands_ = decode_conversation(encode_conversation(d.next));
    EXPECT_EQ(stands_, d.next) << "does not come back from the store";
    return d;
  }
  decision guessed(const std::string& what) {
    inquiry asked{what, "", now_};
    asked.guessed = true;
    return decide(*served(), stands_, asked, style_);
  }
  static const snapshot* served() {
    static const snapshot sample(1, test::read_directory("config/directory/longquan.json"));
    return &sample;
  }
  const wording words_ = test::read_wording("zh-CN");
  tariff profile_;
  reply_style style_{words_, profile_, 4, 0};
  conversation stands_;
  std::int64_t now_ = 0;
};

TEST_F(DecideGuess, OneSureGuessIsAnsweredAtOnce) {
  const auto d = text("龙全国土");
  EXPECT_EQ(d.result, outcome::menu);
  EXPECT_EQ(d.matched, match_kind::near_name);
  EXPECT_EQ(d.next.id, "lq-guotu");
}

TEST_F(DecideGuess, NumbersBesideAGuessCount) {
  const auto d = text("龙全国土3");
  ASSERT_EQ(d.result, outcome::details);
  EXPECT_EQ(d.answer.blocks.at(0).item, 3u);
}

TEST_F(DecideGuess, SeveralAreOfferedInOneSegmentAndTheNumberPicks) {
  const auto offers = text("税务局");
  ASSERT_EQ(offers.result, outcome::offers);
  EXPECT_EQ(count_segments(offers.answer, profile_), 1u);
  ASSERT_EQ(offers.next.offers.size(), 2u);
  const auto picked = text("2");
  EXPECT_EQ(picked.result, outcome::menu);
  EXPECT_EQ(picked.next.id, offers.next.offers[1].id);
}

TEST_F(DecideGuess, ItemsOfferedAreToldAndTheListStaysForTheNextNumber) {
  const auto offers = text("想砍屋后头几根树子");
  ASSERT_EQ(offers.result, outcome::offers);
  const auto first = text("1");
  ASSERT_EQ(first.result, outcome::details);
  EXPECT_EQ(first.answer.blocks.at(0).item, offers.next.offers[0].item);
  EXPECT_EQ(text("0").next.offers, offers.next.offers);
}

TEST_F(DecideGuess, TheSameWordsMeanTheAreaThatWasAskedLast) {
  text("龙泉国土");
  EXPECT_EQ(stands_.last_area, "lq");
  EXPECT_EQ(text("民政").next.id, "lq-minzheng");
}

TEST_F(DecideGuess, NumbersOfAListMeanWhatWasShownAlsoWhenTheDirectoryChanged) {
  // Candidates and items stay pinned, whatever stands before them now.
  text("税务局");
  auto changed = test::read_directory("config/directory/longquan.json");
  std::swap(changed.departments[2], changed.departments[3]);
  changed.departments.erase(changed.departments.begin());
  const snapshot newer(2, changed);
  const auto second = stands_.offers.at(1).id;
  EXPECT_EQ(decide(newer, stands_, inquiry{"2", ""}, style_).next.id, second);
  text("砍几根树子运树子");
  ASSERT_GT(stands_.offers.size(), 1u);
  const auto item = stands_.offers.at(0).item;
  const auto told = decide(newer, stands_, inquiry{"1", ""}, style_);
  EXPECT_EQ(told.answer.blocks.at(0).item, item);
}

TEST_F(DecideGuess, AnyNameOpensTheTalkAgainAfterAnOptOut) {
  // Registered, put together, misheard or of several; chatter and numbers do not.
  for (const auto* name : {"龙泉国土", "龙泉驿国土局", "龙全国土", "税务局", "longquanguotu"}) {
    text("TD");
    for (const auto* other : {"1", "M", "在吗", "帮助"}) EXPECT_TRUE(text(other).answer.empty()) << other;
    EXPECT_FALSE(text(name).answer.empty()) << name;
    EXPECT_FALSE(stands_.opted_out) << name;
  }
}

TEST_F(DecideGuess, AReadingThatWasGuessedFindsNamesAndQuestions) {
  for (const auto* what : {"龙泉国土", "龙全国土", "lqgt", "娃儿上户口"}) {
    const auto d = guessed(what);
    EXPECT_TRUE(d.result == outcome::menu || d.result == outcome::details || d.result == outcome::offers)
        << what;
    EXPECT_TRUE(d.guessed) << what;
    EXPECT_FALSE(text(what).guessed) << what;
  }
  EXPECT_EQ(guessed("龙泉国土3").answer.blocks.at(0).item, 3u) << "the keyword proves the reading";
}

TEST_F(DecideGuess, AReadingThatWasGuessedOrdersNothing) {
  // No opt-out, no other command and no selection, whatever menu is in view.
  text("龙泉国土");
  const auto before = stands_;
  for (const auto* what :
       {"T",    "TD", "退订", "$t",   "我要退订", "STOP", "M",   "更多", "0",      "00",
        "返回", "?",  "HELP", "帮助", "1",        "13",   "1 3", "全部", "第三项", "3，谢谢"}) {
    const auto d = guessed(what);
    EXPECT_EQ(d.result, outcome::unknown) << what;
    EXPECT_EQ(d.matched, match_kind::none) << what;
    EXPECT_FALSE(d.next.opted_out) << what;
    EXPECT_EQ(d.next.id, before.id) << what;
  }
}

TEST_F(DecideGuess, AReadingThatWasGuessedTakesNoOptOutBack) {
  text("TD");
  EXPECT_TRUE(guessed("龙泉国土").answer.empty());
  EXPECT_TRUE(stands_.opted_out);
}

TEST_F(DecideGuess, DangerIsHeardAfterAnOptOutToo) {
  text("TD");
  const auto d = text("救命");
  EXPECT_EQ(d.answer.blocks.at(0).text, words_.emergency);
  EXPECT_TRUE(stands_.opted_out);
}

TEST_F(DecideGuess, WhatWeSaidIsNeverAnswered) {
  // Every sentence of the wording that may be said alone, and a menu, sent back.
  for (const auto& said : {words_.help, words_.unknown, words_.number_without_menu, words_.no_more,
                           words_.too_often, words_.emergency, words_.private_number})
    EXPECT_TRUE(text(fill(said, {{"keyword", "龙泉国土"}})).answer.empty()) << said;
  const auto menu = text("龙泉国土");
  EXPECT_TRUE(text(menu.answer.blocks.at(0).text).answer.empty());
  const auto detail = text("1");
  EXPECT_TRUE(text(detail.answer.blocks.at(0).text).answer.empty());
  const auto offers = text("税务局");
  EXPECT_TRUE(text(offers.answer.blocks.at(0).text).answer.empty());
}

TEST_F(DecideGuess, DangerIsAnsweredWithWhomToCall) {
  const auto d = text("救命有人跳河了");
  EXPECT_EQ(d.answer.blocks.at(0).text, words_.emergency);
  EXPECT_EQ(d.answer.blocks.size(), 1u);
}

TEST_F(DecideGuess, ACardsNumberIsNotSearchedForAndSaidSo) {
  const auto d = text("龙泉社保 510112198001010019");
  EXPECT_EQ(d.answer.blocks.at(0).text, words_.private_number);
  EXPECT_EQ(d.next.id, "lq-shebao");
  for (const auto& b : d.answer.blocks) EXPECT_EQ(b.text.find("510112"), std::string::npos);
}

TEST_F(DecideGuess, NoticesGetNoAnswerAndMoveNobody) {
  text("龙泉国土");
  const auto before = stands_;
  EXPECT_TRUE(text("【某银行】您尾号1234的卡余额10元").answer.empty());
  EXPECT_EQ(stands_, before);
}

TEST_F(DecideGuess, WhoOptedOutIsLeftAloneUntilAKeyword) {
  text("龙泉国土");
  EXPECT_EQ(text("退订").result, outcome::opted_out);
  for (const auto* what : {"1", "帮助", "宅基地怎么办"}) EXPECT_TRUE(text(what).answer.empty()) << what;
  EXPECT_EQ(text("龙泉民政").result, outcome::menu);
  EXPECT_FALSE(text("1").answer.empty());
}

TEST_F(DecideGuess, TheFuseLetsTheFirstAnswerThroughAndOpensWithTheHour) {
  style_.segments_per_hour = 1;
  EXPECT_FALSE(text("龙泉国土").answer.empty()) << "two segments, and the first answer";
  EXPECT_EQ(text("龙泉民政").result, outcome::fused);
  now_ += 3600'000;
  EXPECT_EQ(text("龙泉民政").result, outcome::menu);
}

TEST_F(DecideGuess, NoTextTakesForEverOrHurts) {
  std::string endless;
  while (endless.size() < 65536) endless += "龙泉国土宅基地abc1 ";
  EXPECT_EQ(text(endless).result, outcome::unknown);
}

}  // namespace
}  // namespace duanwen
