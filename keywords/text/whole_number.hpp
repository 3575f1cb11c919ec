#pragma once
// A text that is a number from its first character to its last. Pure, any thread.

#include <charconv>
#include <concepts>
#include <optional>
#include <string_view>
#include <system_error>

namespace duanwen {

/// `text` as a number of this type, in digits of `base` (2 to 36, letters of either case). None where it is
/// empty or out of range, or anything else stands in it: a plus, a blank, a minus before an unsigned one.
template <std::integral Number>
std::optional<Number> whole_number(std::string_view text, int base = 10) {
  Number value = 0;
  const auto* const end = text.data() + text.size();
  const auto [behind, error] = std::from_chars(text.data(), end, value, base);
  return error == std::errc() && behind == end ? std::optional(value) : std::nullopt;
}

}  // namespace duanwen
