// The two tables of 3GPP 23.038 §6.2.1, both ways.
#include "keywords/segments/gsm7.hpp"

#include <gtest/gtest.h>

#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

TEST(Gsm7, CharactersHaveTheCodesOfTheStandard) {
  // A few of each column, typed from the standard's table; those of the extension table with the escape.
  const std::pair<char32_t, int> rows[] = {
      {U'@', 0x00},    {U'£', 0x01},   {U'$', 0x02},    {U'é', 0x05},   {U'\n', 0x0A},  {U'\r', 0x0D},
      {U'Δ', 0x10},    {U'_', 0x11},   {U'Ξ', 0x1A},    {U'É', 0x1F},   {U' ', 0x20},   {U'¤', 0x24},
      {U'0', 0x30},    {U'?', 0x3F},   {U'¡', 0x40},    {U'A', 0x41},   {U'§', 0x5F},   {U'¿', 0x60},
      {U'a', 0x61},    {U'à', 0x7F},   {U'\f', 0x1B0A}, {U'^', 0x1B14}, {U'{', 0x1B28}, {U'}', 0x1B29},
      {U'\\', 0x1B2F}, {U'[', 0x1B3C}, {U'~', 0x1B3D},  {U']', 0x1B3E}, {U'|', 0x1B40}, {U'€', 0x1B65},
  };
  for (const auto& [c, code] : rows) {
    EXPECT_EQ(gsm7_code(c), code) << static_cast<int>(c);
    EXPECT_EQ(gsm7_character(static_cast<std::uint8_t>(code & 0x7F), code > 0xFF), c) << code;
  }
}

TEST(Gsm7, WhatIsInNeitherTableHasNoCode) {
  // Among them look-alikes: the back tick, small ç, the escape itself, full-width letters.
  for (const char32_t c : U"`çµ\x1B\t\0龙Ａ“”…😀\xFFFD")
    EXPECT_FALSE(gsm7_code(c)) << static_cast<std::uint32_t>(c);
  EXPECT_FALSE(gsm7_code(0x10FFFF));
}

TEST(Gsm7, EveryCodeComesBack) {
  // 127 of the default alphabet and 10 of the extension table, and no character has two codes.
  int characters = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const auto code = gsm7_code(c);
    if (!code) continue;
    ++characters;
    EXPECT_EQ(gsm7_character(static_cast<std::uint8_t>(*code & 0x7F), *code > 0xFF), c);
  }
  EXPECT_EQ(characters, 137);
}

TEST(Gsm7, UnusedCodesAreReadAsTheStandardAsks) {
  // An unused code of the extension table is what the default alphabet has there; octets above 0x7F are none.
  EXPECT_EQ(gsm7_character(0x41, true), U'A');
  EXPECT_EQ(gsm7_character(gsm7_escape, false), replacement_character);
  EXPECT_EQ(gsm7_character(gsm7_escape, true), replacement_character);
  EXPECT_EQ(gsm7_character(0x80, false), replacement_character);
  EXPECT_EQ(gsm7_character(0xFF, true), replacement_character);
}

}  // namespace
}  // namespace duanwen
