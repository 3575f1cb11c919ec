// Why a message costs what it does.
#include "keywords/segments/explain.hpp"

#include <gmock/gmock.h>

#include "tests/unit/keywords/support.hpp"

namespace duanwen {
namespace {

using test::times;
using testing::ElementsAre;
using testing::IsEmpty;

explanation why(const std::string& text, const tariff& profile = {}) {
  return explain(pack(reply{"", {{text, "", 0}}}, profile).messages.front(), profile);
}

tariff mainland() {
  tariff profile;
  profile.billing = billing_rule::seventy_67;
  return profile;
}

struct border {
  std::string text;
  std::size_t characters, over, left;
};

TEST(Explain, SaysHowNearTheNextSegmentIs) {
  // At both ends of the first segments; the carrier's own words count, and so does what two positions take.
  const border rows[] = {{times(70, "龙"), 70, 0, 0},
                         {times(71, "龙"), 71, 1, 63},
                         {times(134, "龙"), 134, 64, 0},
                         {times(135, "龙"), 135, 1, 66},
                         {"", 0, 0, 160},
                         {times(161, "a"), 161, 1, 145},
                         {times(81, "€"), 162, 2, 143},
                         {times(36, "😀"), 72, 2, 61}};
  for (const auto& [text, characters, over, left] : rows) {
    const auto e = why(text);
    EXPECT_EQ(e.characters, characters) << text;
    EXPECT_EQ(e.characters_over, over) << text;
    EXPECT_EQ(e.characters_left, left) << text;
  }
  tariff reserved;
  reserved.reserve_characters = 10;
  EXPECT_EQ(why(times(50, "龙"), reserved).characters_left, 10u);
}

TEST(Explain, NamesWhatForcesUcs2AndWhatWouldNot) {
  // By character, with all its positions, and what the text would cost with the substitutes.
  const auto text =
      "Bring the form （A4）, the owner’s ID — or his passport. The office isn’t open on Sundays.";
  const auto e = why(text + std::string(" 100 m²"));
  ASSERT_EQ(e.costly.size(), 5u);
  EXPECT_EQ(e.costly[0].character, "（");
  EXPECT_EQ(e.costly[0].substitute, "(");
  EXPECT_EQ(e.costly[2].character, "’");
  EXPECT_EQ(e.costly[2].substitute, "'");
  EXPECT_TRUE(e.costly[2].forces_ucs2);
  EXPECT_EQ(e.costly[2].times, 2u);
  EXPECT_THAT(e.costly[2].positions, ElementsAre(31u, 70u));
  EXPECT_EQ(e.costly[4].character, "²");
  EXPECT_EQ(e.costly[4].substitute, "");
  EXPECT_EQ(e.outside_gsm7, 6u);
  EXPECT_EQ(e.segments_plainly, 2u) << "² has no substitute";
  EXPECT_EQ(why(text).segments_plainly, 1u);
}

TEST(Explain, NamesWhatTakesTwoPlaces) {
  // Escaped characters of GSM 7-bit, and what lies beyond U+FFFF.
  const auto gsm = why("[1] 5€");
  ASSERT_EQ(gsm.costly.size(), 3u);
  EXPECT_EQ(gsm.costly[0].takes, 2u);
  EXPECT_FALSE(gsm.costly[0].forces_ucs2);
  EXPECT_EQ(gsm.costly[0].substitute, "(");
  const auto chinese = why("龙泉国土宅基地审批登记办法" + times(3, "😀"));
  ASSERT_EQ(chinese.costly.size(), 1u);
  EXPECT_EQ(chinese.costly[0].character, "😀");
  EXPECT_EQ(chinese.costly[0].takes, 2u);
  EXPECT_EQ(chinese.costly[0].times, 3u);
}

TEST(Explain, HasNothingAgainstPlainChinese) {
  // That it needs UCS-2 is no news, and no list of all its characters; they are counted.
  const auto e = why("带户口簿、身份证和书面建房申请交村民小组");
  EXPECT_THAT(e.costly, IsEmpty());
  EXPECT_EQ(e.outside_gsm7, 20u);
}

TEST(Explain, KnowsThatAlphabetsAreBilledAlike) {
  // On the mainland a quote costs what a letter does, and an escaped character too.
  EXPECT_THAT(why("it’s [5€]", mainland()).costly, IsEmpty());
  EXPECT_EQ(why("it’s 😀", mainland()).costly.size(), 1u);
}

TEST(Explain, IsBounded) {
  // However many positions there are, or characters.
  const auto e = why(times(200, "€"));
  EXPECT_EQ(e.costly[0].times, 200u);
  EXPECT_EQ(e.costly[0].positions.size(), costly_max);
  std::string many;
  for (const auto* c : {"😀", "😁", "😂", "😃", "😄", "😅", "😆", "😇", "😈", "😉", "😊", "😋"}) many += c;
  EXPECT_EQ(why(many).costly.size(), costly_max);
}

}  // namespace
}  // namespace duanwen
