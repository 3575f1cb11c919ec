#include "keywords/no_inquiry.hpp"

#include <algorithm>
#include <optional>

#include "keywords/normalise.hpp"
#include "keywords/utf8.hpp"

namespace duanwen {
namespace {

constexpr std::size_t beside_signature = 7;  // characters: more than a keyword or numbers
constexpr std::size_t card_digits_min = 15, card_digits_max = 19;
constexpr std::size_t group_digits_min = 4;  // 6222 0212 3456 7890; a list of items has smaller ones

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
bool is_gap(char32_t c) { return c == U' ' || c == U'-' || c == U'　'; }
bool is_x(char32_t c) { return c == U'x' || c == U'X' || c == U'ｘ' || c == U'Ｘ'; }

std::size_t digits_at(const std::u32string& text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count])) ++count;
  return count;
}

// The end of the groups of digits that begin at `at`, and how many digits they are.
std::pair<std::size_t, std::size_t> groups_at(const std::u32string& text, std::size_t at) {
  auto end = at + digits_at(text, at);
  auto digits = end - at;
  while (digits >= group_digits_min && end < text.size() && is_gap(text[end])) {
    const auto more = digits_at(text, end + 1);
    if (more < group_digits_min - 1) break;
    digits += more;
    end += 1 + more;
  }
  return {end, digits};
}

// Where a card's number ends that begins at `at`.
std::optional<std::size_t> card_at(const std::u32string& text, std::size_t at) {
  if (!is_digit(text[at]) || (at > 0 && is_digit(text[at - 1]))) return std::nullopt;
  auto [end, digits] = groups_at(text, at);
  if (end < text.size() && is_x(text[end])) {
    ++end;
    ++digits;
  }
  return digits >= card_digits_min && digits <= card_digits_max ? std::optional(end) : std::nullopt;
}

}  // namespace

bool is_notice(std::string_view normal, const wording& words) {
  const auto form = without_signs(std::string(normal));
  return std::any_of(words.notice_words.begin(), words.notice_words.end(),
                     [&form](const std::string& w) { return form.find(without_signs(w)) != form.npos; });
}

bool is_signed(std::string_view text) {
  constexpr std::string_view open = "【", close = "】";
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  const auto begin = text.find(open), end = text.rfind(close);
  if (begin == text.npos || end == text.npos || end < begin) return false;
  const bool in_front = begin == 0, behind = end + close.size() == text.size();
  if (!in_front && !behind) return false;
  const auto first_end = text.find(close), last_begin = text.rfind(open);
  const auto beside = in_front ? text.substr(first_end + close.size()) : text.substr(0, last_begin);
  return to_code_points(keyword_form(beside)).size() > beside_signature;
}

bool is_emergency(std::string_view normal, const wording& words) {
  const auto form = without_signs(std::string(normal));
  const auto said = [&](const std::string& w) {
    const bool number = w.front() >= '0' && w.front() <= '9';
    return number ? normal == w : form.find(without_signs(w)) != form.npos;
  };
  return std::any_of(words.emergency_words.begin(), words.emergency_words.end(), said);
}

without_numbers without_private_numbers(std::string_view text) {
  const auto characters = to_code_points(text);
  without_numbers w;
  std::u32string rest;
  for (std::size_t at = 0; at < characters.size();) {
    if (const auto end = card_at(characters, at)) {
      w.found = true;
      rest += U' ';
      at = *end;
    } else {
      rest += characters[at++];
    }
  }
  w.rest = w.found ? to_utf8(rest) : std::string(text);
  return w;
}

}  // namespace duanwen
