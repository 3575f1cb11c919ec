// Letters as pinyin.
#include "keywords/sound/spelling.hpp"

#include <gmock/gmock.h>

#include <string>

namespace duanwen {
namespace {

std::vector<std::string> ways(std::string_view letters) {
  std::vector<std::string> all;
  for (const auto& spelling : ways_to_spell(letters)) {
    std::string one;
    for (const auto piece : spelling) one += (one.empty() ? "" : " ") + std::string(piece);
    all.push_back(one);
  }
  return all;
}

TEST(Spelling, TheLikeliestWayComesFirst) {
  // Whole syllables before letters, few before many.
  EXPECT_EQ(ways("longquanguotu").front(), "long quan guo tu");
  EXPECT_EQ(ways("lqguotu").front(), "l q guo tu");
  EXPECT_EQ(ways("lqgt").front(), "l q g t");
}

TEST(Spelling, WhatMayBeReadInTwoWaysIs) {
  // 西安 and 先.
  EXPECT_THAT(ways("xian"), testing::IsSupersetOf({"xian", "xi an"}));
}

TEST(Spelling, AMissingGIsForgiven) { EXPECT_EQ(ways("lonquan").front(), "lon quan"); }

TEST(Spelling, ShortRunsMayAlwaysBeInitials) {
  // Although ga is a syllable.
  EXPECT_THAT(ways("lqga"), testing::Contains("l q g a"));
}

TEST(Spelling, LongRunsAreNotSpelled) {
  EXPECT_THAT(ways_to_spell(std::string(spelled_letters_max + 1, 'a')), testing::IsEmpty());
  EXPECT_THAT(ways_to_spell(""), testing::IsEmpty());
}

}  // namespace
}  // namespace duanwen
