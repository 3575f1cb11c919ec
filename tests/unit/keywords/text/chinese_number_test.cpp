// Numbers in characters, as they are said.
#include "keywords/text/chinese_number.hpp"

#include <gtest/gtest.h>

#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

struct text_and_number {
  std::string text;
  std::uint32_t number;
  std::size_t characters;  // of the text that the number takes
};

TEST(ChineseNumber, IsReadAsItIsSaid) {
  // Units go down; a last digit stands for the next unit unless 零 is said before it.
  const text_and_number rows[] = {
      {"零", 0, 1},
      {"〇", 0, 1},
      {"一", 1, 1},
      {"两", 2, 1},
      {"九", 9, 1},
      {"十", 10, 1},
      {"十二", 12, 2},
      {"二十", 20, 2},
      {"二十三", 23, 3},
      {"一百", 100, 2},
      {"一百零五", 105, 4},
      {"一百一", 110, 3},
      {"一百一十", 110, 4},
      {"二百三十五", 235, 5},
      {"两千", 2000, 2},
      {"一千零一", 1001, 4},
      {"一千零一十", 1010, 5},
      {"三千五", 3500, 3},
      {"九千九百九十九", 9999, 7},
      {"叁", 3, 1},
      {"拾贰", 12, 2},
      {"贰佰叁拾伍", 235, 5},
  };
  for (const auto& [text, number, characters] : rows) {
    std::size_t at = 0;
    EXPECT_EQ(read_chinese_number(to_code_points(text), at), number) << text;
    EXPECT_EQ(at, characters) << text;
  }
}

// 1 to 9999 as they are said in full: 零 once where units are passed over, 一十 at the beginning only as 十.
std::u32string said(std::uint32_t number) {
  static constexpr std::u32string_view digits = U"零一二三四五六七八九", units = U"千百十";
  std::u32string text;
  bool passed_over = false;
  for (std::uint32_t unit = 1000, i = 0; unit > 0; unit /= 10, ++i) {
    const auto digit = number / unit % 10;
    if (digit == 0) {
      passed_over = !text.empty();
      continue;
    }
    if (passed_over) text += U'零';
    passed_over = false;
    if (!text.empty() || digit > 1 || unit != 10) text += digits[digit];
    if (unit > 1) text += units[i];
  }
  return text;
}

TEST(ChineseNumber, EveryOneComesBack) {
  // As it is said in full.
  EXPECT_EQ(said(2010), U"二千零一十");
  for (std::uint32_t n = 1; n <= 9999; ++n) {
    const auto text = said(n);
    std::size_t at = 0;
    ASSERT_EQ(read_chinese_number(text, at), n) << to_utf8(text);
    ASSERT_EQ(at, text.size()) << to_utf8(text);
  }
}

TEST(ChineseNumber, WhatDoesNotGoOnIsTheNextNumber) {
  // Digits without units between them, and a unit that does not go down.
  const text_and_number rows[] = {{"一三", 1, 1}, {"三十二百", 30, 2}, {"十二号", 12, 2}, {"一百零", 100, 2}};
  for (const auto& [text, number, characters] : rows) {
    std::size_t at = 0;
    EXPECT_EQ(read_chinese_number(to_code_points(text), at), number) << text;
    EXPECT_EQ(at, characters) << text;
  }
}

TEST(ChineseNumber, NoneMovesNothing) {
  // 百 alone is a word, not a number; the end of the text is no number either.
  for (const auto* text : {"", "百", "千", "号", "1", "万"}) {
    std::size_t at = 0;
    EXPECT_FALSE(read_chinese_number(to_code_points(text), at)) << text;
    EXPECT_EQ(at, 0u);
  }
  std::size_t end = 1;
  EXPECT_FALSE(read_chinese_number(U"一", end));
}

}  // namespace
}  // namespace duanwen
