#include "keywords/vocabulary/word_finder.hpp"

#include <algorithm>

#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return next_code_point(text, at);
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view row) {
  std::vector<std::string_view> words;
  while (!row.empty()) {
    words.push_back(row.substr(0, row.find('|')));
    row.remove_prefix(std::min(row.size(), words.back().size() + 1));
  }
  return words;
}

void word_finder::add(std::string_view row, std::uint32_t value) {
  for (const auto form : words_of(row)) by_first_[first_of(form)].push_back(word{form, value});
}

const std::vector<word_finder::word>& word_finder::near(std::string_view text) const {
  static const std::vector<word> none;
  if (text.empty()) return none;
  const auto found = by_first_.find(first_of(text));
  return found == by_first_.end() ? none : found->second;
}

const word_finder::word* word_finder::longest_at(std::string_view text) const {
  const word* longest = nullptr;
  for (const auto& one : near(text))
    if (text.starts_with(one.form) && (!longest || one.form.size() > longest->form.size())) longest = &one;
  return longest;
}

}  // namespace duanwen
