// How characters are read, and what is confused.
#include "keywords/sound/readings.hpp"

#include <gmock/gmock.h>

#include <string>

namespace duanwen {
namespace {

std::vector<std::string> read(char32_t c) {
  std::vector<std::string> all;
  for (const auto s : readings_of(c)) all.emplace_back(spelled(s));
  return all;
}

sound_class class_of_spelled(const char* syllable) { return class_of(find_syllable(syllable).value()); }

TEST(Readings, EveryReadingOfACharacterCounts) {
  EXPECT_THAT(read(U'龙'), testing::ElementsAre("long"));
  EXPECT_THAT(read(U'行'), testing::IsSupersetOf({"xing", "hang"}));
  EXPECT_THAT(read(U'绿'), testing::Contains("lv"));
  EXPECT_THAT(read(U'a'), testing::IsEmpty());
  EXPECT_THAT(read(U'\U00020000'), testing::IsEmpty());
}

TEST(Readings, SyllablesAreFoundByTheirLetters) {
  EXPECT_EQ(spelled(find_syllable("quan").value()), "quan");
  for (const auto* none : {"", "q", "xyz", "lon"}) EXPECT_FALSE(find_syllable(none)) << none;
}

TEST(Readings, WhatSichuanConfusesIsOneClass) {
  const std::pair<const char*, const char*> confused[] = {{"nan", "lan"}, {"zi", "zhi"},   {"ci", "chi"},
                                                          {"si", "shi"},  {"jin", "jing"}, {"fen", "feng"},
                                                          {"hu", "fu"},   {"nv", "lv"},    {"hui", "fei"}};
  for (const auto& [a, b] : confused) EXPECT_EQ(class_of_spelled(a), class_of_spelled(b)) << a << ' ' << b;
}

TEST(Readings, OtherSyllablesStayApart) {
  const std::pair<const char*, const char*> apart[] = {
      {"ba", "pa"}, {"guo", "gu"}, {"an", "ang"}, {"shui", "shi"}};
  for (const auto& [a, b] : apart) EXPECT_NE(class_of_spelled(a), class_of_spelled(b)) << a << ' ' << b;
}

TEST(Readings, AMissingGIsHeardAllTheSame) {
  EXPECT_EQ(class_of_sloppy("lon"), class_of_spelled("long"));
  EXPECT_FALSE(class_of_sloppy("lan")) << "a syllable of its own";
}

}  // namespace
}  // namespace duanwen
