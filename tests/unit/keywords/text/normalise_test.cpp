// What two texts that a resident cannot tell apart have in common.
#include "keywords/text/normalise.hpp"

#include <gtest/gtest.h>

#include <utility>

#include "keywords/text/digits.hpp"
#include "keywords/text/simplify.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

using namespace std::string_literals;

struct text_and_form {
  std::string text, normal;
};

void expect_normal(std::initializer_list<text_and_form> rows) {
  for (const auto& [text, normal] : rows) EXPECT_EQ(normalise(text), normal) << text;
}

TEST(Normalise, WidthCaseAndScript) {
  // Full-width and half-width, capitals, traditional characters, accents written in two ways.
  expect_normal({{"", ""},
                 {"龙泉国土", "龙泉国土"},
                 {"ＰＯＬＩＣＥ", "police"},
                 {"Police", "police"},
                 {"STRASSE Straße", "strasse strasse"},
                 {"龍泉國土", "龙泉国土"},
                 {"幫助", "帮助"},
                 {"ｶﾞ", "ガ"},
                 {"Cafe\u0301", "caf\u00e9"},
                 {"\u2F00\uF9B4", "一领"}});
}

TEST(Normalise, AMarkBelongsToALetter) {
  // Whatever unseen stood between them; without one it is nothing.
  expect_normal({{"e😀\u0301", "\u00e9"}, {"\u0301龙", "龙"}, {"龙´泉", "龙 泉"}, {"1\u0301", "1\u0301"}});
}

TEST(Normalise, BlanksAndSeparatorsAreOneBlank) {
  // In runs, at the ends, ideographic, and every sign that means nothing here.
  expect_normal({{"  龙泉   国土 ", "龙泉 国土"},
                 {"　“龍泉國土” ３ ", "龙泉国土 3"},
                 {"1,3、5", "1 3 5"},
                 {"1.3;5/7", "1 3 5 7"},
                 {"1\r\n3\t5", "1 3 5"},
                 {"(【《》】)", ""},
                 {"1+2=3", "1 2 3"},
                 {"龙泉·国土！", "龙泉 国土"}});
}

TEST(Normalise, WhatCannotBeSeenVanishes) {
  // Zero-width characters, byte order marks, variation selectors, controls, NUL, emoji, private use.
  expect_normal({{"龙\u200B泉\uFEFF国\uFE0F土\u200D", "龙泉国土"},
                 {"龙泉\0国土"s, "龙泉国土"},
                 {"龙泉\x01国土", "龙泉国土"},
                 {"龙泉国土😀👍🏽", "龙泉国土"},
                 {"龙泉\uE000国土", "龙泉国土"},
                 {"\u00AD\u2060", ""}});
}

TEST(Normalise, WhatIsNoUtf8Vanishes) {
  // Lone octets, cut characters, surrogates, overlong forms.
  expect_normal({{"\xFF\xFE\x80", ""}, {"龙\xE9\xBE", "龙"}, {"a\xED\xA0\x80z", "az"}, {"a\xC0\xAFz", "az"}});
}

TEST(Normalise, DigitsOfEveryScriptAreAscii) {
  // Full-width, Arabic-Indic, Devanagari, mathematical, superscript.
  expect_normal({{"１２３", "123"}, {"٣", "3"}, {"४२", "42"}, {"𝟏𝟐", "12"}, {"²", "2"}});
}

TEST(Normalise, ANumberInOneCharacterStandsApart) {
  // Otherwise ①③ would be 13, and Ⅲ three letters.
  expect_normal({{"①③", "1 3"},
                 {"⑩⑳", "10 20"},
                 {"⑴⑵", "1 2"},
                 {"⒈⒉", "1 2"},
                 {"⓵⓿", "1 0"},
                 {"❶➋", "1 2"},
                 {"㉑㉒", "21 22"},
                 {"㊶㊿", "41 50"},
                 {"ⅢⅫ", "3 12"},
                 {"ⅲⅻ", "3 12"},
                 {"1️⃣3️⃣", "1 3"},
                 {"🔟1", "10 1"},
                 {"🔟①", "10 1"},
                 {"⓪①", "0 1"},
                 {"㈠㈢", "1 3"},
                 {"㈩㊉", "10 10"},
                 {"㊀㊂", "1 3"},
                 {"〡〢〩", "1 2 9"},
                 {"〸〹〺", "10 20 30"},
                 {"㉈㉏", "10 80"},
                 {"⓫⓴", "11 20"},
                 {"➀➉", "1 10"},
                 {"🄂🄋🄌", "1 0 0"},
                 {"𐄇", "1"},
                 {"龙泉国土③", "龙泉国土 3"}});
}

