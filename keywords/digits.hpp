#pragma once
// What a digit is, in ASCII and in the full width that Chinese keyboards type. Any thread.

#include <algorithm>
#include <string_view>

namespace duanwen {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 0 to 9 or ０ to ９.
constexpr bool is_wide_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

/// Not empty, and nothing but digits.
constexpr bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace duanwen
