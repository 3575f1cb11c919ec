#include "keywords/vocabulary/everyday_words.hpp"

#include <algorithm>
#include <iterator>

#include "keywords/text/utf8.hpp"
#include "keywords/vocabulary/everyday_tables.hpp"
#include "keywords/vocabulary/word_finder.hpp"

namespace duanwen {
namespace {

word_finder all_words() {
  word_finder words;
  meaning next = filler;
  for (const auto row : everyday::fillers()) words.add(row, filler);
  for (const auto row : everyday::rows()) words.add(row, ++next);
  for (const auto row : everyday::strangers()) words.add(row, ++next);
  return words;
}

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
  for (const auto row : everyday::rows()) std::ranges::copy(words_of(row), std::back_inserter(words));
  for (const auto row : everyday::fillers()) std::ranges::copy(words_of(row), std::back_inserter(words));
  return words;
}

bool is_strange(meaning m) { return m > everyday::rows().size(); }

std::optional<known_word> known_word_at(std::string_view form) {
  static const auto words = all_words();
  if (const auto* known = words.longest_at(form)) return known_word{known->form.size(), known->value};
  return counted_at(form);
}

}  // namespace duanwen
