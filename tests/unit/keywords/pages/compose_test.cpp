// Pages: a menu cut between lines, details as many as fit, and what the next text goes on with.
#include "keywords/pages/compose.hpp"

#include <gmock/gmock.h>

#include "tests/support/samples/small_town.hpp"
#include "tests/unit/keywords/support.hpp"

namespace duanwen {
namespace {

using test::times;
using testing::ElementsAre;
using testing::IsEmpty;

class Compose : public testing::Test {
 protected:
  // A department of items whose lines are 10 characters each, and whose details are `details`.
  void build(std::uint32_t items, const std::string& details = "好") {
    auto d = test::make_department("zw", "政务");
    for (std::uint32_t n = 10; n < 10 + items; ++n)
      d.items.push_back(test::make_item(n, times(8, "办"), details));
    directory town;
    town.departments = {d};
    served_.emplace(1, town);
    menu_ = menu_of(*served_, *served_->find_department("zw"));
  }
  static std::string text_of(const page& p) {
    std::string all;
    for (const auto& b : p.answer.blocks) all += (all.empty() ? "" : " / ") + b.text;
    return all;
  }
  static std::string line(std::uint32_t n) { return std::to_string(n) + times(8, "办"); }
  reply_style style(std::uint32_t segments) const { return {words_, profile_, segments}; }

