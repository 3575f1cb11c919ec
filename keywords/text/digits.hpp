#pragma once
// What a digit is, in ASCII and in the full width that Chinese keyboards type. Any thread.

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace duanwen {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 0 to 9 or ０ to ９.
constexpr bool is_wide_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

/// How many stand from `at` on, of either width.
constexpr std::size_t digits_at(std::u32string_view text, std::size_t at) {
  const auto end =
      std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_wide_digit);
  return static_cast<std::size_t>(end - text.begin()) - at;
}

/// Not empty, and nothing but digits.
constexpr bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace duanwen
