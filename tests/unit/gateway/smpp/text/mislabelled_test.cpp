// What phones and centres send under the wrong data_coding, and what is left as it is labelled.
#include <gtest/gtest.h>

#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen::smpp {
namespace {

using namespace std::string_literals;

struct row {
  const char* quirk;
  std::uint8_t data_coding;
  std::string octets, text;
};

const row sure[] = {
    {"UTF-8 under GSM 7-bit", 0, "龙泉国土3", "龙泉国土3"},
    {"UTF-8 with its mark", 0, "\xEF\xBB\xBF龙泉", "龙泉"},
    {"UTF-8 with its mark under UTF-8", 4, "\xEF\xBB\xBF龙泉", "龙泉"},
    {"UTF-8 with its mark under GBK", 15, "\xEF\xBB\xBF龙泉", "龙泉"},
    {"UCS-2 under GSM 7-bit", 0, "\x9f\x99\x6c\xc9\x56\xfd\x57\x1f"s, "龙泉国土"},
    {"UCS-2 digits under GSM 7-bit", 0, "\0\x31\0\x20\0\x33"s, "1 3"},
    {"little-endian digits under GSM 7-bit", 0, "\x31\0\x20\0\x33\0"s, "1 3"},
    {"UCS-2 keyword and digit under GSM 7-bit", 0, "\x9f\x99\x6c\xc9\0\x33"s, "龙泉3"},
    {"UCS-2 with its mark under GSM 7-bit", 0, "\xFE\xFF\x9f\x99"s, "龙"},
    {"little-endian under GSM 7-bit", 0, "\x99\x9f\xc9\x6c\xfd\x56\x1f\x57"s, "龙泉国土"},
    {"GBK under GSM 7-bit", 0, "\xC1\xFA\xC8\xAA\xB9\xFA\xCD\xC1", "龙泉国土"},
    {"GBK and a digit under GSM 7-bit", 0, "\xC1\xFA\xC8\xAA\x33", "龙泉3"},
    {"GBK command under GSM 7-bit", 0, "\xCD\xCB\xB6\xA9", "退订"},
    {"GBK with punctuation", 0, "\xC1\xFA\xC8\xAA\xA3\xAC\xD7\xD4\xC0\xB4\xCB\xAE\xA3\xBF", "龙泉，自来水？"},
    {"GBK under GSM 7-bit with a class", 0xF0, "\xC1\xFA\xC8\xAA", "龙泉"},
    {"GSM 7-bit that is GSM 7-bit", 0, "TD", "TD"},
    {"GSM 7-bit of two @", 0, "\0\0"s, "@"},
    {"UTF-8 under UCS-2", 8, "龙泉国土", "龙泉国土"},
    {"UTF-8 of odd length under UCS-2", 8, "龙泉国", "龙泉国"},
    {"UTF-8 and a digit under UCS-2", 8, "龙泉国土31", "龙泉国土31"},
    {"ASCII of odd length under UCS-2", 8, "M", "M"},
    {"ASCII words of odd length under UCS-2", 8, "lqgt3", "lqgt3"},
    {"UCS-2 whose octets are all printable", 8, "O`Y}", "你好"},
    {"little-endian Han", 8, "\xC9\x6c\xfd\x56\x1f\x57\xf7\x53"s, "泉国土号"},
    {"a little-endian command", 8, "\x00\x90\xA2\x8B"s, "退订"},
    {"a little-endian digit", 8, "\x31\0"s, "1"},
    {"little-endian with its mark", 8, "\xFF\xFE\x99\x9f"s, "龙"},
    {"big-endian with its mark", 8, "\xFE\xFF\x9f\x99"s, "龙"},
    {"GBK under UCS-2 that begins no UCS-2", 8, "\xE7\xF7\xC8\xAA", "琪泉"},
    {"an odd octet behind UCS-2", 8, "\x9f\x99\x6c"s, "龙"},
    {"a NUL behind UCS-2", 8, "\x9f\x99\0"s, "龙"},
    {"NULs behind UCS-2", 8, "\x9f\x99\0\0\0\0"s, "龙"},
    {"NULs behind ASCII", 1, "M\0\0"s, "M"},
    {"NULs behind GSM 7-bit", 0, "M\0"s, "M"},
    {"NULs behind UTF-8", 4, "龙\0"s, "龙"},
    {"NULs behind GBK", 15, "\xC1\xFA\0"s, "龙"},
    {"nothing but an @", 0, "\0"s, "@"},
    {"UTF-8 under ASCII", 1, "龙泉", "龙泉"},
    {"GBK under ASCII", 1, "\xC1\xFA\xC8\xAA", "龙泉"},
    {"UCS-2 under ASCII", 1, "\x9f\x99\x6c\xc9", "龙泉"},
    {"UCS-2 digits under ASCII", 1, "\0\x31\0\x33"s, "13"},
    {"UCS-2 with its mark under ASCII", 1, "\xFE\xFF\x9f\x99\x6c\xc9", "龙泉"},
    {"UCS-2 with its mark under binary", 2, "\xFE\xFF\x9f\x99\x6c\xc9", "龙泉"},
    {"UCS-2 with its mark under Latin-1", 3, "\xFE\xFF\x9f\x99\x6c\xc9", "龙泉"},
    {"UCS-2 with its mark under UTF-8", 4, "\xFE\xFF\x9f\x99\x6c\xc9", "龙泉"},
    {"UCS-2 with its mark under GBK", 15, "\xFE\xFF\x9f\x99\x6c\xc9", "龙泉"},
    {"UCS-2 numerals with its mark under binary", 2, "\xFE\xFF\x24\x60\x24\x62"s, "①③"},
    {"a UCS-2 digit with its mark under Latin-1", 3, "\xFE\xFF\0\x31"s, "1"},
    {"little-endian with its mark under UTF-8", 4, "\xFF\xFE\x99\x9f\xc9\x6c", "龙泉"},
    {"little-endian with its mark under ASCII", 1, "\xFF\xFE\x31\0"s, "1"},
    {"GBK under binary", 2, "\xC1\xFA\xC8\xAA", "龙泉"},
    {"GBK under Latin-1", 3, "\xC1\xFA\xC8\xAA", "龙泉"},
    {"GBK under UTF-8", 4, "\xC1\xFA\xC8\xAA", "龙泉"},
    {"GBK under 8-bit data with a class", 0xF5, "\xC1\xFA\xC8\xAA", "龙泉"},
    {"GBK under Korean", 14, "\xC1\xFA\xC8\xAA", "龙泉"},
    {"UTF-8 under Latin-1", 3, "龙泉", "龙泉"},
    {"UTF-8 under binary", 2, "龙泉", "龙泉"},
    {"UCS-2 under Latin-1", 3, "\x9f\x99\x6c\xc9\0\x33"s, "龙泉3"},
    {"UCS-2 under binary", 2, "\x9f\x99\x6c\xc9", "龙泉"},
    {"UCS-2 under UTF-8", 4, "\x9f\x99\x6c\xc9\0\x33"s, "龙泉3"},
    {"UCS-2 under GBK", 15, "\x9f\x99\x6c\xc9\0\x33"s, "龙泉3"},
    {"Latin-1 that is Latin-1", 3, "na\xEFve \xE9t\xE9"s, "naïve été"},
    {"emoji under UCS-2", 8, "\xD8\x3D\xDE\x00"s, "😀"},
    {"emoji of private use under UCS-2", 8, "\xE4\x15\x9f\x99"s, "\uE415龙"},
    {"emoji under GSM 7-bit", 0, "\x9f\x99\xD8\x3D\xDE\x00"s, "龙😀"},
    {"UCS-2 of automatic deletion", 0x48, "\x9f\x99\0\x33"s, "龙3"},
    {"UCS-2 of automatic deletion and class 0", 0x58, "\x9f\x99\0\x33"s, "龙3"},
    {"UCS-2 of automatic deletion and class 1", 0x59, "\x9f\x99\0\x33"s, "龙3"},
    {"UCS-2 with a message waiting", 0xE0, "\x9f\x99\0\x33"s, "龙3"},
    {"a numeral of UCS-2 with a class", 0x19, "\x24\x60"s, "①"},
};

TEST(mislabelled, is_read_as_what_it_alone_can_be) {
  for (const auto& r : sure) {
    const auto read = decode_text(r.octets, r.data_coding, {});
    EXPECT_EQ(read.text, r.text) << r.quirk;
    EXPECT_EQ(read.guess, "") << r.quirk;
    EXPECT_TRUE(read.readable) << r.quirk;
  }
}

TEST(mislabelled, keeps_its_label_where_it_reads_as_two_things) {
  // And what it more likely is stands beside, as a guess.
  const struct {
    const char* quirk;
    std::uint8_t data_coding;
    std::string octets, text, guess;
  } rows[] = {
      {"numerals", 8, "\x24\x60\x24\x62", "①③", ""},
      {"a numeral", 8, "\x24\x60", "①", ""},
      {"a numeral that would be $t", 8, "\x24\x74", "⑴", ""},
      {"the same with a closing NUL", 8, "\x24\x74\0"s, "⑴", ""},
      {"numerals of dingbats", 8, "\x27\x76\x27\x78", "❶❸", ""},
      {"numerals with a full stop", 8, "\x24\x88\x24\x8A", "⒈⒊", ""},
      {"numerals in brackets", 8, "\x32\x20\x32\x22", "㈠㈢", ""},
      {"a roman numeral", 8, "\x21\x62", "Ⅲ", ""},
      {"a numeral that ends with a zero octet", 8, "\x4E\0"s, "一", ""},
      {"a numeral of two", 8, "\x53\x41\x4E\0"s, "十一", ""},
      {"the same with a closing NUL", 8, "\x4E\0\0"s, "一", ""},
      {"ASCII digits", 8, "13", "ㄳ", ""},
      {"an ASCII command", 8, "TD", "呄", "TD"},
      {"an ASCII command of common characters", 8, "help", "桥汰", ""},
      {"an ASCII letter and a NUL", 8, "T\0"s, "吀", ""},
      {"ASCII pinyin", 8, "lqgt", "汱杴", "lqgt"},
      {"little-endian Han", 8, "\x99\x9f\xc9\x6c"s, "馟쥬", "龙泉"},
      {"a little-endian digit that is a letter", 8, "\x32\0"s, "㈀", ""},
      {"GBK", 8, "\xC1\xFA\xC8\xAA", "쇺좪", "龙泉"},
      {"UTF-8", 8, "3龙", "㏩뺙", "3龙"},
      {"UCS-2 of Han", 0, "O`Y}", "O¿Yñ", "你好"},
      {"UCS-2 of Han under ASCII", 1, "O`Y}", "O`Y}", "你好"},
      {"one GBK character under Latin-1", 3, "\xC8\xFD", "Èý", ""},
      {"a GBK character and a letter under Latin-1", 3, "A\xC8\xFD", "AÈý", "A三"},
      {"UTF-8 under GBK", 15, "龙泉", "榫欐硥", "龙泉"},
      {"letters", 0, "lqgt", "lqgt", ""},
  };
  for (const auto& r : rows) {
    const auto read = decode_text(r.octets, r.data_coding, {});
    EXPECT_EQ(read.text, r.text) << r.quirk;
    EXPECT_EQ(read.guess, r.guess) << r.quirk;
    EXPECT_TRUE(read.readable) << r.quirk;
  }
}

TEST(mislabelled, an_alphabet_that_the_carrier_says_is_believed) {
  // Whatever the octets look like.
  const struct {
    std::uint8_t data_coding;
    const char* alphabet;
    std::string octets, text;
  } rows[] = {
      {0, "gbk", "\xC1\xFA\xC8\xAA", "龙泉"},
      {3, "latin1", "\xE9\xBE\x99", "é¾\xC2\x99"},
      {3, "latin1", "\xC1\xFA\xC8\xAA", "ÁúÈª"},
      {0, "latin1", "龙", "é¾\xC2\x99"},
      {8, "ucs2", "lqgt", "汱杴"},
      {8, "ascii", "13", "13"},
      {8, "ascii", "\x24\x74", "$t"},
      {8, "gbk", "\xC1\xFA\xC8\xAA", "龙泉"},
      {8, "ucs2-little", "\x32\0"s, "2"},
      {8, "ucs2-little", "\x99\x9f\xc9\x6c", "龙泉"},
      {0, "gsm7", "\0\x31"s, "@1"},
      {0x48, "gsm7", "TD", "TD"},
  };
  for (const auto& r : rows) {
    const auto read = decode_text(r.octets, r.data_coding, {{r.data_coding, r.alphabet}});
    EXPECT_EQ(read.text, r.text) << r.alphabet;
    EXPECT_EQ(read.guess, "") << r.alphabet;
  }
}

TEST(mislabelled, is_what_a_setting_can_mend) {
  // The probe names the alphabet that data_coding settings know.
  EXPECT_EQ(alphabet_seen("lqgt", 8), "ascii");
  EXPECT_EQ(alphabet_seen("\x99\x9f\xc9\x6c", 8), "ucs2-little");
  EXPECT_EQ(alphabet_seen("\xC1\xFA\xC8\xAA", 0), "gbk");
  EXPECT_EQ(alphabet_seen("\x9f\x99\x6c\xc9", 8), "ucs2");
  EXPECT_EQ(alphabet_seen("龙泉", 0xF5), "utf8");
  EXPECT_EQ(alphabet_seen("\x01\x02", 0xF5), "utf8");
}

TEST(parts_of_a_text, are_read_by_their_own_data_coding) {
  const data_coding_overrides none;
  const auto text_of = [&none](const std::vector<labelled_octets>& parts) {
    return decode_parts(parts, none).text;
  };
  EXPECT_EQ(text_of({{"\x9f\x99\x6c\xc9", 8}, {"3", 0}}), "龙泉3");
  EXPECT_EQ(text_of({{"lqgt", 0}, {"\0\x33"s, 8}}), "lqgt3");
  EXPECT_EQ(text_of({{"\xC1\xFA", 15}, {"\x6c\xc9", 8}, {"国", 4}, {"3", 0}}), "龙泉国3");
  EXPECT_EQ(text_of({}), "");
  EXPECT_FALSE(decode_parts({{"\x9f\x99", 8}, {"\xFF", 4}}, none).readable);
  const auto guessed = decode_parts({{"lqgt", 8}, {"3", 0}}, none);
  EXPECT_EQ(guessed.text, "汱杴3");
  EXPECT_EQ(guessed.guess, "lqgt3");
}

TEST(parts_of_a_text, are_joined_where_a_character_may_be_cut) {
  // Under the same data_coding, or another that names the same alphabet; not over a part that is missing.
  const auto text_of = [](const std::vector<labelled_octets>& parts, const data_coding_overrides& o = {}) {
    return decode_parts(parts, o).text;
  };
  EXPECT_EQ(text_of({{"\xD8\x3D", 8}, {"\xDE\x00"s, 8}}), "😀");
  EXPECT_EQ(text_of({{"\x9f", 8}, {"\x99\x6c\xc9", 0x18}}), "龙泉");
  EXPECT_EQ(text_of({{"\xE9\xBE", 4}, {"\x99", 4}}), "龙");
  EXPECT_EQ(text_of({{"\xC1", 15}, {"\xFA", 15}}), "龙");
  EXPECT_EQ(text_of({{"\x9f\x99\x6c", 8}, {"\x56\xfd", 8, false}}), "龙国");
  EXPECT_EQ(text_of({{"\xC1\xFA", 8}, {"\x6c\xc9", 0x18}}, {{8, "gbk"}}), "龙泉");
}

}  // namespace
}  // namespace duanwen::smpp
