#include "keywords/meaning/no_inquiry.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "keywords/meaning/guess_parts.hpp"
#include "keywords/text/digits.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"
#include "keywords/vocabulary/fillers.hpp"

namespace duanwen {
namespace {

// Characters that say more than a keyword or numbers would: beside a signature of ours, and of a stranger.
constexpr std::size_t beside_ours = 7, beside_strange = 3;
constexpr std::size_t sentence_octets_min = 12;  // 回数字选
// Of details that come back; nobody asks in their very words.
constexpr std::size_t echoed_octets_min = 60, echoed_characters = 16;
constexpr std::size_t card_digits_min = 15, card_digits_max = 19;
constexpr std::size_t group_digits_min = 4;  // 6222 0212 3456 7890; a list of items has smaller ones
constexpr std::size_t gap_max = 3;           // signs between two groups

bool is_gap(char32_t c) {
  return std::u32string_view(U" -　\u00A0\t.·_—–").find(c) != std::u32string_view::npos;
}
bool is_x(char32_t c) { return c == U'x' || c == U'X' || c == U'ｘ' || c == U'Ｘ'; }

// The end of the groups of digits that begin at `at`, and how many digits they are. Either each group has
// some digits (6222 0212 …), but perhaps the last, or each has one (5 1 0 1 …); lists of items have neither.
std::pair<std::size_t, std::size_t> groups_at(const std::u32string& text, std::size_t at) {
  auto end = at + digits_at(text, at);
  auto digits = end - at;
  const bool one_by_one = digits == 1;
  while ((one_by_one || digits >= group_digits_min) && digits <= card_digits_max) {
    auto next = end;
    while (next < text.size() && is_gap(text[next])) ++next;
    const auto more = next > end && next - end <= gap_max ? digits_at(text, next) : 0;
    const bool fits =
        one_by_one ? more == 1 : more >= group_digits_min - 1 || digits + more >= card_digits_min;
    if (more == 0 || !fits || (!one_by_one && digits + more > card_digits_max)) break;
    digits += more;
    end = next + more;
  }
  return {end, digits};
}

// Where a card's number ends that begins at `at`.
std::optional<std::size_t> card_at(const std::u32string& text, std::size_t at) {
  if (!is_wide_digit(text[at]) || (at > 0 && is_wide_digit(text[at - 1]))) return std::nullopt;
  const bool alone = at + 1 >= text.size() || !is_wide_digit(text[at + 1]);
  if (alone && at > 1 && is_gap(text[at - 1]) && is_wide_digit(text[at - 2]))
    return std::nullopt;  // of a list
  auto [end, digits] = groups_at(text, at);
  const auto last = end < text.size() && is_gap(text[end]) ? end + 1 : end;
  if (last < text.size() && is_x(text[last])) {
    end = last + 1;
    ++digits;
  }
  return digits >= card_digits_min && digits <= card_digits_max ? std::optional(end) : std::nullopt;
}

}  // namespace

bool is_notice(std::string_view normal, const wording& words) {
  const auto form = without_signs(std::string(normal));
  return std::any_of(words.notice_words.begin(), words.notice_words.end(),
                     [&form](const std::string& w) { return form.find(w) != form.npos; });
}

bool is_signed(std::string_view text, const snapshot& directory) {
  constexpr std::string_view open = "【", close = "】";
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  const auto begin = text.find(open), end = text.rfind(close);
  if (begin == text.npos || end == text.npos || end < begin) return false;
  const bool in_front = begin == 0, behind = end + close.size() == text.size();
  if (!in_front && !behind) return false;
  const auto first_end = text.find(close), last_begin = text.rfind(open);
  const auto beside = in_front ? text.substr(first_end + close.size()) : text.substr(0, last_begin);
  const auto inside = in_front ? text.substr(open.size(), first_end - open.size())
                               : text.substr(last_begin + open.size(), end - last_begin - open.size());
  if (directory.find_keyword(keyword_form(inside)))
    return to_code_points(keyword_form(beside)).size() > beside_ours;
  return to_code_points(without_signs(without_fillers(normalise(beside)))).size() > beside_strange;
}

bool is_echo(std::string_view form, const wording& words) {
  constexpr std::array sentences = {&wording::menu_hint,   &wording::no_more,
                                    &wording::help,        &wording::unknown,
                                    &wording::offers_hint, &wording::number_without_menu,
                                    &wording::too_often,   &wording::did_you_mean,
                                    &wording::emergency,   &wording::private_number};
  return std::any_of(sentences.begin(), sentences.end(), [&](auto sentence) {
    // What is filled in may be anything, so that only what stands before it is ours.
    const auto& said = words.*sentence;
    const auto ours = keyword_form(std::string_view(said).substr(0, said.find('{')));
    return ours.size() >= sentence_octets_min && form.find(ours) != form.npos;
  });
}

bool is_echo_of(std::string_view form, std::string_view told) {
  if (form.size() < echoed_octets_min) return false;
  const auto details = keyword_form(told);
  const auto [beginning, rest] = cut_after(details, echoed_characters);
  return !rest.empty() && form.find(beginning) != form.npos;
}

bool is_emergency(std::string_view normal, const wording& words) {
  const auto form = without_signs(std::string(normal));
  const auto said = [&](const std::string& w) {
    const bool number = is_digit(w.front());
    return number ? normal == w : form.find(w) != form.npos;
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
