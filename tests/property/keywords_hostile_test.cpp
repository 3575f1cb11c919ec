// Long texts of one thing said again and again: answered as a short one of the same is, within all limits, by
// guards that do not depend on how much more there is.
#include <gmock/gmock.h>

#include <algorithm>

#include "keywords/decide.hpp"
#include "keywords/meaning/no_inquiry.hpp"
#include "keywords/pages/areas.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"
#include "tests/support/samples/shipped.hpp"

namespace duanwen {
namespace {

constexpr std::size_t octets_max = 65536, octets_few = 4096;

std::string filled(const std::string& with, std::size_t octets) {
  std::string text;
  while (text.size() + with.size() <= octets) text += with;
  return text;
}

class Hostile : public testing::TestWithParam<const char*> {
 protected:
  static const snapshot& served() {
    static const snapshot sample(1, test::read_directory("config/directory/longquan.json"));
    return sample;
  }
  decision say(const std::string& text, const conversation& at) const {
    return decide(served(), at, inquiry{text, ""}, style_);
  }
  conversation in_view() const { return say("龙泉国土", {}).next; }
  const wording words_ = test::read_wording("zh-CN");
  tariff profile_;
  reply_style style_{words_, profile_, 4, 0};
};

TEST_P(Hostile, SixtyFourKibibytesAreAnsweredAsAFewAre) {
  for (const auto& at : {conversation{}, in_view()}) {
    const auto many = say(filled(GetParam(), octets_max), at), few = say(filled(GetParam(), octets_few), at);
    EXPECT_EQ(many.result, few.result);
    EXPECT_EQ(many.answer, few.answer);
    EXPECT_LE(count_segments(many.answer, profile_), style_.reply_segments_max);
    EXPECT_LE(encode_conversation(many.next).size(), conversation_octets_max);
  }
}

TEST_P(Hostile, TheNormalFormIsBoundedAndFinal) {
  // What a code point becomes has a limit; NFKC makes at most 18 of one.
  constexpr std::size_t growth_max = 18 * 4;
  const auto text = filled(GetParam(), octets_max);
  const auto normal = normalise(text);
  EXPECT_LE(normal.size(), growth_max * std::max<std::size_t>(to_code_points(text).size(), 1));
  EXPECT_EQ(normalise(normal), normal);
}

INSTANTIATE_TEST_SUITE_P(Texts, Hostile,
                         testing::Values("龙", "龍泉國土", "龙泉国土", "龙泉国土3 ", "1", "1 ", "1234 ",
                                         "12345678-", "1 3-", "1-", "第三项", "①", "一", "十一", "全部和",
                                         "和", "a", "lqgt", "longquanguotu", "\u0301", "\u0316\u0301",
                                         "e\u0316\u0301", "\u0F71\u0F72", "𝟛", "😀", "👨\u200D👩\u200D👧",
                                         "\u3000", "\u200B", "\uFDFA", "\xff", "\xf0\x9f", "猪", "怎么办",
                                         "我想办", "的", "【", "【】", "【龙泉国土】", "退订", "开火锅店",
                                         "50头", "-", "?", "0", "5101 ", "宅基地和", "각", "㍿", "ﬃ"));

TEST(HostileMarks, OfMoreThanSomeOnOneCharacterTheRestIsNotPutInOrder) {
  // To put n marks in order takes n² steps; so the form does not grow with them.
  const auto few = normalise("龙" + filled("\u0316\u0301", 200)),
             many = normalise("龙" + filled("\u0316\u0301", 60000));
  EXPECT_EQ(few, many);
  EXPECT_LE(to_code_points(many).size(), 31u);
}

TEST(HostileMarks, AreCutWhereverTheyComeFrom) {
  // What vanishes between them, and marks that are made of two, change nothing about the form being final.
  for (const auto* between : {"\u0001", "\uFE0F", "\u200D", "\u034F", "\u0344"}) {
    const auto marks = filled("\u0316\u0301", 100);
    const auto text = "龙" + marks + between + marks + filled("\u0344", 100);
    const auto normal = normalise(text);
    EXPECT_EQ(normalise(normal), normal) << std::uint32_t{to_code_points(between).at(0)};
    EXPECT_LE(to_code_points(normal).size(), 31u);
  }
}

TEST(HostileRuns, OfLettersThatAreOneWordEndWithWhatIsLookedAt) {
  // Beside a word that is known, in every length round the limits.
  const snapshot sample(1, test::read_directory("config/directory/longquan.json"));
  for (std::size_t octets = 560; octets < 1510; octets += 7) {
    const auto text = "宅基地" + filled("a", octets) + "土地";
    const auto found = sample.items().find(text, 9, [](const auto&, const auto&) { return true; });
    EXPECT_LE(found.size(), 9u);
  }
}

TEST(HostileCards, OfGroupsWithoutEndNoCardIsLeft) {
  // Wherever one looks for a card it ends at the nineteenth digit, however many follow.
  for (const auto* groups : {"1234 ", "12345678-", "510112 19800101 0019 "}) {
    const auto read = without_private_numbers(filled(groups, octets_max));
    EXPECT_TRUE(read.found) << groups;
    const auto digits =
        std::count_if(read.rest.begin(), read.rest.end(), [](char c) { return c >= '0' && c <= '9'; });
    EXPECT_LT(digits, 15) << groups;
  }
}

}  // namespace
}  // namespace duanwen
