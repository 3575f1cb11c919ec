// How many segments a text is billed as, at the borders of each rule, and where it is cut.
#include "keywords/segments/segment.hpp"

#include <gmock/gmock.h>

#include "keywords/segments/measure.hpp"
#include "keywords/text/utf8.hpp"
#include "tests/unit/keywords/support.hpp"

namespace duanwen {
namespace {

using test::times;
using testing::ElementsAre;

tariff with(long_message_form form, billing_rule billing = billing_rule::gsm, std::uint32_t reserved = 0) {
  tariff profile;
  profile.long_messages = form;
  profile.billing = billing;
  profile.reserve_characters = reserved;
  return profile;
}

struct border {
  std::string character;
  std::size_t most;  // characters that still take so many segments; one more takes one more
  std::size_t segments;
};

void expect_borders(const tariff& profile, std::initializer_list<border> rows) {
  for (const auto& [character, most, segments] : rows) {
    const auto full = times(most, character), over = times(most + 1, character);
    EXPECT_EQ(segment(full, profile).segments.size(), segments) << most << character;
    EXPECT_EQ(segment(over, profile).segments.size(), segments + 1) << most + 1 << character;
    EXPECT_EQ(count_segments(full, profile), segments) << most << character;
    EXPECT_EQ(count_segments(over, profile), segments + 1) << most + 1 << character;
  }
}

TEST(Segment, BordersOfGsmBilling) {
  // 160/153 septets, escaped characters two each (no part ends with half of one); 70/67 units, surrogates
  // two.
  expect_borders(tariff{}, {{"a", 160, 1},
                            {"a", 306, 2},
                            {"a", 459, 3},
                            {"a", 1530, 10},
                            {"€", 80, 1},
                            {"€", 152, 2},
                            {"€", 228, 3},
                            {"龙", 70, 1},
                            {"龙", 134, 2},
                            {"龙", 201, 3},
                            {"龙", 670, 10},
                            {"😀", 35, 1},
                            {"😀", 66, 2},
                            {"😀", 99, 3}});
}

TEST(Segment, BordersOfSixteenBitReferences) {
  // The header is an octet longer: 152 septets, 66 units.
  expect_borders(with(long_message_form::udh16),
                 {{"a", 160, 1}, {"a", 304, 2}, {"龙", 70, 1}, {"龙", 132, 2}, {"龙", 198, 3}, {"😀", 66, 2}});
}

TEST(Segment, SarAndPayloadAreBilledAsEightBitReferences) {
  // The carrier makes the same parts of them.
  for (const auto form : {long_message_form::sar, long_message_form::payload})
    expect_borders(with(form), {{"a", 160, 1}, {"a", 306, 2}, {"龙", 70, 1}, {"龙", 134, 2}});
}

TEST(Segment, BordersOfMainlandBilling) {
  // Every alphabet 70/67, an escaped character is one.
  expect_borders(with(long_message_form::udh8, billing_rule::seventy_67),
                 {{"a", 70, 1}, {"a", 134, 2}, {"€", 70, 1}, {"€", 134, 2}, {"龙", 70, 1}, {"龙", 134, 2}});
}

TEST(Segment, PlainPiecesLoseTheRoomOfTheirMarks) {
  // (1/2) takes 5 characters of each piece, (10/10) takes 7, which makes the tenth piece come earlier.
  expect_borders(with(long_message_form::none), {{"a", 160, 1},
                                                 {"a", 310, 2},
                                                 {"龙", 70, 1},
                                                 {"龙", 130, 2},
                                                 {"龙", 195, 3},
                                                 {"龙", 585, 9},
                                                 {"龙", 630, 10},
                                                 {"龙", 693, 11}});
}

TEST(Segment, TheCarriersOwnWordsTakeRoomOfTheFirstPart) {
  // So many characters, whether the text is short or long.
  expect_borders(with(long_message_form::udh8, billing_rule::gsm, 8),
                 {{"龙", 62, 1}, {"龙", 126, 2}, {"龙", 193, 3}, {"a", 152, 1}, {"a", 298, 2}});
  EXPECT_EQ(segment(times(63, "龙"), with(long_message_form::udh8, billing_rule::gsm, 8)).segments.front(),
            times(59, "龙"));
}

TEST(Segment, NoSegmentHasMoreOctetsThanItsUserData) {
  // 140 alone, and without the header of a part 134 or 133: of UTF-16, or of packed septets.
  struct octets_row {
    long_message_form form;
    std::size_t alone, part;
  };
  const octets_row rows[] = {{long_message_form::udh8, 140, 134}, {long_message_form::udh16, 140, 133}};
  const auto septets = [](const std::string& text) {
    std::size_t count = 0;
    for (const char32_t c : to_code_points(text)) count += size_in(alphabet::gsm7, c, {});
    return count;
  };
  for (const auto& [form, alone, part] : rows)
    for (const auto* unit : {"a", "€", "龙", "😀", "e\u0301"})
      for (const std::size_t n : {30u, 70u, 80u, 160u, 170u, 500u}) {
        const auto parts = segment(times(n, unit), with(form));
        for (const auto& s : parts.segments) {
          const auto octets = parts.used == alphabet::gsm7 ? (septets(s) * 7 + 7) / 8 : 2 * utf16_units(s);
          EXPECT_LE(octets, parts.segments.size() == 1 ? alone : part) << n << unit;
        }
      }
}

TEST(Segment, TheAlphabetIsTheCheapestThatCarriesTheText) {
  // One character outside GSM 03.38 makes all of it UCS-2.
  EXPECT_EQ(segment("LQ [1] {2} 3€", {}).used, alphabet::gsm7);
  EXPECT_EQ(segment("", {}).used, alphabet::gsm7);
  EXPECT_EQ(segment("LQ `", {}).used, alphabet::ucs2);
  EXPECT_EQ(count_segments(times(71, "a"), {}), 1u);
  EXPECT_EQ(count_segments(times(70, "a") + "龙", {}), 2u);
}

TEST(Segment, AnEmptyTextIsOneEmptySegment) {
  // Something was sent, and is billed.
  EXPECT_THAT(segment("", {}).segments, ElementsAre(""));
  EXPECT_EQ(count_segments("", {}), 1u);
}

TEST(Segment, NeitherSurrogatePairNorEscapeIsSplit) {
  // Where half of it would fit, the whole begins the next part.
  const auto emoji = segment(times(66, "龙") + "😀" + times(3, "泉"), {});
  EXPECT_THAT(emoji.segments, ElementsAre(times(66, "龙"), "😀" + times(3, "泉")));
  const auto euro = segment(times(152, "a") + "€" + times(9, "b"), {});
  EXPECT_THAT(euro.segments, ElementsAre(times(152, "a"), "€" + times(9, "b")));
}

struct cluster {
  std::string characters;
  std::size_t before;  // so many units that a cut would fall within
};

TEST(Segment, WhatAReaderSeesAsOneStaysTogether) {
  // A mark, a skin tone, a family put together by joiners, a keycap, a flag, Hangul in pieces, a vowel sign.
  const cluster rows[] = {{"e\u0301", 66},  {"👍🏽", 65},           {"👩\u200D👧", 65},
                          {"👩\u200D👧", 64}, {"1\uFE0F\u20E3", 66},      {"1\uFE0F\u20E3", 65},
                          {"🇨🇳", 65},       {"\u1112\u1161\u11AB", 65}, {"क\u093F", 66}};
  for (const auto& [characters, before] : rows) {
    const auto parts = segment(times(before, "龙") + characters + times(9, "泉"), {});
    EXPECT_THAT(parts.segments, ElementsAre(times(before, "龙"), characters + times(9, "泉"))) << characters;
  }
}

TEST(Segment, ACharacterIsWorthASegment) {
  // 134 units would fill two parts to the last; to keep the accent with its letter takes a third.
  const auto text = times(66, "龙") + "e\u0301" + times(66, "泉");
  const auto parts = segment(text, {});
  EXPECT_THAT(parts.segments, ElementsAre(times(66, "龙"), "e\u0301" + times(65, "泉"), "泉"));
  EXPECT_EQ(count_segments(text, {}), 3u);
}

TEST(Segment, WhatNoPartHoldsIsCutBetweenItsCharacters) {
  // The carrier leaves 7 units of the first part; a family of 11 is parted there, an accent never is.
  const auto profile = with(long_message_form::udh8, billing_rule::gsm, 60);
  const std::string family = "👩\u200D👩\u200D👧\u200D👦";
  EXPECT_THAT(segment(family, profile).segments, ElementsAre("👩\u200D👩\u200D", "👧\u200D👦"));
  EXPECT_THAT(segment(times(6, "龙") + "e\u0301" + times(9, "泉"), profile).segments,
              ElementsAre(times(6, "龙"), "e\u0301" + times(9, "泉")));
}

TEST(Segment, PlainPiecesSayWhichTheyAre) {
  // Behind the text, since phones look for a signature at both ends.
  const auto parts = segment(times(66, "龙"), with(long_message_form::none));
  EXPECT_THAT(parts.segments, ElementsAre(times(66, "龙")));
  const auto pieces = segment(times(71, "龙"), with(long_message_form::none));
  EXPECT_THAT(pieces.segments, ElementsAre(times(65, "龙") + "(1/2)", times(6, "龙") + "(2/2)"));
}

TEST(Segment, BrokenOctetsAreSentAsReplacements) {
  // One for each maximal subpart, so that what leaves is UTF-8.
  const auto parts = segment("a\xFF\xE9\xBE", {});
  EXPECT_EQ(parts.used, alphabet::ucs2);
  EXPECT_THAT(parts.segments, ElementsAre("a\uFFFD\uFFFD"));
}

TEST(Utf16Units, CountsSurrogatesTwice) {
  // As carriers count UCS-2.
  EXPECT_EQ(utf16_units(""), 0u);
  EXPECT_EQ(utf16_units("a龙"), 2u);
  EXPECT_EQ(utf16_units("😀"), 2u);
}

TEST(Measure, SizesOfTextsBehindEachOtherAddUp) {
  // Measured in pieces or whole, a text is as long and as costly.
  const std::string texts[] = {"abc", "€", "", "龙泉", "😀"};
  for (const auto& before : texts)
    for (const auto& behind : texts) {
      auto sum = measure(before, {});
      sum += measure(behind, {});
      const auto whole = measure(before + behind, {});
      EXPECT_EQ(sum.ucs2, whole.ucs2);
      EXPECT_EQ(sum.widest_ucs2, whole.widest_ucs2);
      EXPECT_EQ(sum.cheapest(), whole.cheapest());
      EXPECT_TRUE(!whole.fits_gsm7 || sum.gsm7 == whole.gsm7) << before << behind;
    }
}

TEST(Measure, ArithmeticSaysNothingWhereCutsMatter) {
  // Two septets or two units a character: close to a border the parts depend on what stands at their ends.
  EXPECT_EQ(count_by_size(measure(times(306, "a"), {}), {}), 2u);
  EXPECT_EQ(count_by_size(measure(times(303, "a") + "€", {}), {}), 2u);
  EXPECT_EQ(count_by_size(measure(times(304, "a") + "€", {}), {}), std::nullopt);
  EXPECT_EQ(count_by_size(measure(times(131, "龙") + "😀", {}), {}), 2u);
  EXPECT_EQ(count_by_size(measure(times(132, "龙") + "😀", {}), {}), std::nullopt);
  EXPECT_EQ(count_by_size(measure(times(133, "龙") + "😀", {}), {}), 3u);
  EXPECT_EQ(count_by_size(measure("😀", {}), {}), 1u);
}

}  // namespace
}  // namespace duanwen
