// Which layout a menu gets: what costs least, and what reads best of that.
#include "keywords/pages/layout.hpp"

#include <gmock/gmock.h>

#include "keywords/segments/measure.hpp"
#include "keywords/segments/reply.hpp"
#include "tests/support/samples/small_town.hpp"
#include "tests/unit/keywords/support.hpp"

namespace duanwen {
namespace {

using test::times;
using testing::ElementsAre;
using testing::EndsWith;
using testing::StartsWith;

class Layout : public testing::Test {
 protected:
  // Lines of so many characters with full and with short titles; 0: no short one.
  void add_lines(std::size_t count, std::size_t full, std::size_t brief) {
    for (; count > 0; --count) {
      const auto number = static_cast<std::uint32_t>(list_.lines.size() + 10);
      const auto digits = std::to_string(number);
      list_.lines.push_back(
          {number, digits + times(full - 2, "办"), brief ? digits + times(brief - 2, "办") : ""});
    }
  }
  list_page first(std::uint32_t segments_max) const { return first_page(list_, "", 0, style(segments_max)); }
  std::vector<std::string> pages(std::uint32_t segments_max) const {
    std::vector<std::string> texts;
    for (std::size_t begin = 0; begin < list_.lines.size();) {
      const auto p = first_page(list_, "", begin, style(segments_max));
      texts.push_back(text_of(list_, "", begin, p, words_));
      begin = p.end;
    }
    return texts;
  }
  std::vector<std::size_t> costs(std::uint32_t segments_max) const {
    std::vector<std::size_t> all;
    for (const auto& text : pages(segments_max)) all.push_back(count_segments(text, profile_));
    return all;
  }
  reply_style style(std::uint32_t segments_max) const { return {words_, profile_, segments_max}; }

  const wording words_ = test::short_words();
  tariff profile_;
  list list_;
};

TEST_F(Layout, FullTitlesWhereTheyCostNothingMore) {
  // 7 lines of 10 and their ends are 76 characters: two segments, where short ones take one.
  add_lines(6, 10, 5);
  EXPECT_FALSE(first(4).is_short);
  add_lines(1, 10, 5);
  EXPECT_TRUE(first(4).is_short);
  EXPECT_THAT(costs(4), ElementsAre(1u));
}

TEST_F(Layout, ShortTitlesWhereAFullOneNeedsMoreThanARow) {
  // Two digits and nine characters are 20 columns, one character more is too much.
  add_lines(2, 11, 5);
  EXPECT_FALSE(first(4).is_short);
  add_lines(1, 12, 5);
  EXPECT_TRUE(first(4).is_short);
  list_.lines.back().short_text.clear();
  list_.lines[0].short_text.clear();
  list_.lines[1].short_text.clear();
  EXPECT_FALSE(first(4).is_short) << "there is nothing shorter";
}

TEST_F(Layout, TheHintGoesBeforeFullTitles) {
  // 6 full lines take 65 of 70 characters, and the hint 5 more than that; with short ones it is free.
  list_.hint = "回数字看";
  add_lines(6, 10, 0);
  EXPECT_EQ(first(4).tail, page_tail::hint);
  list_.hint += "吧";
  EXPECT_EQ(first(4).tail, page_tail::nothing) << "it would cost a segment";
  list_.lines.front().short_text = "10办";
  EXPECT_TRUE(first(4).is_short);
  EXPECT_EQ(first(4).tail, page_tail::hint);
}

TEST_F(Layout, APageIsNotFilledWhereThatCostsMoreInAll) {
  // Six lines of 40: four would fit with the hint, as three segments, and leave two segments of the others;
  // three and three are two each.
  add_lines(6, 40, 0);
  EXPECT_THAT(costs(3), ElementsAre(2u, 2u));
}

TEST_F(Layout, TheFirstPageIsTheFullestOfWhatCostsTheSame) {
  // 8 lines of 10, 6 on a page of one segment with the hint.
  add_lines(8, 10, 0);
  const auto told = pages(1);
  ASSERT_EQ(told.size(), 2u);
  EXPECT_THAT(told[0], EndsWith("\n15" + times(8, "办") + "\n回M"));
  EXPECT_THAT(told[1], StartsWith("16"));
}

TEST_F(Layout, LinesAreBrokenSinceABlankTakesAsMuch) {
  // Under every tariff and in both alphabets; what a title begins with never runs into a number so.
  for (const auto billing : {billing_rule::gsm, billing_rule::seventy_67}) {
    profile_.billing = billing;
    for (const auto a : {alphabet::gsm7, alphabet::ucs2})
      EXPECT_EQ(size_in(a, U'\n', profile_), size_in(a, U' ', profile_));
  }
}

TEST_F(Layout, LatinTitlesAreChosenByWhatTheAlphabetMakesOfThem) {
  // A short title in Chinese makes all of a page UCS-2; the full ones are longer and cheaper.
  for (std::uint32_t n = 10; n < 14; ++n)
    list_.lines.push_back(
        {n, std::to_string(n) + " Residence permit for guests", std::to_string(n) + times(17, "居")});
  EXPECT_FALSE(first(4).is_short);
  EXPECT_THAT(costs(4), ElementsAre(1u));
}

TEST_F(Layout, DetailsGoOnThePagesThatCostLeast) {
  // Six of 40, as lines are; with a notice before them or others behind; and what needs pages of its own.
  std::vector<std::string> details(6, times(40, "字"));
  EXPECT_EQ(details_on_first_page(details, {}, false, style(3)), 3u);
  EXPECT_EQ(details_on_first_page(details, {"", {{times(40, "知"), "", 0}}}, false, style(3)), 3u);
  EXPECT_EQ(details_on_first_page(details, {}, true, style(2)), 3u);
  details[0] = times(300, "长");
  EXPECT_EQ(details_on_first_page(details, {}, false, style(3)), 0u);
}

}  // namespace
}  // namespace duanwen