  const wording words_ = test::short_words();
  const tariff profile_;
  std::optional<snapshot> served_;
  menu menu_;
};

TEST_F(Compose, AMenuThatFitsIsSaidWhole) {
  // Signed 【政务】 (4), 5 lines of 10 and their ends are 58 characters: the hint costs nothing.
  build(5);
  const auto p = compose_menu(menu_, 0, style(1));
  EXPECT_EQ(text_of(p),
            line(10) + "\n" + line(11) + "\n" + line(12) + "\n" + line(13) + "\n" + line(14) + "\n回数字");
  EXPECT_EQ(p.answer.signature_name, "政务");
  EXPECT_EQ(p.answer.blocks[0].department, "zw");
  EXPECT_EQ(p.next.menu, menu_kind::department);
  EXPECT_EQ(p.next.id, "zw");
  EXPECT_EQ(p.next.menu_from, 0u);
  EXPECT_FALSE(p.next.below_menu);
}

TEST_F(Compose, TheHintIsLeftOutWhereItWouldCostASegment) {
  // 6 lines and their ends are 69 characters with the signature; 4 more are one too many.
  build(6);
  const auto p = compose_menu(menu_, 0, style(4));
  EXPECT_EQ(p.answer.blocks[0].text.find("回数字"), std::string::npos);
  EXPECT_EQ(count_segments(p.answer, profile_), 1u);
}

TEST_F(Compose, ALongMenuIsTurnedPageByPage) {
  // Each page as full as it goes with the hint behind it, each line once, and the last page without.
  build(14);
  auto p = compose_menu(menu_, 0, style(1));
  std::string all = text_of(p);
  std::vector<std::uint32_t> ends;
  while (p.next.menu_from != 0) {
    EXPECT_LE(count_segments(p.answer, profile_), 1u);
    EXPECT_THAT(text_of(p), testing::EndsWith("\n回M"));
    ends.push_back(p.next.menu_from);
    p = compose_menu(menu_, p.next.menu_from, style(1));
    EXPECT_TRUE(p.next.below_menu);
    all += "\n" + text_of(p);
  }
  EXPECT_THAT(ends, ElementsAre(14u, 19u));
  for (std::uint32_t n = 10; n < 24; ++n) {
    EXPECT_NE(all.find(line(n)), std::string::npos) << n;
    EXPECT_EQ(all.find(line(n)), all.rfind(line(n))) << n;
  }
}

TEST_F(Compose, ANoticeStandsAboveTheFirstPageOnly) {
  // What is said before a menu is not said again.
  build(14);
  const auto p = compose_menu(menu_, 0, style(1), "政务没有9号");
  EXPECT_THAT(text_of(p), testing::StartsWith("政务没有9号\n10办"));
  EXPECT_THAT(text_of(compose_menu(menu_, p.next.menu_from, style(1), "政务没有9号")),
              testing::StartsWith(std::to_string(p.next.menu_from + 1) + "办"));
}

TEST_F(Compose, AnEmptyDirectorySaysSo) {
  // Also where something was asked for; no hint promises numbers.
  build(0);
  EXPECT_EQ(text_of(compose_menu(menu_, 0, style(4))), "政务暂无");
  EXPECT_EQ(text_of(compose_menu(menu_, 0, style(4), "政务没有1号")), "政务没有1号\n政务暂无");
}

TEST_F(Compose, DetailsThatFitAreSaidInTheOrderAskedFor) {
  // A block each, nothing waits, and 0 then leads to the menu.
  build(3);
  const auto p = compose_details(menu_, {12, 10}, 0, style(4));
  EXPECT_EQ(text_of(p), line(12) + ":好 / " + line(10) + ":好");
  EXPECT_EQ(p.answer.blocks[1].item, 10u);
  EXPECT_THAT(p.next.waiting, IsEmpty());
  EXPECT_TRUE(p.next.below_menu);
}

TEST_F(Compose, DetailsThatDoNotFitWait) {
  // 50 and 11 before it make 61; a second one is too much for one segment.
  build(3, times(45, "字"));
  const auto p = compose_details(menu_, {10, 11, 12}, 0, style(1));
  EXPECT_EQ(text_of(p), line(10) + ":" + times(45, "字") + "\n回M");
  EXPECT_THAT(p.next.waiting, ElementsAre(11u, 12u));
  const auto last = compose_details(menu_, {12}, 0, style(1));
  EXPECT_EQ(text_of(last), line(12) + ":" + times(45, "字"));
}

TEST_F(Compose, ADetailLongerThanAReplyIsToldOn) {
  // At a character, from where it stopped, until all of it was said.
  build(1, times(200, "字"));
  std::string told;
  conversation at;
  at.waiting = {10};
  int pages = 0;
  while (!at.waiting.empty()) {
    const auto p = compose_details(menu_, at.waiting, at.waiting_offset, style(1));
    EXPECT_EQ(count_segments(p.answer, profile_), 1u);
    const auto& text = p.answer.blocks[0].text;
    told += p.next.waiting.empty() ? text : text.substr(0, text.size() - std::string("\n回M").size());
    at = p.next;
    ++pages;
  }
  EXPECT_EQ(told, line(10) + ":" + times(200, "字"));
  EXPECT_EQ(pages, 4);
}

TEST_F(Compose, ADetailRewrittenMeanwhileBeginsAnew) {
  // Where the octet to go on at lies behind its end; inside a character it moves to the next one.
  build(1, "一二三");
  EXPECT_EQ(text_of(compose_details(menu_, {10}, 9999, style(4))), line(10) + ":一二三");
  const auto head = static_cast<std::uint32_t>((line(10) + ":").size());
  EXPECT_EQ(text_of(compose_details(menu_, {10}, head + 3, style(4))), "二三");
  EXPECT_EQ(text_of(compose_details(menu_, {10}, head + 1, style(4))), "二三");
}

TEST_F(Compose, NumbersThatAreGoneArePassedOver) {
  // An item that vanished while it waited; an offset into it means nothing for the next one.
  build(2);
  EXPECT_EQ(text_of(compose_details(menu_, {99, 11}, 5, style(4))), line(11) + ":好");
  EXPECT_TRUE(compose_details(menu_, {99}, 5, style(4)).answer.empty());
}

TEST_F(Compose, ANoticeStandsInFrontOfDetails) {
  // A block of its own, the department's.
  build(1);
  const auto p = compose_details(menu_, {10}, 0, style(4), "政务没有9号");
  EXPECT_EQ(text_of(p), "政务没有9号 / " + line(10) + ":好");
  EXPECT_EQ(p.answer.blocks[0].department, "zw");
  EXPECT_EQ(p.answer.blocks[0].item, 0u);
}

TEST_F(Compose, WhatStandsBeforeALineIsCutToLeaveItRoom) {
  // Signature, line, hint and their ends take 18 of 70; what stands above has the rest.
  build(2);
  const auto p = compose_menu(menu_, 0, style(1), times(500, "长"));
  EXPECT_EQ(text_of(p), times(52, "长") + "\n" + line(10) + "\n回M");
  EXPECT_EQ(p.next.menu_from, 10u);
  EXPECT_EQ(count_segments(p.answer, profile_), 1u);
}

TEST_F(Compose, ANoticeIsCutToLeaveADetailRoom) {
  // The detail then goes on with 更多.
  build(1);
  const auto p = compose_details(menu_, {10}, 0, style(1), times(500, "长"));
  EXPECT_EQ(text_of(p), times(61, "长") + " / 1\n回M");
  EXPECT_EQ(p.next.waiting_offset, 1u);
  EXPECT_EQ(count_segments(p.answer, profile_), 1u);
}

TEST_F(Compose, ALineOrACharacterIsSaidEvenWhereNothingFits) {
  // A signature as long as a reply: nobody waits for ever, page after page the rest is told.
  build(2, "二三");
  menu_.signature_name = times(70, "名");
  EXPECT_EQ(text_of(compose_menu(menu_, 0, style(1), "长")), line(10) + "\n回M");
  EXPECT_EQ(text_of(compose_details(menu_, {10}, 3, style(1), "长")), "办\n回M");
}

TEST_F(Compose, TheLongestBeginningThatFits) {
  // Of whole characters: all, some, or nothing.
  const auto whole = [](std::string_view beginning) {
    reply answer;
    answer.blocks = {{std::string(beginning) + times(60, "字"), "", 0}};
    return answer;
  };
  EXPECT_EQ(longest_beginning("龙泉", whole, style(1)), 6u);
  EXPECT_EQ(longest_beginning(times(11, "龙"), whole, style(1)), 30u);
  EXPECT_EQ(longest_beginning(times(9, "龙") + "😀", whole, style(1)), 27u);
  EXPECT_EQ(longest_beginning("", whole, style(1)), 0u);
  EXPECT_EQ(longest_beginning(
                "龙",
                [](auto) {
                  return reply{"", {{times(71, "字"), "", 0}}};
                },
                style(1)),
            0u);
}

}  // namespace
}  // namespace duanwen
