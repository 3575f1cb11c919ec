#include "keywords/everyday_words.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "keywords/everyday_tables.hpp"
#include "keywords/utf8.hpp"

namespace duanwen {
namespace {

class word_table {
 public:
  word_table() {
    meaning next = filler;
    for (const auto row : everyday::fillers()) take(row, filler);
    for (const auto row : everyday::rows()) take(row, ++next);
    for (const auto row : everyday::strangers()) take(row, ++next);
  }
  std::optional<known_word> longest_at(std::string_view form) const {
    for (auto length = std::min(longest_, form.size()); length > 0; --length)
      if (const auto found = words_.find(std::string(form.substr(0, length))); found != words_.end())
        return known_word{length, found->second};
    return std::nullopt;
  }

 private:
  void take(std::string_view row, meaning m) {
    while (!row.empty()) {
      const auto word = row.substr(0, row.find('|'));
      words_.try_emplace(std::string(word), m);
      longest_ = std::max(longest_, word.size());
      row.remove_prefix(std::min(row.size(), word.size() + 1));
    }
  }
  std::unordered_map<std::string, meaning> words_;
  std::size_t longest_ = 0;
};

// 50头, 几根: how many says nothing about what.
std::optional<known_word> counted_at(std::string_view form) {
  constexpr std::u32string_view numerals = U"0123456789一二两三四五六七八九十百几",
                                measures = U"根棵头只亩间台辆座株匹套条桌";
  constexpr std::size_t numerals_max = 4;
  std::size_t at = 0, count = 0;
  while (at < form.size() && count <= numerals_max) {
    const auto c = next_code_point(form, at);
    if (numerals.find(c) == numerals.npos)
      return count > 0 && measures.find(c) != measures.npos ? std::optional(known_word{at, filler})
                                                            : std::nullopt;
    ++count;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string_view> everyday_words() {
  std::vector<std::string_view> words;
  const auto take = [&words](std::string_view row) {
    while (!row.empty()) {
      words.push_back(row.substr(0, row.find('|')));
      row.remove_prefix(std::min(row.size(), words.back().size() + 1));
    }
  };
  for (const auto row : everyday::rows()) take(row);
  for (const auto row : everyday::fillers()) take(row);
  return words;
}

bool is_strange(meaning m) { return m > everyday::rows().size(); }

std::optional<known_word> known_word_at(std::string_view form) {
  static const word_table table;
  const auto known = table.longest_at(form);
  return known ? known : counted_at(form);
}

}  // namespace duanwen
