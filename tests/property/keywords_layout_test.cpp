// Layouts of small lists against brute force: every way to break them into pages, to choose titles, and to
// part lines.
#include <algorithm>
#include <tuple>

#include "keywords/pages/compose.hpp"
#include "keywords/text/utf8.hpp"
#include "tests/support/random/random_directory.hpp"
#include "tests/support/random/random_text.hpp"
#include "tests/support/random/seeded.hpp"
#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

struct sum {
  std::size_t segments = 0, pages = 0, without_hint = 0;
  auto weights() const { return std::tie(segments, pages, without_hint); }
};

// A way to show a list: bit i of `ends` says that a page ends behind line i, of `shorts` that its title is
// short.
struct shown_way {
  unsigned ends = 0, shorts = 0;
  char between = '\n';
};

class LayoutProperty : public test::seeded {
 protected:
  // Titles of which the short ones are beginnings, some so long that pages are needed.
  void draw_menu(std::size_t lines) {
    auto d = test::make_department("zw", "政务");
    d.short_name = test::random_characters(random_, 6);
    const std::size_t most = random_() % 4 == 0 ? 20 : 90;
    for (std::uint32_t n = 1; n <= lines; ++n) {
      const auto title = to_code_points("题" + test::random_characters(random_, most));
      const auto part = to_utf8(title.substr(0, 1 + random_() % title.size()));
      d.items.push_back(test::make_item(n * n, to_utf8(title), "好", random_() % 3 == 0 ? "" : part));
    }
    directory town;
    town.departments = {d};
    served_ = std::make_unique<snapshot>(1, town);
    menu_ = menu_of(*served_, *served_->find_department("zw"));
  }

  std::string line(std::size_t i, unsigned shorts) const {
    return shown(menu_.lines[i], shorts >> i & 1u ? title_kind::brief : title_kind::full);
  }

  std::size_t cost(const std::string& text, const tariff& profile) const {
    return count_segments(reply{menu_.signature_name, {{text, "", 0}}}, profile);
  }

  // Nothing where a page of several lines is too long, or one that could be shorter.
  std::optional<sum> sum_of(const shown_way& way, const reply_style& style) const {
    sum all;
    const auto count = menu_.lines.size();
    for (std::size_t begin = 0, end = 0; begin < count; begin = end) {
      std::string text = line(begin, way.shorts);
      for (end = begin + 1; end < count && !(way.ends >> (end - 1) & 1u); ++end)
        text += way.between + line(end, way.shorts);
      const auto bare = cost(text, style.profile);
      const auto hinted =
          cost(text + "\n" + (end < count ? words_.more_hint : words_.menu_hint), style.profile);
      const auto segments = end < count ? hinted : bare;
      if (segments > style.reply_segments_max && end > begin + 1) return std::nullopt;
      all.without_hint += end == count && hinted > bare;
      all.segments += segments;
      ++all.pages;
    }
    return all;
  }

  sum best_by_brute_force(const reply_style& style) const {
    sum best{~std::size_t{0}, 0, 0};
    const auto count = menu_.lines.size();
    for (unsigned ends = 0; ends < 1u << (count - 1); ++ends)
      for (unsigned shorts = 0; shorts < 1u << count; ++shorts)
        for (const char between : {'\n', ' '}) {
          const auto tried = sum_of({ends, shorts, between}, style);
          if (tried && tried->weights() < best.weights()) best = *tried;
        }
    return best;
  }

  // What a resident gets who texts 更多 to the end.
  sum told(const reply_style& style) const {
    sum all;
    page p;
    do {
      p = compose_menu(menu_, p.next.menu_from, style);
      all.segments += count_segments(p.answer, style.profile);
      ++all.pages;
    } while (p.next.menu_from != 0);
    all.without_hint = p.answer.blocks.front().text.ends_with("\n" + words_.menu_hint) ? 0 : 1;
    return all;
  }

  const wording words_ = test::short_words();
  std::unique_ptr<snapshot> served_;
  menu menu_;
};

