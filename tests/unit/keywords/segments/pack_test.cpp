// Which blocks go together in a message, and what that saves.
#include <gmock/gmock.h>

#include "keywords/segments/reply.hpp"
#include "tests/unit/keywords/support.hpp"

namespace duanwen {
namespace {

using test::times;
using testing::ElementsAre;
using testing::IsEmpty;

reply saying(std::vector<std::string> texts, std::string signature = "") {
  reply answer;
  answer.signature_name = std::move(signature);
  for (auto& t : texts) answer.blocks.push_back({std::move(t), "", 0});
  return answer;
}

std::vector<std::string> messages(const packed_reply& packed) {
  std::vector<std::string> texts;
  for (const auto& m : packed.messages) texts.push_back(m.text);
  return texts;
}

TEST(Pack, WhatFitsOneSegmentGoesAsOneMessage) {
  // A line a block; two plain replies would have cost two.
  const auto packed = pack(saying({"1宅基地", "3征地"}, "龙泉国土"), {});
  EXPECT_THAT(messages(packed), ElementsAre("【龙泉国土】1宅基地\n3征地"));
  EXPECT_EQ(packed.segments, 1u);
  EXPECT_EQ(packed.segments_one_by_one, 2u);
}

TEST(Pack, BlocksAreJoinedWhereThatSaves) {
  // 35+1+34 fit 70; any other neighbours would spill over.
  const auto packed = pack(saying({times(70, "一"), times(35, "二"), times(34, "三"), times(70, "四")}), {});
  EXPECT_THAT(messages(packed),
              ElementsAre(times(70, "一"), times(35, "二") + "\n" + times(34, "三"), times(70, "四")));
  EXPECT_EQ(packed.segments, 3u);
  EXPECT_EQ(packed.segments_one_by_one, 4u);
}

TEST(Pack, TwoItemsThatFillASegmentEachAreTwoPlainOnes) {
  // 135 to 140 octets each: as parts of one long message, of 134 octets, they would take three.
  for (const std::size_t units : {68u, 69u, 70u}) {
    const auto packed = pack(saying({times(units, "一"), times(units, "二")}), {});
    EXPECT_EQ(packed.segments, 2u) << units;
    EXPECT_EQ(packed.messages.size(), 2u) << units;
    EXPECT_EQ(count_segments(times(units, "一") + "\n" + times(units, "二"), {}), 3u) << units;
  }
  for (const std::size_t septets : {154u, 157u, 160u}) {
    const auto packed = pack(saying({times(septets, "a"), times(septets, "b")}), {});
    EXPECT_EQ(packed.segments, 2u) << septets;
    EXPECT_EQ(packed.messages.size(), 2u) << septets;
  }
}

TEST(Pack, TwoItemsOf135To140CharactersAreTwoSegments) {
  // Under GSM 7-bit one message of two parts holds both, and reads better than two.
  for (std::size_t n = 135; n <= 140; ++n) {
    tariff profile;
    profile.signature = "[]";
    const auto packed = pack(saying({times(n, "a"), times(n, "b")}, "Police"), profile);
    EXPECT_EQ(packed.segments, 2u) << n;
    EXPECT_EQ(packed.messages.size(), 1u) << n;
  }
}

TEST(Pack, ALongMessageMayBeTheCheapest) {
  // No two of them fit one segment, but all three fit two.
  const auto packed = pack(saying({times(40, "一"), times(40, "二"), times(40, "三")}), {});
  EXPECT_EQ(packed.segments, 2u);
  EXPECT_EQ(packed.messages.size(), 1u);
  EXPECT_EQ(packed.segments_one_by_one, 3u);
}

TEST(Pack, JoiningEverythingIsNotAlwaysTheCheapest) {
  // 70 fill a segment alone; as parts of a long message they spill over.
  const auto packed = pack(saying({times(60, "一"), times(9, "二"), times(70, "三")}), {});
  EXPECT_THAT(messages(packed), ElementsAre(times(60, "一") + "\n" + times(9, "二"), times(70, "三")));
  EXPECT_EQ(packed.segments, 2u);
}

TEST(Pack, ATieGoesToTheFewestMessages) {
  // Two segments either way: 67 each of one message, or a message each.
  const auto packed = pack(saying({times(66, "一"), times(67, "二")}), {});
  EXPECT_EQ(packed.segments, 2u);
  EXPECT_EQ(packed.messages.size(), 1u);
}

TEST(Pack, ALatinBlockStaysOutOfAChineseMessage) {
  // Joined to one Chinese character, 150 letters would go as UCS-2: three segments.
  const auto packed = pack(saying({times(150, "a"), "龙"}), {});
  EXPECT_THAT(messages(packed), ElementsAre(times(150, "a"), "龙"));
  EXPECT_EQ(packed.messages[0].parts.used, alphabet::gsm7);
  EXPECT_EQ(packed.messages[1].parts.used, alphabet::ucs2);
  EXPECT_EQ(packed.segments, 2u);
}

TEST(Pack, EachMessageIsSigned) {
  // Its room counts; without brackets or name nothing is put before.
  const auto text = times(67, "一");
  tariff profile;
  EXPECT_EQ(pack(saying({text}, "龙泉国土"), profile).segments, 2u);
  EXPECT_THAT(messages(pack(saying({text, text}, "龙"), profile)),
              ElementsAre("【龙】" + text, "【龙】" + text));
  profile.signature = "[]";
  EXPECT_THAT(messages(pack(saying({"1 ID"}, "Police"), profile)), ElementsAre("[Police]1 ID"));
  profile.signature = "";
  EXPECT_THAT(messages(pack(saying({text}, "龙泉国土"), profile)), ElementsAre(text));
  EXPECT_THAT(messages(pack(saying({text}, ""), {})), ElementsAre(text));
}

TEST(Pack, NothingToSayCostsNothing) {
  // An opt-out has no answer.
  const auto packed = pack({}, {});
  EXPECT_THAT(packed.messages, IsEmpty());
  EXPECT_EQ(packed.segments, 0u);
  EXPECT_EQ(packed.segments_one_by_one, 0u);
  EXPECT_EQ(count_segments(reply{}, {}), 0u);
}

TEST(Pack, TheSegmentsOfTheMessagesAreItsCost) {
  // What is promised is what is cut, and counting alone comes to the same.
  const auto answer = saying({times(100, "一"), times(20, "a"), times(50, "二"), "😀"}, "龙泉国土");
  const auto packed = pack(answer, {});
  std::size_t cut = 0;
  for (const auto& m : packed.messages) cut += m.parts.segments.size();
  EXPECT_EQ(packed.segments, cut);
  EXPECT_EQ(count_segments(answer, {}), cut);
}

}  // namespace
}  // namespace duanwen
