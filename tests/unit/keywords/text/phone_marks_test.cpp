// What phones add to a text, and what a person typed.
#include "keywords/text/phone_marks.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

TEST(PhoneMarks, SignaturesAndEmoticonsAreNotTyped) {
  const std::pair<const char*, const char*> rows[] = {
      {"1\n发自我的iPhone", "1\n"},
      {"1 发自我的 iPhone", "1 "},
      {"龙泉国土\n\n来自我的华为手机", "龙泉国土\n\n"},
      {"3\nSent from my iPhone", "3\n"},
      {"permits\nGet Outlook for Android", "permits\n"},
      {"1[微笑]", "1 "},
      {"[玫瑰][玫瑰]2", "  2"},
      {"龙泉国土[OK]", "龙泉国土 "},
      {"1\n-- \n李", "1"},
  };
  for (const auto& [text, rest] : rows) {
    EXPECT_EQ(typed_in(text).rest, rest) << text;
    EXPECT_FALSE(typed_in(text).is_reaction) << text;
  }
}

TEST(PhoneMarks, WhatAPersonTypedStays) {
  for (const char* text :
       {"龙泉国土", "[龙泉国土]1", "发自我的心声", "“龙泉国土”", "1 > 2", "对“宅基地”有疑问怎么办",
        "我喜欢“龙泉”", "Sent from my iPhone", "[1]", "赞了", "liked it", "to \"permits\""}) {
    EXPECT_FALSE(typed_in(text).is_reaction) << text;
    EXPECT_EQ(typed_in(text).rest, text);
  }
}

TEST(PhoneMarks, ReactionsAwaitNoAnswer) {
  for (const char* text :
       {"Loved “【龙泉国土】1宅基地审批 2集体土地…”", "Liked “1 3”", "Disliked “2土地登记”",
        "Laughed at “menu”", "Emphasized “回数字看详情”", "Questioned “T”", "👍 to “2土地登记”",
        "👍🏻 to “2土地登记”", "\u200b❤️\u200b to “\u200a1\u200a”",
        "😂 to \"Reply a number\"", "Removed a heart from “1宅基地”", "Removed an exclamation from “x”",
        "Liked an image", "Loved a movie", "Reacted 😂 to “menu”", "喜爱了“1宅基地审批”", "赞了“1宅基地审批”",
        "对“1宅基地审批”大笑", "赞了一张图"})
    EXPECT_TRUE(typed_in(text).is_reaction) << text;
}

TEST(PhoneMarks, AQuotationIsNotTypedEither) {
  EXPECT_EQ(typed_in("> 【龙泉国土】1宅基地\n> 2土地登记\n2").rest, "2");
  EXPECT_EQ(typed_in("「【龙泉国土】1宅基地」\n- - - - - -\n2").rest, "2");
  EXPECT_TRUE(typed_in("> 【龙泉国土】1宅基地").is_reaction);
  EXPECT_TRUE(typed_in("「【龙泉国土】1宅基地」").is_reaction);
}

TEST(PhoneMarks, AnythingIsRead) {
  for (const char* text :
       {"", " ", "[", "[]", "「", "」", ">", "> ", "\xff\xfe", "“", "\n\n", "to “", " to “”"})
    typed_in(text);
}

}  // namespace
}  // namespace duanwen
