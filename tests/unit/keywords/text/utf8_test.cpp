// UTF-8 by hand: Unicode 15 §3.9, table 3-7, row by row.
#include "keywords/text/utf8.hpp"

#include <gtest/gtest.h>

#include "keywords/text/normalise.hpp"

namespace duanwen {
namespace {

using namespace std::string_literals;

struct octets_and_points {
  std::string octets;
  std::u32string points;
};

TEST(Utf8, WellFormedTextIsReadAndWrittenBack) {
  // The first and the last character of each length, and what lies beside the surrogates.
  const octets_and_points rows[] = {
      {"", U""},
      {"\0a"s, U"\0a"s},
      {"\x7F", U"\x7F"},
      {"\xC2\x80", U"\x80"},
      {"\xDF\xBF", U"\x7FF"},
      {"\xE0\xA0\x80", U"\x800"},
      {"\xED\x9F\xBF", U"\xD7FF"},
      {"\xEE\x80\x80", U"\xE000"},
      {"\xEF\xBF\xBF", U"\xFFFF"},
      {"\xF0\x90\x80\x80", U"\x10000"},
      {"\xF4\x8F\xBF\xBF", U"\x10FFFF"},
      {"龙a😀", U"龙a😀"},
  };
  for (const auto& [octets, points] : rows) {
    EXPECT_EQ(to_code_points(octets), points) << octets;
    EXPECT_EQ(to_utf8(points), octets);
    EXPECT_EQ(to_valid_utf8(octets), octets);
  }
}

TEST(Utf8, EachMaximalSubpartThatIsIllFormedIsOneReplacement) {
  // Examples of §3.9: lone continuations, overlong forms, surrogates, beyond U+10FFFF, cut off.
  const octets_and_points rows[] = {
      {"\x80", U"\xFFFD"},
      {"\xC0\xAF", U"\xFFFD\xFFFD"},
      {"\xC1\xBF", U"\xFFFD\xFFFD"},
      {"\xE0\x9F\xBF", U"\xFFFD\xFFFD\xFFFD"},
      {"\xED\xA0\x80", U"\xFFFD\xFFFD\xFFFD"},
      {"\xF0\x8F\xBF\xBF", U"\xFFFD\xFFFD\xFFFD\xFFFD"},
      {"\xF4\x90\x80\x80", U"\xFFFD\xFFFD\xFFFD\xFFFD"},
      {"\xF5\xFF", U"\xFFFD\xFFFD"},
      {"\xE9\xBE", U"\xFFFD"},
      {"\xE9\xBE\x41", U"\xFFFD\x41"},
      {"\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63", U"\xFFFD\xFFFD\xFFFD\x62\xFFFD\x63"},
  };
  for (const auto& [octets, points] : rows) {
    EXPECT_EQ(to_code_points(octets), points) << testing::PrintToString(octets);
    EXPECT_EQ(to_valid_utf8(octets), to_utf8(points));
  }
}

TEST(Utf8, AsciiIsWhatHasNoHighBit) {
  // Every octet once.
  EXPECT_TRUE(is_ascii(""));
  for (int octet = 0; octet < 256; ++octet)
    EXPECT_EQ(is_ascii(std::string(1, static_cast<char>(octet))), octet < 128) << octet;
}

}  // namespace
}  // namespace duanwen
