// What tells an inquiry from a text that was meant for a friend.
#include "keywords/vocabulary/inquiry_signs.hpp"

#include <gtest/gtest.h>

#include "keywords/decide.hpp"
#include "keywords/text/normalise.hpp"
#include "tests/support/samples/shipped.hpp"

namespace duanwen {
namespace {

int signs(std::string_view text) { return inquiry_signs(normalise(text)); }

outcome answered(const char* text) {
  static const snapshot sample(1, test::read_directory("config/directory/longquan.json"));
  static const auto words = test::read_wording("zh-CN");
  static const tariff profile;
  return decide(sample, {}, inquiry{text, ""}, reply_style{words, profile, 4, 0}).result;
}

TEST(InquirySigns, SpeakForWhoeverAsksWantsOrComplains) {
  for (const auto* text : {"宅基地咋个办", "明天下雨不", "我想迁户口", "麻烦你帮我查一下社保", "路灯不亮了",
                           "井盖没了，差点掉下去", "厂里半夜偷排黑水", "楼上打麻将吵得睡不着", "老板拖欠工资",
                           "包子里面吃出头发", "我没单位，自己交社保"})
    EXPECT_GT(signs(text), 0) << text;
}

TEST(InquirySigns, SpeakAgainstWhatIsToldToAFriend) {
  for (const auto* text :
       {"他们又闹离婚，哈哈", "你的身份证我放桌上了", "护照拿到了，下个月去泰国耍", "我不办贷款，莫再打来",
        "昨天的电影好看惨了", "工资发了，今晚我请客", "图书馆好安静，你来嘛", "户口本在你妈那儿"})
    EXPECT_LT(signs(text), 0) << text;
}

TEST(InquirySigns, SayNothingOfABareName) {
  for (const auto* text : {"身份证", "宅基地", "公交", "加油站"}) EXPECT_EQ(signs(text), 0) << text;
}

TEST(InquirySigns, AreLookedForInWholeWords) {
  EXPECT_GT(signs("加油站防雷要不要审核"), 0);  // no 加油
  EXPECT_GT(signs("莫得钱读书，有补助不"), 0);  // no 莫
  EXPECT_GT(signs("你们几点下班"), 0);          // no 你
}

TEST(InquirySigns, KeepATaleWithAWordOfAnItemFromBeingAnsweredWithAList) {
  EXPECT_EQ(answered("他们两口子天天吵架，又天天手牵手逛街"), outcome::unknown);
  EXPECT_EQ(answered("公交卡借给你，明天还我哈"), outcome::unknown);
  EXPECT_EQ(answered("和老婆天天吵架想离婚"), outcome::offers);
  EXPECT_EQ(answered("公交卡"), outcome::details);
}

}  // namespace
}  // namespace duanwen
