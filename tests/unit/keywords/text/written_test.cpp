// Which characters anybody can have written.
#include "keywords/text/written.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

TEST(CanBeWritten, WhatScriptsAndPhonesHave) {
  for (const char32_t c : {U'a',
                           U' ',
                           U'\n',
                           U'\r',
                           U'\t',
                           U'龙',
                           U'呄',
                           U'①',
                           U'㈠',
                           U'ㄳ',
                           U'⑴',
                           U'→',
                           U'😀',
                           U'é',
                           U'Я',
                           U'가',
                           U'︎',
                           U'‍',
                           char32_t{0xE001},
                           char32_t{0xE537}})
    EXPECT_TRUE(can_be_written(c)) << static_cast<std::uint32_t>(c);
}

TEST(CanBeWritten, NoControlsAndNothingThatUnicodeHasNot) {
  for (const char32_t c :
       {U'\0', U'\x1B', U'\x7F', U'\x85', char32_t{0x2072}, char32_t{0x3100}, char32_t{0xD83D},
        char32_t{0xE000}, char32_t{0xE9BE}, char32_t{0xFFFE}, char32_t{0xFFFD}})
    EXPECT_FALSE(can_be_written(c)) << static_cast<std::uint32_t>(c);
}

TEST(CanBeWritten, ATextIfEachOfItsCharactersCan) {
  EXPECT_TRUE(can_be_written("龙泉国土 3"));
  EXPECT_FALSE(can_be_written("龙泉\x01"));
  EXPECT_FALSE(can_be_written("龙\xFF"));
  EXPECT_FALSE(can_be_written(""));
}

}  // namespace
}  // namespace duanwen
