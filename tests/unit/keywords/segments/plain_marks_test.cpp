// Typographic marks and what they become, and where they stay.
#include "keywords/segments/plain_marks.hpp"

#include <gtest/gtest.h>

#include "keywords/segments/gsm7.hpp"
#include "keywords/segments/reply.hpp"
#include "keywords/text/utf8.hpp"
#include "tests/unit/keywords/support.hpp"

namespace duanwen {
namespace {

using test::times;

packed_reply packed(const std::string& text, const tariff& profile = {}) {
  return pack(reply{"", {{text, "", 0}}}, profile);
}

TEST(PlainMarks, AreInGsm7AndStandForWhatIsNot) {
  // Every row of the table, by a look at all characters.
  std::size_t marks = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const auto plain = plain_mark(c);
    if (plain.empty()) continue;
    ++marks;
    EXPECT_FALSE(gsm7_code(c)) << static_cast<std::uint32_t>(c);
    for (const char32_t p : to_code_points(plain)) EXPECT_TRUE(gsm7_code(p)) << plain;
  }
  EXPECT_EQ(marks, 37u);
}

TEST(PlainMarks, ReplaceQuotesDashesDotsAndBlanks) {
  // Only where GSM 7-bit carries the text afterwards, and did not before.
  EXPECT_EQ(with_plain_marks("“It’s” ‘9–5’ — free…\u00A0a−b"), "\"It's\" '9-5' - free... a-b");
  EXPECT_EQ(with_plain_marks("it's"), std::nullopt);
  EXPECT_EQ(with_plain_marks("“宅基地”"), std::nullopt);
  EXPECT_EQ(with_plain_marks("“Česko”"), std::nullopt);
  EXPECT_EQ(with_plain_marks("“\xFF”"), std::nullopt);
}

TEST(PlainMarks, AreSentWhereTheyTakeFewerSegments) {
  // 71 characters: two segments of UCS-2, one of GSM 7-bit. One less fits either way and stays as written.
  EXPECT_EQ(packed("it’s" + times(67, "a")).messages.front().text, "it's" + times(67, "a"));
  EXPECT_EQ(packed("it’s" + times(67, "a")).segments, 1u);
  EXPECT_EQ(packed("it’s" + times(66, "a")).messages.front().text, "it’s" + times(66, "a"));
  // Dots are three for one: more room than that GSM 7-bit does not give.
  EXPECT_EQ(packed(times(70, "…")).messages.front().text, times(70, "…"));
}

TEST(PlainMarks, AreNotSentWhereTheyGainNothingOrAreNotWanted) {
  // Where every alphabet is billed alike; beside Chinese; by setting; behind brackets that are none of GSM
  // 7-bit.
  const auto text = "it’s" + times(67, "a");
  tariff mainland;
  mainland.billing = billing_rule::seventy_67;
  EXPECT_EQ(packed(text, mainland).messages.front().text, text);
  EXPECT_EQ(packed(text + "龙").messages.front().text, text + "龙");
  tariff off;
  off.smart_encoding = false;
  EXPECT_EQ(packed(text, off).messages.front().text, text);
  EXPECT_EQ(packed(text, off).segments, 2u);
  const reply signed_reply{"Police", {{text, "", 0}}};
  EXPECT_EQ(pack(signed_reply, {}).messages.front().text, "【Police】" + text);
  tariff square;
  square.signature = "[]";
  EXPECT_EQ(pack(signed_reply, square).messages.front().text, "[Police]it's" + times(67, "a"));
}

}  // namespace
}  // namespace duanwen
