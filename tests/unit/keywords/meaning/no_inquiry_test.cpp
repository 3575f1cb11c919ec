// What is no inquiry.
#include "keywords/meaning/no_inquiry.hpp"

#include <gtest/gtest.h>

#include "keywords/text/normalise.hpp"
#include "tests/support/samples/shipped.hpp"
#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

TEST(NoInquiry, NoticesAndAutomaticRepliesGiveThemselvesAway) {
  const auto words = test::read_wording("zh-CN");
  for (const auto* notice :
       {"您好，我正在开会，稍后回复您", "验证码482913，请勿泄露", "尊敬的客户，您的余额不足10元",
        "【自动回复】在开车", "详情点击 http://example.invalid"})
    EXPECT_TRUE(is_notice(normalise(notice), words)) << notice;
  for (const auto* inquiry : {"龙泉国土", "宅基地怎么办", "开会议室的手续", "余家在哪办证"})
    EXPECT_FALSE(is_notice(normalise(inquiry), words)) << inquiry;
}

TEST(NoInquiry, ASignatureWithMuchBesideIsAProgrammes) {
  // Beside a name of ours stand keywords and words that residents copied; strangers say less.
  const snapshot town(1, test::small_town());
  for (const auto* program : {"【龙泉国土】1宅基地\n2土地证\n3分户土地证",
                              "您的快件已到菜鸟驿站请及时取【某某速递】 ", "【某某速运】您的快件已签收"})
    EXPECT_TRUE(is_signed(program, town)) << program;
  for (const auto* by_hand : {"【龙泉国土】", "【龙泉国土】3", "【龙泉国土】宅基地审批", "龙泉国土",
                              "我要办【宅基地】那个审批手续", "【宅基地】怎么办理"})
    EXPECT_FALSE(is_signed(by_hand, town)) << by_hand;
}

TEST(NoInquiry, OurOwnSentencesThatComeBackAreEchoes) {
  // Also in the middle of others, and whatever was filled in.
  const auto words = test::read_wording("zh-CN");
  for (const auto* echo : {"您要找的是 1龙泉国土 2柏合国土", "没有找到。请发部门名,如某某局;不会用请发帮助",
                           "1宅基地 2土地证 回数字看详情", "回复:请先发部门名,如龙泉国土,再回数字"})
    EXPECT_TRUE(is_echo(keyword_form(echo), words)) << echo;
  for (const auto* inquiry : {"龙泉国土", "我没有找到国土局", "回数字", "退订"})
    EXPECT_FALSE(is_echo(keyword_form(inquiry), words)) << inquiry;
}

TEST(NoInquiry, DetailsThatComeBackAreEchoes) {
  const std::string details = "带户口簿、身份证和书面建房申请交村民小组，经村委会公示。";
  EXPECT_TRUE(is_echo_of(keyword_form("1宅基地审批:" + details), details));
  EXPECT_FALSE(is_echo_of(keyword_form("带户口簿、身份证"), details)) << "a few of their words";
  EXPECT_FALSE(is_echo_of(keyword_form("宅基地审批要带户口簿身份证和照片吗，还要哪些材料才可以"), details));
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
      {"5101 1219 8001 0100 19", " "},
      {"510112 19800101 001X", " "},
      {"5 1 0 1 1 2 1 9 8 0 0 1 0 1 0 0 1 x", " "},
      {"6222-0212-3456-7890", " "},
      {"6222\xC2\xA0"
       "0212.3456·7890",
       " "},
  };
  for (const auto& [text, rest] : cards) {
    const auto found = without_private_numbers(text);
    EXPECT_TRUE(found.found) << text;
    EXPECT_EQ(found.rest, rest);
  }
}

TEST(NoInquiry, OtherNumbersStay) {
  for (const auto* text :
       {"1 3 5", "龙泉国土3", "13800000001", "101 102 103 104 105", "99999999999999999999",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15", "1 2 3 4 5 6 7 8 9", "1-3 5-7 9-11 13-15 2 4"}) {
    const auto found = without_private_numbers(text);
    EXPECT_FALSE(found.found) << text;
    EXPECT_EQ(found.rest, text);
  }
}

}  // namespace
}  // namespace duanwen