TEST(Normalise, ARomanNumeralIsNoLetter) {
  // Folded, Ⅿ would be the command M, and Ⅽ and Ⅾ letters of some word.
  expect_normal({{"Ⅿ", "1000"}, {"ⅿ", "1000"}, {"ⅬⅭⅮ", "50 100 500"}, {"ⅰⅴⅹ", "1 5 10"}, {"ↁ", "5000"}});
}

TEST(Normalise, WhatIsNoNumberOfItsOwnStaysWithItsNeighbours) {
  // 〇 is a digit of 二〇一, a raised or lowered figure belongs to its letter, and half a thing is no number.
  expect_normal({{"二〇一", "二〇一"}, {"m²", "m2"}, {"H₂O", "h2o"}, {"½", "1 2"}, {"１３", "13"}});
}

TEST(Normalise, EveryNumberInOneCharacterStandsApart) {
  // Of every block that has such: one beside another gives two numbers.
  constexpr std::pair<char32_t, char32_t> blocks[] = {{0x2160, 0x217F}, {0x2460, 0x249B}, {0x24EA, 0x24FF},
                                                      {0x2776, 0x2793}, {0x3021, 0x3029}, {0x3038, 0x303A},
                                                      {0x3220, 0x3229}, {0x3248, 0x324F}, {0x3251, 0x325F},
                                                      {0x3280, 0x3289}, {0x32B1, 0x32BF}};
  for (const auto& [first, last] : blocks)
    for (char32_t c = first; c <= last; ++c) {
      std::string one, two;
      append_utf8(one, c);
      two = one + "③";
      const auto normal = normalise(one);
      EXPECT_TRUE(all_digits(normal)) << static_cast<std::uint32_t>(c);
      EXPECT_EQ(normalise(two), normal == "3" ? "3 3" : normal + " 3") << static_cast<std::uint32_t>(c);
    }
}

TEST(Normalise, OnlyDashAndQuestionMarkStay) {
  // Any dash and tilde is a -, said once, with no blank beside it.
  expect_normal({{"1-3", "1-3"},
                 {"1 — 3", "1-3"},
                 {"1～3", "1-3"},
                 {"1〜3", "1-3"},
                 {"1--3", "1-3"},
                 {"1–‐‑‒―−3", "1-3"},
                 {"？", "?"},
                 {"帮助 ？？ ", "帮助?"},
                 {" - ", "-"}});
}

TEST(KeywordForm, HasNoBlankAndNoSign) {
  // So that a keyword is found however it was spaced.
  EXPECT_EQ(keyword_form("龙泉 · 国土"), "龙泉国土");
  EXPECT_EQ(keyword_form("【龍泉-國土】？"), "龙泉国土");
  EXPECT_EQ(keyword_form("・。—"), "");
  EXPECT_EQ(without_signs("a b-c?d"), "abcd");
}

TEST(Simplified, GoesCharacterByCharacter) {
  // Simplified ones, Latin and what lies at the edges of the table stay; what is reached is final.
  EXPECT_EQ(simplified(U'龍'), U'龙');
  EXPECT_EQ(simplified(U'國'), U'国');
  EXPECT_EQ(simplified(U'土'), U'土');
  EXPECT_EQ(simplified(U'A'), U'A');
  EXPECT_EQ(simplified(U'😀'), U'😀');
  for (char32_t c = 0x33FF; c <= 0xA000; ++c)
    EXPECT_EQ(simplified(simplified(c)), simplified(c)) << static_cast<std::uint32_t>(c);
}

TEST(IsPlain, IsWhatIsItsOwnNormalFormButForCapitals) {
  // A blank, a sign, another width or a traditional character must take the long way.
  for (const auto* plain : {"", "a1Z", "龙泉国土3"}) EXPECT_TRUE(is_plain(plain)) << plain;
  for (const auto* other : {"a b", "1-3", "１", "龍", "é", "😀", "\xFF", "ガ"})
    EXPECT_FALSE(is_plain(other)) << other;
}

}  // namespace
}  // namespace duanwen
