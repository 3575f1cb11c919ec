// What is no inquiry.
#include "keywords/no_inquiry.hpp"

#include <gtest/gtest.h>

#include "keywords/normalise.hpp"
#include "tests/support/shipped.hpp"

namespace duanwen {
namespace {

TEST(NoInquiry, NoticesAndAutomaticRepliesGiveThemselvesAway) {
  const auto words = test::read_wording("zh-CN");
  for (const auto* notice :
       {"您好，我正在开会，稍后回复您", "验证码482913，请勿泄露", "尊敬的客户，您的余额不足10元",
        "【自动回复】在开车", "详情点击 http://example.invalid"})
    EXPECT_TRUE(is_notice(normalise(notice), words)) << notice;
  for (const auto* asked : {"龙泉国土", "宅基地怎么办", "开会议室的手续", "余家在哪办证"})
    EXPECT_FALSE(is_notice(normalise(asked), words)) << asked;
}

TEST(NoInquiry, ASignatureWithMuchBesideIsAProgrammes) {
  EXPECT_TRUE(is_signed("【龙泉国土】1宅基地\n2土地证\n3分户土地证"));
  EXPECT_TRUE(is_signed("您的快件已到菜鸟驿站请及时取【某某速递】 "));
  for (const auto* by_hand : {"【龙泉国土】", "【龙泉国土】3", "龙泉国土", "我要办【宅基地】那个审批手续"})
    EXPECT_FALSE(is_signed(by_hand)) << by_hand;
}

TEST(NoInquiry, WhoIsInDangerIsHeard) {
  const auto words = test::read_wording("zh-CN");
  for (const auto* danger : {"救命啊", "我要报警", "快来人着火了", "110", "有人跳河了"})
    EXPECT_TRUE(is_emergency(normalise(danger), words)) << danger;
  for (const auto* none : {"1 10", "1110", "龙泉国土", "急用户口簿"})
    EXPECT_FALSE(is_emergency(normalise(none), words)) << none;
}

TEST(NoInquiry, NumbersOfCardsAreLeftOut) {
  const std::pair<const char*, const char*> cards[] = {
      {"龙泉社保 51011219800101001X", "龙泉社保  "},
      {"510112800101001", " "},
      {"卡号6222 0212 3456 7890 123好", "卡号 好"},
      {"６２２２０２１２３４５６７８９０", " "},
  };
  for (const auto& [text, rest] : cards) {
    const auto found = without_private_numbers(text);
    EXPECT_TRUE(found.found) << text;
    EXPECT_EQ(found.rest, rest);
  }
}

TEST(NoInquiry, OtherNumbersStay) {
  for (const auto* text :
       {"1 3 5", "龙泉国土3", "13800000001", "101 102 103 104 105", "99999999999999999999"}) {
    const auto found = without_private_numbers(text);
    EXPECT_FALSE(found.found) << text;
    EXPECT_EQ(found.rest, text);
  }
}

}  // namespace
}  // namespace duanwen
