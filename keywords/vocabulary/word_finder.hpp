#pragma once
// Which of many words stand at a position of a text, found by their first character. Pure; once filled, any
// thread.

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace duanwen {

/// The words of a row, "a|b|c", in its order; an empty row has none.
std::vector<std::string_view> words_of(std::string_view row);

class word_finder {
 public:
  struct word {
    std::string_view form;
    std::uint32_t value = 0;
  };

  /// All words of a row mean `value`. The row must outlive us, as the tables do.
  void add(std::string_view row, std::uint32_t value);

  /// Those that may stand at the beginning of `text`: they begin with its first character.
  const std::vector<word>& near(std::string_view text) const;
  /// The longest with which `text` begins, of alike ones the first that was added; nullptr: none.
  const word* longest_at(std::string_view text) const;

 private:
  std::unordered_map<char32_t, std::vector<word>> by_first_;
};

}  // namespace duanwen