TEST_P(LayoutProperty, NoOtherWayIsCheaper) {
  // In sum over all pages; of those ways the fewest pages, and the hint where it costs nothing.
  std::size_t several_pages = 0;
  for (int i = 0; i < 30; ++i) {
    draw_menu(i % 6 == 0 ? 5 : 1 + random_() % 4);
    const auto profile = test::random_tariff(random_, 20);
    const reply_style style{words_, profile, static_cast<std::uint32_t>(1 + random_() % 3)};
    const auto ours = told(style);
    const auto best = best_by_brute_force(style);
    ASSERT_EQ(ours.weights(), best.weights())
        << ours.segments << " in " << ours.pages << " instead of " << best.segments << " in " << best.pages;
    several_pages += best.pages > 1;
  }
  EXPECT_GT(several_pages, 4u);
}

TEST_P(LayoutProperty, PagesGoOnWhenTheDirectoryChanges) {
  // Another title, a line more or less: what is behind the number shown last is shown, and nothing before it.
  for (int i = 0; i < 100; ++i) {
    draw_menu(6);
    const auto profile = test::random_tariff(random_, 20);
    const reply_style style{words_, profile, 1};
    const auto first = compose_menu(menu_, 0, style).next.menu_from;
    if (first == 0) continue;
    draw_menu(4 + random_() % 4);
    std::string all;
    for (auto after = first; after != 0;) {
      const auto p = compose_menu(menu_, after, style);
      all += "\n" + p.answer.blocks.front().text;
      after = p.next.menu_from;
    }
    for (const auto& l : menu_.lines) {
      const bool is_told = all.find("\n" + shown(l, title_kind::brief)) != all.npos;
      EXPECT_EQ(is_told, l.number > first) << l.number << " after " << first << all;
    }
  }
}

// Details as blocks, and how many segments and pages the way takes in which a page ends behind each block
// whose bit is set in `ends`; nothing where a page is too long.
struct paged_details {
  std::vector<reply_block> blocks;
  std::string signature_name;
  const reply_style& style;

  std::size_t cost(std::size_t begin, std::size_t end) const {
    reply page{signature_name,
               {blocks.begin() + static_cast<std::ptrdiff_t>(begin),
                blocks.begin() + static_cast<std::ptrdiff_t>(end)}};
    if (end < blocks.size()) page.blocks.back().text += "\n" + style.words.more_hint;
    return count_segments(page, style.profile);
  }
  std::optional<std::pair<std::size_t, std::size_t>> sum_of(unsigned ends) const {
    std::size_t segments = 0, pages = 0;
    for (std::size_t begin = 0, end = 0; begin < blocks.size(); begin = end) {
      for (end = begin + 1; end < blocks.size() && !(ends >> (end - 1) & 1u);) ++end;
      const auto page = cost(begin, end);
      if (page > style.reply_segments_max) return std::nullopt;
      segments += page;
      ++pages;
    }
    return std::pair(segments, pages);
  }
};

TEST_P(LayoutProperty, NoOtherPagesOfDetailsAreCheaper) {
  // As long as each detail fits a page; of those ways the fewest pages.
  std::size_t several_pages = 0;
  for (int i = 0; i < 150; ++i) {
    draw_menu(1 + random_() % 6);
    const auto profile = test::random_tariff(random_, 20);
    const reply_style style{words_, profile, static_cast<std::uint32_t>(1 + random_() % 4)};
    paged_details all{{}, menu_.signature_name, style};
    std::vector<std::uint32_t> numbers;
    for (const auto& l : menu_.lines) {
      all.blocks.push_back(detail_of(menu_, l, words_));
      numbers.push_back(l.number);
    }
    std::optional<std::pair<std::size_t, std::size_t>> best;
    for (unsigned ends = 0; ends < 1u << (all.blocks.size() - 1); ++ends)
      if (const auto tried = all.sum_of(ends); tried && (!best || *tried < *best)) best = tried;
    if (!all.sum_of(~0u)) continue;  // one must be told in pieces
    std::pair<std::size_t, std::size_t> told{0, 0};
    while (!numbers.empty()) {
      const auto p = compose_details(menu_, numbers, 0, style);
      told.first += count_segments(p.answer, profile);
      ++told.second;
      ASSERT_EQ(p.next.waiting_offset, 0u);
      numbers = p.next.waiting;
    }
    ASSERT_EQ(told, *best);
    several_pages += told.second > 1;
  }
  EXPECT_GT(several_pages, 10u);
}

INSTANTIATE_TEST_SUITE_P(Seeds, LayoutProperty, test::seeds());

}  // namespace
}  // namespace duanwen
