// Levenshtein distance, one row at a time.
#include "config/reading/nearest.hpp"

#include <algorithm>
#include <numeric>

namespace duanwen {

namespace {

std::size_t edits(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t replaced = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string_view nearest(std::string_view typed, const std::vector<std::string_view>& known) {
  constexpr std::size_t longest_judged = 64;  // the time grows with the square of the length
  if (typed.size() > longest_judged) return {};
  std::string_view best;
  std::size_t fewest = std::max<std::size_t>(2, typed.size() / 3) + 1;
  for (const auto word : known)
    if (const auto n = edits(typed, word); n < fewest) {
      fewest = n;
      best = word;
    }
  return best;
}

}  // namespace duanwen
