// 更多 again and again: everything that was asked for is told, each part once and in its order.
#include <set>

#include "keywords/decide.hpp"
#include "keywords/pages/menu.hpp"
#include "tests/support/random/random_directory.hpp"
#include "tests/support/random/seeded.hpp"
#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

class PagingProperty : public test::seeded {
 protected:
  // What the answers to `text` and to 更多 after it say together, without the hints behind them.
  std::string told(const snapshot& served, const std::string& text, const reply_style& style) {
    std::string all;
    conversation at;
    for (pages_ = 0; pages_ < 2000; ++pages_) {
      const auto d = decide(served, at, {pages_ == 0 ? text : "M", ""}, style);
      if (d.answer.blocks.front().text == words_.no_more) return all;
      EXPECT_LE(count_segments(d.answer, style.profile), style.reply_segments_max);
      add_page(all, d.answer, at.waiting_offset != 0);
      at = decode_conversation(encode_conversation(d.next));
    }
    ADD_FAILURE() << "no end after 2000 pages";
    return all;
  }
  // A page that goes on within a detail begins no line.
  void add_page(std::string& all, const reply& page, bool goes_on) const {
    for (const auto& b : page.blocks) {
      if (!all.empty() && !goes_on) all += '\n';
      all += b.text;
      goes_on = false;
    }
    drop_end(all, "\n" + words_.more_hint);
  }
  static void drop_end(std::string& text, const std::string& end) {
    if (text.ends_with(end)) text.resize(text.size() - end.size());
  }
  // Words that no item's text holds, so that hints are known for what they are.
  static wording plain_words() {
    auto words = test::short_words();
    words.no_more = "∎";
    words.more_hint = "⏎M";
    words.menu_hint = "⏎1";
    return words;
  }
  const wording words_ = plain_words();
  int pages_ = 0;
};

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const auto& l : lines) all += (all.empty() ? "" : "\n") + l;
  return all;
}

TEST_P(PagingProperty, EveryDetailIsToldToItsEnd) {
  // 全部 of a department, whatever a reply holds.
  int many_pages = 0;
  for (int town = 0; town < 60; ++town) {
    const snapshot served(1, test::random_directory(random_));
    const auto profile = test::random_tariff(random_, 5);
    const reply_style style{words_, profile, static_cast<std::uint32_t>(1 + random_() % 5)};
    for (const auto* d : served.departments()) {
      const auto m = menu_of(served, *d);
      std::vector<std::string> details;
      for (const auto& line : m.lines)
        if (line.listed) details.push_back(detail_of(m, line, words_).text);
      if (details.empty()) continue;
      ASSERT_EQ(told(served, d->keywords.front() + " 全部", style), joined(details)) << d->id << " " << town;
      many_pages += pages_ > 3;
    }
  }
  EXPECT_GT(many_pages, 10);
}

// Whether `all` is a line of each pair, in their order.
bool are_lines_of(std::string_view all, const std::vector<std::pair<std::string, std::string>>& lines) {
  std::set<std::size_t> ends{0};  // where what was looked at so far may end
  for (const auto& [full, brief] : lines) {
    std::set<std::size_t> next;
    for (const auto end : ends)
      for (const auto& line : {full, brief}) {
        const auto begin = end == 0 ? 0 : end + 1;
        const bool is_there = begin <= all.size() && all.substr(begin).starts_with(line);
        const auto behind = begin + line.size();
        if (is_there && (behind == all.size() || all[behind] == '\n')) next.insert(behind);
      }
    ends = std::move(next);
  }
  return ends.contains(all.size());
}

TEST_P(PagingProperty, EveryLineOfAMenuIsShown) {
  // On one page or several, in full or short; a hint for numbers is said at most at the end.
  int many_pages = 0;
  for (int town = 0; town < 60; ++town) {
    const snapshot served(1, test::random_directory(random_));
    const auto profile = test::random_tariff(random_, 5);
    const reply_style style{words_, profile, static_cast<std::uint32_t>(1 + random_() % 5)};
    for (const auto* d : served.departments()) {
      const auto m = menu_of(served, *d);
      std::vector<std::pair<std::string, std::string>> lines;
      for (const auto& line : m.lines)
        if (line.listed) lines.emplace_back(shown(line, title_kind::full), shown(line, title_kind::brief));
      if (lines.empty()) continue;
      auto all = told(served, d->keywords.front(), style);
      drop_end(all, "\n" + words_.menu_hint);
      ASSERT_TRUE(are_lines_of(all, lines)) << all << "\n" << d->id << " in town " << town;
      many_pages += pages_ > 2;
    }
  }
  EXPECT_GT(many_pages, 10);
}

INSTANTIATE_TEST_SUITE_P(Seeds, PagingProperty, test::seeds());

}  // namespace
}  // namespace duanwen
