#include "keywords/fillers.hpp"

#include <algorithm>

#include "keywords/everyday_words.hpp"
#include "keywords/utf8.hpp"

namespace duanwen {
namespace {

constexpr std::size_t ways_max = 12;

bool is_blank(char c) { return c == ' ' || c == '-' || c == '?'; }

// Octets of the filler that ends `text`; 0: none does.
std::size_t filler_behind(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t length = 1; length <= std::min<std::size_t>(text.size(), 30); ++length) {
    const auto end = text.substr(text.size() - length);
    const auto known = known_word_at(end);
    if (known && known->means == filler && known->octets == length) longest = length;
  }
  return longest;
}

}  // namespace

std::string without_fillers(std::string_view normal) {
  std::string kept;
  for (std::size_t at = 0; at < normal.size();) {
    const auto known = known_word_at(normal.substr(at));
    if (known && known->means == filler) {
      at += known->octets;
      continue;
    }
    const auto begin = at;
    if (known)
      at += known->octets;
    else
      next_code_point(normal, at);
    kept += normal.substr(begin, at - begin);
  }
  return kept;
}

std::vector<std::string> with_fewer_fillers(std::string_view normal) {
  std::vector<std::string> ways;
  while (!normal.empty() && ways.size() < ways_max) {
    ways.emplace_back(normal);
    while (!normal.empty() && is_blank(normal.back())) normal.remove_suffix(1);
    while (!normal.empty() && is_blank(normal.front())) normal.remove_prefix(1);
    if (const auto behind = filler_behind(normal)) {
      normal.remove_suffix(behind);
      continue;
    }
    const auto known = known_word_at(normal);
    if (!known || known->means != filler) break;
    normal.remove_prefix(known->octets);
  }
  return ways;
}

}  // namespace duanwen
