#include "keywords/meaning/kept_text.hpp"

#include <algorithm>

#include "keywords/meaning/no_inquiry.hpp"
#include "keywords/text/digits.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

constexpr std::size_t telephone_digits = 7, group_digits = 3;

bool joins(char32_t c) { return c == U' ' || c == U'-'; }

// Where a number that begins at `at` ends: one group of digits, or several long ones, each one sign apart.
std::size_t end_of_number(std::u32string_view text, std::size_t at, std::size_t& digits) {
  auto end = at + digits_at(text, at);
  digits = end - at;
  if (digits < group_digits) return end;
  while (end < text.size() && joins(text[end]) && digits_at(text, end + 1) >= group_digits) {
    const auto more = digits_at(text, end + 1);
    digits += more;
    end += 1 + more;
  }
  return end;
}

}  // namespace

std::string kept_text(std::string_view text) {
  const auto characters = to_code_points(without_private_numbers(text).rest);
  std::u32string kept;
  for (std::size_t at = 0; at < characters.size() && kept.size() < kept_characters_max;) {
    std::size_t digits = 0;
    const auto end = end_of_number(characters, at, digits);
    if (digits >= telephone_digits)
      kept += U'*';
    else if (digits > 0)
      kept.append(characters, at, end - at);
    else
      kept += characters[at];
    at = digits > 0 ? end : at + 1;
  }
  kept.resize(std::min(kept.size(), kept_characters_max));
  return to_utf8(kept);
}

}  // namespace duanwen
