// Selections out of random texts, and lists written in random ways.
#include <algorithm>
#include <memory>
#include <set>

#include "keywords/pages/chosen.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/selection.hpp"
#include "keywords/text/utf8.hpp"
#include "tests/support/random/random_directory.hpp"
#include "tests/support/random/random_text.hpp"
#include "tests/support/random/seeded.hpp"
#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

using SelectionProperty = test::seeded;
const wording words = test::short_words();

std::optional<selection> select(const std::string& text) {
  return parse_selection(normalise(text), words.all_words, words.and_words);
}

TEST_P(SelectionProperty, AnyTextIsABoundedSelectionOrNone) {
  // Never empty, none twice, no number beyond six digits; and the same text is the same selection.
  int selections = 0;
  for (int i = 0; i < 20000; ++i) {
    const auto text = test::random_request(random_, {"龙泉国土"});
    const auto s = select(text);
    ASSERT_EQ(s, select(text));
    ASSERT_FALSE(parse_selection(text, {}, {}) && to_valid_utf8(text) != text) << "octets are no numbers";
    if (!s) continue;
    ++selections;
    ASSERT_TRUE(s->all || !s->ranges.empty() || !s->excluded.empty()) << testing::PrintToString(text);
    ASSERT_LE(s->excluded.size(), selected_ranges_max);
    ASSERT_LE(s->ranges.size(), selected_ranges_max);
    for (const auto& r : s->ranges) {
      ASSERT_LE(std::max(r.first, r.last), 999999u) << testing::PrintToString(text);
      ASSERT_EQ(std::count(s->ranges.begin(), s->ranges.end(), r), 1) << testing::PrintToString(text);
    }
  }
  EXPECT_GT(selections, 1000);
}

// 1 to 20 in one of the ways in which people write them.
std::string written(std::mt19937& random, std::uint32_t n) {
  static const std::vector<std::string> characters = {"一",   "二",   "三",   "四",   "五",   "六",   "七",
                                                      "八",   "九",   "十",   "十一", "十二", "十三", "十四",
                                                      "十五", "十六", "十七", "十八", "十九", "二十"};
  switch (random() % 5) {
    case 0:
      return to_utf8(std::u32string(1, U'①' + n - 1));
    case 1:
      return characters[n - 1];
    case 2:
      return "第" + std::to_string(n) + "项";
    case 3:
      return std::to_string(n) + "号";
    default:
      return std::to_string(n);
  }
}

TEST_P(SelectionProperty, AListIsReadAsItWasMeant) {
  // Whatever stands between the numbers, and however each is written; twice is once.
  const std::vector<std::string> between = {" ", "，", "、", ",", ".", "和", " and ", "；", "\n", "　"};
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    std::vector<number_range> meant;
    for (auto n = 1 + random_() % 8; n > 0; --n) {
      const auto number = static_cast<std::uint32_t>(1 + random_() % 20);
      text += (text.empty() ? "" : test::any_of(random_, between)) + written(random_, number);
      const number_range r{number, number};
      if (std::find(meant.begin(), meant.end(), r) == meant.end()) meant.push_back(r);
    }
    const auto s = select(text);
    ASSERT_TRUE(s) << text;
    ASSERT_EQ(s->ranges, meant) << text;
  }
}

bool is_missing(const chosen& c, std::uint32_t n) {
  return std::any_of(c.missing.begin(), c.missing.end(),
                     [n](const number_range& r) { return r.first <= n && n <= r.last; });
}

TEST_P(SelectionProperty, EveryNumberAskedForIsThereOrMissing) {
  // One of the two, each once; and what is said of the missing ones stays short.
  std::unique_ptr<const snapshot> town;  // some texts each, since it takes longer to make than they do
  for (int i = 0; i < 200; ++i) {
    if (i % 10 == 0) town = std::make_unique<const snapshot>(1, test::random_directory(random_));
    const auto& served = *town;
    const auto m = menu_of(served, *test::any_of(random_, served.departments()));
    selection selected;
    for (auto n = 2 + random_() % 12; n > 0; --n) {
      const auto first = static_cast<std::uint32_t>(random_() % 100);
      selected.ranges.push_back(
          {first, random_() % 2 == 0 ? first : static_cast<std::uint32_t>(random_() % 100)});
    }
    const auto c = choose(m, selected);
    const std::set<std::uint32_t> there(c.there.begin(), c.there.end());
    ASSERT_EQ(there.size(), c.there.size());
    for (const auto& r : selected.ranges)
      for (auto n = std::min(r.first, r.last); n <= std::max(r.first, r.last); ++n) {
        ASSERT_EQ(there.contains(n), m.find(n) != nullptr) << n;
        ASSERT_NE(there.contains(n), is_missing(c, n)) << n;
      }
    ASSERT_LT(utf16_units(about_missing(m, c.missing, words)), 150u);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, SelectionProperty, test::seeds());

}  // namespace
}  // namespace duanwen
