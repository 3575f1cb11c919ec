// data_coding → text, for every alphabet and for what comes under the wrong one.
#include <gtest/gtest.h>

#include "gateway/smpp/text/text_codec.hpp"
#include "keywords/segments/gsm7.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen::smpp {
namespace {

using namespace std::string_literals;

std::string text_of(const std::string& octets, std::uint8_t data_coding,
                    const data_coding_overrides& o = {}) {
  return decode_text(octets, data_coding, o).text;
}

bool readable(const std::string& octets, std::uint8_t data_coding) {
  return decode_text(octets, data_coding, {}).readable;
}

TEST(decode_text, the_defaults) {
  // The same keyword under each data_coding that carriers use.
  EXPECT_EQ(text_of("\x9f\x99\x6c\xc9\x56\xfd\x57\x1f"s, 8), "龙泉国土");
  EXPECT_EQ(text_of("\x9f\x99\x6c\xc9", 24), "龙泉");
  EXPECT_EQ(text_of("\x9f\x99\x6c\xc9", 25), "龙泉");
  EXPECT_EQ(text_of("\xC1\xFA\xC8\xAA\xB9\xFA\xCD\xC1", 15), "龙泉国土");
  EXPECT_EQ(text_of("龙泉国土", 4), "龙泉国土");
  EXPECT_EQ(text_of("龙泉国土", 0), "龙泉国土") << "plainly UTF-8";
  EXPECT_EQ(text_of("\0\x11\x1B\x65"s, 0), "@_€");
  EXPECT_EQ(text_of("LQGT 3", 1), "LQGT 3");
  EXPECT_EQ(text_of("\xE9t\xE9", 3), "été");
  EXPECT_EQ(text_of("1", 0xF0), "1");
  EXPECT_EQ(text_of("1", 16), "1");
}

TEST(data_coding, names_an_alphabet) {
  // SMPP's values, and the groups of 3GPP TS 23.038 §4 from their first to their last.
  const struct {
    int first, last;
    std::string_view alphabet;
  } groups[] = {{0x00, 0x00, "gsm7"}, {0x01, 0x01, "ascii"}, {0x02, 0x02, ""},     {0x03, 0x03, "latin1"},
                {0x04, 0x04, "utf8"}, {0x05, 0x07, ""},      {0x08, 0x08, "ucs2"}, {0x09, 0x0E, ""},
                {0x0F, 0x0F, "gbk"},  {0x10, 0x13, "gsm7"},  {0x14, 0x17, ""},     {0x18, 0x1B, "ucs2"},
                {0x1C, 0x1F, "gsm7"}, {0x20, 0x3F, ""},      {0x40, 0x43, "gsm7"}, {0x44, 0x47, ""},
                {0x48, 0x4B, "ucs2"}, {0x4C, 0x53, "gsm7"},  {0x54, 0x57, ""},     {0x58, 0x5B, "ucs2"},
                {0x5C, 0x5F, "gsm7"}, {0x60, 0x7F, ""},      {0x80, 0xDF, "gsm7"}, {0xE0, 0xEF, "ucs2"},
                {0xF0, 0xF3, "gsm7"}, {0xF4, 0xF7, ""},      {0xF8, 0xFB, "gsm7"}, {0xFC, 0xFF, ""}};
  int next = 0;
  for (const auto& g : groups) {
    ASSERT_EQ(g.first, next);
    for (; next <= g.last; ++next)
      EXPECT_EQ(alphabet_named(static_cast<std::uint8_t>(next)), g.alphabet) << next;
  }
  EXPECT_EQ(next, 256);
}

TEST(decode_text, the_carriers_settings_win) {
  // An override of one data_coding leaves the others alone.
  const data_coding_overrides o{{0, "gbk"},  {8, "utf8"},  {2, "latin1"},
                                {1, "gsm7"}, {3, "ascii"}, {4, "ucs2"}};
  EXPECT_EQ(text_of("\xC1\xFA\xC8\xAA", 0, o), "龙泉");
  EXPECT_EQ(text_of("龙泉", 8, o), "龙泉");
  EXPECT_EQ(text_of("\xE9", 2, o), "é");
  EXPECT_EQ(text_of("\0"s, 1, o), "@");
  EXPECT_EQ(text_of("a", 3, o), "a");
  EXPECT_EQ(text_of("\x9f\x99", 4, o), "龙");
  EXPECT_EQ(text_of("\xC1\xFA", 15, o), "龙");
}

TEST(decode_text, ucs2_is_utf16) {
  // Surrogate pairs, lone surrogates, both byte orders, an odd octet at the end.
  EXPECT_EQ(text_of("\xD8\x3D\xDE\x00"s, 8), "😀");
  EXPECT_EQ(text_of("\xD8\x3D\x00\x31"s, 8), "\uFFFD1");
  EXPECT_EQ(text_of("\xDE\x00\x00\x31"s, 8), "\uFFFD1");
  EXPECT_EQ(text_of("\x00\x31\xD8\x3D"s, 8), "1\uFFFD");
  EXPECT_EQ(text_of("\xFE\xFF\x9f\x99"s, 8), "龙");
  EXPECT_EQ(text_of("\xFF\xFE\x99\x9f"s, 8), "龙");
  EXPECT_EQ(text_of("\x9f\x99\x6c", 8), "龙");
  EXPECT_EQ(text_of("1", 8), "1") << "one octet is no UCS-2";
  EXPECT_EQ(text_of("", 8), "");
}

TEST(decode_text, what_no_alphabet_fits) {
  // It is said to be unreadable, and what could be made of it is valid UTF-8.
  EXPECT_FALSE(readable("\xFF\x80", 0));
  EXPECT_FALSE(readable("\xFF\x80", 1));
  EXPECT_FALSE(readable("\xC1", 4));
  EXPECT_FALSE(readable("\xC1", 15)) << "half a character";
  EXPECT_FALSE(readable("\xFF\xFF\x31", 15));
  EXPECT_EQ(text_of("\xC1\xFA\xFF", 15), "龙\uFFFD");
  EXPECT_EQ(text_of("a\xFF"
                    "b",
                    15),
            "a\uFFFDb");
  EXPECT_TRUE(readable("hello", 0xF5)) << "unknown, but plainly UTF-8";
  EXPECT_FALSE(readable("\xC1\xFF", 0xF5));
}

TEST(decode_text, gbk_of_any_length) {
  // Longer than the room of one conversion.
  std::string octets, text;
  for (int i = 0; i < 5000; ++i) octets += "\xC1\xFA", text += "龙";
  EXPECT_EQ(text_of(octets, 15), text);
}

TEST(decode_text, packed_septets) {
  // "hellohello" of 3GPP 23.038's packing, behind a header with its fill bit, and seven spare bits at the
  // end.
  const data_coding_overrides o{{0, "gsm7-packed"}};
  const auto unpacked = [&o](std::string_view octets, std::size_t udh_octets = 0) {
    user_data data;
    data.octets = octets;
    data.udh_octets = udh_octets;
    return text_of(decodable_octets(data, 0, o), 0, o);
  };
  EXPECT_EQ(unpacked("\xE8\x32\x9B\xFD\x46\x97\xD9\xEC\x37"), "hellohello");
  EXPECT_EQ(unpacked("\xD0\x65\x36\xFB\x0D", 6), "hello");
  EXPECT_EQ(unpacked("\x31\xD9\x8C\x56\xB3\xDD\x1A"), "1234567") << "the eighth septet is a CR";
  EXPECT_EQ(unpacked(std::string_view("\x31\xD9\x8C\x56\xB3\xDD\x00", 7)), "1234567") << "or zeros";
  EXPECT_EQ(unpacked(""), "");
  EXPECT_EQ(unpacked("", 6), "");
}

TEST(gsm7_text, every_character_of_the_alphabet_comes_back) {
  // All 127 characters and the ten extended ones, and no character beyond.
  std::string all;
  for (std::uint8_t septet = 0; septet < 128; ++septet)
    if (septet != gsm7_escape) append_utf8(all, gsm7_character(septet, false));
  all += "\f^{}\\[~]|€";
  const auto octets = to_gsm7(all);
  ASSERT_TRUE(octets);
  EXPECT_EQ(octets->size(), 127u + 20u);
  EXPECT_EQ(from_gsm7(*octets), all);
  EXPECT_FALSE(to_gsm7("龙"));
  EXPECT_FALSE(to_gsm7("`"));
}

TEST(gsm7_text, escapes) {
  // An unknown extension is the default alphabet's character, a doubled escape a space, a last one nothing.
  EXPECT_EQ(from_gsm7("\x1B\x41"), "A");
  EXPECT_EQ(from_gsm7("a\x1B\x1B\x62"), "a b");
  EXPECT_EQ(from_gsm7("a\x1B"), "a");
}

}  // namespace
}  // namespace duanwen::smpp
