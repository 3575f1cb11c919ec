// What the sample directory costs: every menu, and every pair and triple of details of each department, as
// residents get them, against the best of a plain reply an item and everything in one long message. The sums
// are checked in, so that a change shows as a diff; UPDATE_GOLDEN=1 writes them anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "config/settings/config.hpp"
#include "keywords/pages/compose.hpp"
#include "tests/support/samples/shipped.hpp"

namespace duanwen::golden {
namespace {

constexpr const char* table_path = "tests/golden/longquan_segments.tsv";

// Segments as residents get them, one by one, and as one long message.
struct bill {
  std::size_t ours = 0, one_by_one = 0, as_one = 0, best_of_both = 0;
  std::size_t paged = 0;  // how many were too long for one reply
  void operator+=(const bill& other) {
    ours += other.ours;
    one_by_one += other.one_by_one;
    as_one += other.as_one;
    best_of_both += other.best_of_both;
    paged += other.paged;
  }
  std::string columns() const {
    std::string text;
    for (const auto n : {ours, one_by_one, as_one, best_of_both, paged}) text += '\t' + std::to_string(n);
    return text;
  }
};

class LongquanSegments : public testing::Test {
 protected:
  std::size_t cost(const std::string& signature, const std::string& text) const {
    return count_segments(reply{signature, {{text, "", 0}}}, profile_);
  }

  // What it would cost without us: lines or details a message each, or all of them in one.
  bill naive(const std::string& signature, const std::vector<std::string>& texts) const {
    bill b;
    std::string all;
    for (const auto& t : texts) {
      b.one_by_one += cost(signature, t);
      all += (all.empty() ? "" : "\n") + t;
    }
    b.as_one = cost(signature, all);
    b.best_of_both = std::min(b.one_by_one, b.as_one);
    return b;
  }

  bill of_menu(const menu& m) const {
    std::vector<std::string> lines;
    for (const auto& line : m.lines) lines.push_back(shown(line, title_kind::brief));
    auto b = naive(m.signature_name, lines);
    page p;
    do {
      p = compose_menu(m, p.next.menu_from, style_);
      b.ours += count_segments(p.answer, profile_);
    } while (p.next.menu_from != 0);
    return b;
  }

  bill of_details(const menu& m, const std::vector<std::string>& texts,
                  const std::vector<std::uint32_t>& numbers) const {
    auto b = naive(m.signature_name, texts);
    conversation at;
    at.waiting = numbers;
    std::size_t pages = 0;
    for (; !at.waiting.empty(); ++pages) {
      const auto p = compose_details(m, at.waiting, at.waiting_offset, style_);
      b.ours += count_segments(p.answer, profile_);
      at = p.next;
    }
    b.paged = pages > 1 ? 1 : 0;
    return b;
  }

  // Of all selections of so many items.
  bill of_all(const menu& m, std::size_t many) {
    bill sum;
    std::vector<std::size_t> picked;
    add_all(m, many, 0, picked, sum);
    return sum;
  }

  void add_all(const menu& m, std::size_t many, std::size_t from, std::vector<std::size_t>& picked,
               bill& sum) {
    if (picked.size() == many) {
      std::vector<std::string> texts;
      std::vector<std::uint32_t> numbers;
      for (const auto i : picked) {
        texts.push_back(detail_of(m, m.lines[i], words_).text);
        numbers.push_back(m.lines[i].number);
      }
      const auto b = of_details(m, texts, numbers);
      // Also where it comes in pages, with their hints and signatures.
      EXPECT_LE(b.ours, b.best_of_both) << m.id << testing::PrintToString(numbers);
      sum += b;
      return;
    }
    for (auto i = from; i < m.lines.size(); ++i) {
      picked.push_back(i);
      add_all(m, many, i + 1, picked, sum);
      picked.pop_back();
    }
  }

  std::string row(const std::string& id, const bill& menus, const bill& pairs, const bill& triples) {
    return id + menus.columns() + pairs.columns() + triples.columns() + '\n';
  }

  const snapshot served_{1, test::read_directory("config/directory/longquan.json")};
  const wording words_ = test::read_wording("zh-CN");
  const tariff profile_;
  const reply_style style_{words_, profile_, conversation_settings{}.reply_segments_max};
};

void print_saved(const char* what, const bill& b) {
  std::cout << what << ": " << b.ours << " segments; saved " << b.one_by_one - b.ours << " of "
            << b.one_by_one << " against one reply an item, " << b.as_one - b.ours << " of " << b.as_one
            << " against one long message\n";
}

TEST_F(LongquanSegments, CostNoMoreThanTheBestThatIsSimple) {
  std::string table = "department";
  for (const auto* what : {"menu", "pairs", "triples"})
    table += '\t' + std::string(what) + "\tone by one\tas one\tbest of both\tpaged";
  table += '\n';
  bill menus, pairs, triples;
  for (const auto* d : served_.departments()) {
    const auto m = menu_of(served_, *d);
    const auto its_menu = of_menu(m), its_pairs = of_all(m, 2), its_triples = of_all(m, 3);
    EXPECT_LE(its_menu.ours, its_menu.best_of_both) << d->id;
    table += row(d->id, its_menu, its_pairs, its_triples);
    menus += its_menu;
    pairs += its_pairs;
    triples += its_triples;
  }
  table += row("all", menus, pairs, triples);
  print_saved("menus", menus);
  print_saved("pairs", pairs);
  print_saved("triples", triples);
  if (std::getenv("UPDATE_GOLDEN"))
    std::ofstream(std::string(SOURCE_DIR) + "/" + table_path) << table;
  else
    EXPECT_EQ(table, test::content_of(table_path));
}

}  // namespace
}  // namespace duanwen::golden
