// Folding by ICU, then what each character means here: a letter, a sign, a blank, or nothing.
#include "keywords/text/normalise.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <cmath>
#include <optional>

#include "keywords/text/simplify.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

// NFKC case folding also makes full-width ASCII plain and takes zero-width characters, BOM and variation
// selectors away.
std::string folded(const std::string& utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return utf8;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  normalizer->normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())), sink,
                            nullptr, status);
  return U_SUCCESS(status) ? out : utf8;
}

constexpr char32_t keycap_ten = 0x1F51F, ideographic_zero = 0x3007;
constexpr std::size_t marks_max = 30;
constexpr double numeral_max = 999999;

// ①, ❸, ⒈, ⑴, ㈠, ㊀, Ⅲ, 〡. Not 〇, a digit among others, nor what stands raised or lowered at something
// (m²).
std::optional<int> number_in_one_character(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const auto type = u_charType(code);
  if (c == keycap_ten) return 10;
  if ((type != U_LETTER_NUMBER && type != U_OTHER_NUMBER) || c == ideographic_zero) return std::nullopt;
  const auto folds_as = u_getIntPropertyValue(code, UCHAR_DECOMPOSITION_TYPE);
  if (folds_as == U_DT_SUPER || folds_as == U_DT_SUB) return std::nullopt;
  const double value = u_getNumericValue(code);
  if (value < 0 || value > numeral_max || value != std::floor(value)) return std::nullopt;
  return static_cast<int>(value);
}

enum class role { letter, digit, mark, separator, nothing };

role role_of(char32_t c) {
  if (c == replacement_character) return role::nothing;
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return role::letter;
    case U_DECIMAL_DIGIT_NUMBER:
      return role::digit;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
      return role::mark;
    case U_CONTROL_CHAR:
      return c == U'\n' || c == U'\r' || c == U'\t' ? role::separator : role::nothing;
    case U_FORMAT_CHAR:
    case U_SURROGATE:
    case U_UNASSIGNED:
    case U_PRIVATE_USE_CHAR:
    case U_MODIFIER_SYMBOL:
      return role::nothing;
    case U_OTHER_SYMBOL:
      return c < 0x2000 ? role::separator : role::nothing;  // emoji and dingbats
    default:
      return role::separator;
  }
}

// Marks, and what vanishes between them, stay with the character before.
bool begins_anew(role r) { return r == role::letter || r == role::digit || r == role::separator; }

// ①③ and Ⅰ Ⅲ are numbers of their own: folding alone would make them 13 and iiii, and Ⅿ the command M. Of
// many marks on one character the first are kept, since to put n of them in order takes n² steps (UAX 15,
// stream-safe text).
std::string with_numbers_apart(std::string_view text) {
  std::string apart;
  apart.reserve(text.size());
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == 0) continue;  // a NUL ends no text of ours, and would end it for others
    if (u_getCombiningClass(static_cast<UChar32>(c)) != 0 && ++marks > marks_max) continue;
    if (begins_anew(role_of(c))) marks = 0;
    if (const auto number = number_in_one_character(c))
      apart += ' ' + std::to_string(*number) + ' ';
    else
      append_utf8(apart, c);
  }
  return apart;
}

// The signs that mean something in a selection stay themselves; every other sign is a blank.
char32_t sign_of(char32_t c) {
  switch (c) {
    case U'-':
    case U'~':
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'〜':
    case U'−':
      return U'-';
    case U'?':
      return U'?';
    default:
      return U' ';
  }
}

// Blanks vanish beside a sign and at both ends, and a sign is said once.
void append_sign(std::string& normal, char sign) {
  const char last = normal.empty() ? ' ' : normal.back();
  if (sign == ' ' && (last == ' ' || last == '-' || last == '?')) return;
  if (sign != ' ' && !normal.empty() && last == ' ') normal.pop_back();
  if (normal.empty() || normal.back() != sign) normal.push_back(sign);
}

std::string in_roles(std::string_view text) {
  std::string normal;
  normal.reserve(text.size());
  bool after_letter = false;
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const auto r = role_of(c);
    if (begins_anew(r)) marks = 0;
    if (r == role::mark && ++marks > marks_max) continue;
    if (r == role::letter || (r == role::mark && after_letter)) append_utf8(normal, simplified(c));
    if (r == role::digit) normal += static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(c)));
    if (r == role::separator) append_sign(normal, static_cast<char>(sign_of(c)));
    if (r != role::nothing) after_letter = r != role::separator && (r != role::mark || after_letter);
  }
  while (!normal.empty() && normal.back() == ' ') normal.pop_back();
  return normal;
}

std::string lower_case(std::string_view plain) {
  std::string lower(plain);
  for (auto& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace

std::string normalise(std::string_view text) {
  if (is_plain(text)) return lower_case(text);
  // What was taken out may have stood between a letter and its mark, so that the two are folded once more.
  return folded(in_roles(folded(with_numbers_apart(text))));
}

std::string keyword_form(std::string_view text) { return without_signs(normalise(text)); }

std::string without_signs(std::string normal) {
  std::erase_if(normal, [](char c) { return is_sign(c); });
  return normal;
}

}  // namespace duanwen
