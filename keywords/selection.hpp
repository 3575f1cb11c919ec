#pragma once
// Numbers as people text them: 1 3 5, 1,3、5, 1-3, ①③, 一和三, 第三项, 全部. Pure, any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace duanwen {

struct selection {
  bool all = false;                    ///< 全部: every item
  std::vector<std::uint32_t> numbers;  ///< in the order asked for, none twice
  friend bool operator==(const selection&, const selection&) = default;
};

/// Limits of what one text may ask for; more is cut off, and the reply is paged anyway.
inline constexpr std::size_t selected_max = 100;

/// Reads a normalised text (normalise()) that is nothing but a selection; none when anything else stands in
/// it. `all_words` and `and_words` are the wording's, in normal form.
///   parse_selection("1 3-5", …) → 1 3 4 5
std::optional<selection> parse_selection(std::string_view normal, const std::vector<std::string>& all_words,
                                         const std::vector<std::string>& and_words);

/// The digits of a number that may mean several (135 → 1, 3, 5); empty when there is but one.
std::vector<std::uint32_t> digits_of(std::uint32_t number);

}  // namespace duanwen
