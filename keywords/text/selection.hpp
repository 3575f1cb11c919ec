#pragma once
// Numbers as people text them: 1 3 5, 1,3、5, 1-3, ①③, 一和三, 第三项, 全部, 除了2都要. Pure, any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace duanwen {

/// One number, or all from one to another; the last may be below the first (3-1 is 3, 2, 1). As wide as it
/// was texted: it is a menu that says which of them there are.
struct number_range {
  std::uint32_t first = 0, last = 0;
  bool is_one() const { return first == last; }
  friend bool operator==(const number_range&, const number_range&) = default;
};

struct selection {
  bool all = false;                      ///< 全部: every item
  std::vector<number_range> ranges{};    ///< in the order texted, none twice; at most selected_ranges_max
  std::vector<number_range> excluded{};  ///< 不要2: never sent; with neither of the others nothing is wanted
  friend bool operator==(const selection&, const selection&) = default;
};

/// 最后一个: the number of the last that is listed; higher than any that can be texted. Those before it count
/// upwards: 倒数第二个 is last_number + 1.
inline constexpr std::uint32_t last_number = 1'000'000;

/// The place in a list of `count` that `n` means, 1 the first; `n` itself where it is not counted from the
/// end.
constexpr std::size_t place_in_list(std::uint32_t n, std::size_t count) {
  return n < last_number || n - last_number >= count ? n : count - (n - last_number);
}

/// What one text may list; the rest is not read, and the reply would be paged anyway.
inline constexpr std::size_t selected_ranges_max = 100;

/// Reads a normalised text (normalise()) that is nothing but a selection; none when anything else stands in
/// it. `all_words` and `and_words` are the wording's.
///   parse_selection("1 3-5", …) → 1, 3 to 5
std::optional<selection> parse_selection(std::string_view normal, const std::vector<std::string>& all_words,
                                         const std::vector<std::string>& and_words);

/// The digits of a number that may mean several (135 → 1, 3, 5); empty when it is but one, or a digit stands
/// in it twice.
std::vector<std::uint32_t> digits_of(std::uint32_t number);

}  // namespace duanwen
