#include "keywords/sound/spelling.hpp"

#include <algorithm>

#include "keywords/sound/readings.hpp"

namespace duanwen {
namespace {

constexpr std::size_t syllable_letters_max = 6, ways_max = 3;
constexpr std::size_t initials_max = 8;  // of a name; more letters are spelled

// A way to spell the letters from one letter on; a chain, so that ways share their ends.
struct way {
  std::size_t cost = 0;   // see cost_of()
  std::size_t piece = 0;  // letters of the first piece
  std::size_t rest = 0;   // which of the ways of what follows
};

// Letters that spell nothing cost more than any number of syllables.
std::size_t cost_of(std::string_view piece) {
  constexpr std::size_t a_syllable = 1, without_g = 3, an_initial = 100, impossible = 0;
  if (find_syllable(piece)) return piece.size() == 1 ? 2 * a_syllable : a_syllable;
  if (class_of_sloppy(piece)) return without_g;
  return piece.size() == 1 ? an_initial : impossible;
}

std::vector<way> ways_from(std::size_t at, std::string_view letters,
                           const std::vector<std::vector<way>>& behind) {
  std::vector<way> ways;
  for (std::size_t length = 1; length <= std::min(syllable_letters_max, letters.size() - at); ++length) {
    const auto cost = cost_of(letters.substr(at, length));
    for (std::size_t i = 0; cost != 0 && i < behind[at + length].size(); ++i)
      ways.push_back({cost + behind[at + length][i].cost, length, i});
  }
  std::stable_sort(ways.begin(), ways.end(), [](const way& a, const way& b) { return a.cost < b.cost; });
  if (ways.size() > ways_max) ways.resize(ways_max);
  return ways;
}

// lqga: ga is a syllable, and yet four initials.
void add_initials(std::string_view letters, std::vector<std::vector<std::string_view>>& to) {
  std::vector<std::string_view> each;
  for (std::size_t i = 0; i < letters.size(); ++i) each.push_back(letters.substr(i, 1));
  if (std::find(to.begin(), to.end(), each) == to.end()) to.push_back(std::move(each));
}

}  // namespace

std::vector<std::vector<std::string_view>> ways_to_spell(std::string_view letters) {
  if (letters.empty() || letters.size() > spelled_letters_max) return {};
  std::vector<std::vector<way>> behind(letters.size() + 1);
  behind.back().push_back({});
  for (std::size_t at = letters.size(); at-- > 0;) behind[at] = ways_from(at, letters, behind);
  std::vector<std::vector<std::string_view>> spellings;
  for (const auto& first : behind.front()) {
    std::vector<std::string_view> pieces;
    const auto* w = &first;
    for (std::size_t at = 0; at < letters.size();) {
      pieces.push_back(letters.substr(at, w->piece));
      at += w->piece;
      w = &behind[at][w->rest];
    }
    spellings.push_back(std::move(pieces));
  }
  if (letters.size() <= initials_max) add_initials(letters, spellings);
  return spellings;
}

}  // namespace duanwen
