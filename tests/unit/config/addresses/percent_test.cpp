// Octets spelled as %XX.
#include "config/addresses/percent.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

TEST(Percents, SpellAnyOctet) {
  for (const auto& [text, octets] : {std::pair<std::string_view, std::string>{"", ""},
                                     {"a b+c", "a b+c"},
                                     {"%E9%be%99", "龙"},
                                     {"100%25", "100%"},
                                     {"a%00b", std::string("a\0b", 3)},
                                     {"%2541", "%41"}}) {
    const auto decoded = decode_percents(text);
    EXPECT_EQ(decoded.octets, octets) << text;
    EXPECT_TRUE(decoded.well_formed) << text;
  }
}

TEST(Percents, AreLeftAndToldWhereTheyAreNone) {
  // Half an escape at the end is no reason to read beyond it.
  for (const auto& [text, octets] : {std::pair<std::string_view, std::string>{"%", "%"},
                                     {"%4", "%4"},
                                     {"%41%zz%4", "A%zz%4"},
                                     {"%+1", "%+1"},
                                     {"%-1", "%-1"},
                                     {"% 1", "% 1"},
                                     {"%%41", "%A"},
                                     {"%1g", "%1g"}}) {
    const auto decoded = decode_percents(text);
    EXPECT_EQ(decoded.octets, octets) << text;
    EXPECT_FALSE(decoded.well_formed) << text;
  }
  EXPECT_EQ(decode_percents(std::string_view("%41", 2)).octets, "%4");
}

}  // namespace
}  // namespace duanwen
