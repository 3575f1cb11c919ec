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

const row rows[] = {
    {"UTF-8 under GSM 7-bit", 0, "龙泉国土3", "龙泉国土3"},
    {"UTF-8 with its mark", 0, "\xEF\xBB\xBF龙泉", "龙泉"},
    {"UTF-8 with its mark under UTF-8", 4, "\xEF\xBB\xBF龙泉", "龙泉"},
    {"UCS-2 under GSM 7-bit", 0, "\x9f\x99\x6c\xc9\x56\xfd\x57\x1f"s, "龙泉国土"},
    {"UCS-2 digits under GSM 7-bit", 0, "\0\x31\0\x20\0\x33"s, "1 3"},
    {"UCS-2 keyword and digit under GSM 7-bit", 0, "\x9f\x99\x6c\xc9\0\x33"s, "龙泉3"},
    {"UCS-2 with its mark under GSM 7-bit", 0, "\xFE\xFF\x9f\x99"s, "龙"},
    {"GSM 7-bit that is GSM 7-bit", 0, "TD", "TD"},
    {"GSM 7-bit of two @", 0, "\0\0"s, "@"},
    {"UTF-8 under UCS-2", 8, "龙泉国土", "龙泉国土"},
    {"UTF-8 of odd length under UCS-2", 8, "龙泉国", "龙泉国"},
    {"ASCII of even length under UCS-2", 8, "TD", "TD"},
    {"ASCII of odd length under UCS-2", 8, "M", "M"},
    {"ASCII digits under UCS-2", 8, "13", "13"},
    {"ASCII pinyin under UCS-2", 8, "lqgt", "lqgt"},
    {"a receipt's ASCII under UCS-2", 8, "id:1 stat:DELIVRD ", "id:1 stat:DELIVRD "},
    {"UCS-2 whose octets are all printable", 8, "O`Y}", "你好"},
    {"little-endian Han", 8, "\x99\x9f\xc9\x6c\xfd\x56\x1f\x57"s, "龙泉国土"},
    {"little-endian digit", 8, "\x31\0"s, "1"},
    {"little-endian keyword and digit", 8, "\x99\x9f\xc9\x6c\x33\0"s, "龙泉3"},
    {"little-endian with its mark", 8, "\xFF\xFE\x99\x9f"s, "龙"},
    {"big-endian with its mark", 8, "\xFE\xFF\x9f\x99"s, "龙"},
    {"an odd octet behind UCS-2", 8, "\x9f\x99\x6c"s, "龙"},
    {"a NUL behind UCS-2", 8, "\x9f\x99\0"s, "龙"},
    {"NULs behind UCS-2", 8, "\x9f\x99\0\0\0\0"s, "龙"},
    {"NULs behind ASCII", 1, "M\0\0"s, "M"},
    {"NULs behind GSM 7-bit", 0, "M\0"s, "M"},
    {"NULs behind UTF-8", 4, "龙\0"s, "龙"},
    {"NULs behind GBK", 15, "\xC1\xFA\0"s, "龙"},
    {"nothing but an @", 0, "\0"s, "@"},
    {"UTF-8 under ASCII", 1, "龙泉", "龙泉"},
    {"emoji under UCS-2", 8, "\xD8\x3D\xDE\x00"s, "😀"},
    {"emoji under GSM 7-bit", 0, "\x9f\x99\xD8\x3D\xDE\x00"s, "龙😀"},
};

TEST(mislabelled, is_read_as_what_it_plainly_is) {
  for (const auto& r : rows) {
    const auto read = decode_text(r.octets, r.data_coding, {});
    EXPECT_EQ(read.text, r.text) << r.quirk;
    EXPECT_TRUE(read.readable) << r.quirk;
  }
}

TEST(mislabelled, an_alphabet_that_the_carrier_says_is_believed) {
  // Octets that could be UCS-2 are GBK where the carrier says so, and Latin-1 is never doubted.
  EXPECT_EQ(decode_text("\xC1\xFA\xC8\xAA", 0, {{0, "gbk"}}).text, "龙泉");
  EXPECT_EQ(decode_text("\xE9\xBE\x99", 3, {}).text, "é¾\xC2\x99");
}

}  // namespace
}  // namespace duanwen::smpp
