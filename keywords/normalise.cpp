#include "keywords/normalise.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include "keywords/simplify.hpp"
#include "keywords/utf8.hpp"

namespace duanwen {
namespace {

// NFKC case folding also makes full-width ASCII plain and takes zero-width characters, BOM and variation
// selectors away.
std::string folded(const std::string& utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  normalizer->normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())), sink,
                            nullptr, status);
  return U_SUCCESS(status) ? out : utf8;
}

bool is_enclosed_number(char32_t c) {
  return (c >= 0x2460 && c <= 0x249B) || (c >= 0x24EB && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793) ||
         (c >= 0x3251 && c <= 0x325F) || (c >= 0x32B1 && c <= 0x32BF);
}

// ①③ are two numbers: folding alone would make them 13.
std::string with_numbers_apart(std::string_view text) {
  std::string apart;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == 0) continue;  // a NUL ends no text of ours, and would end it for others
    if (is_enclosed_number(c))
      apart += ' ' + std::to_string(static_cast<int>(u_getNumericValue(static_cast<UChar32>(c)))) + ' ';
    else
      append_utf8(apart, c);
  }
  return apart;
}

enum class role { letter, separator, nothing };

role role_of(char32_t c) {
  const auto category = u_charType(static_cast<UChar32>(c));
  if (c == replacement_character) return role::nothing;
  switch (category) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return role::letter;
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

// The signs that mean something in a selection stay themselves; every other sign is a blank.
char32_t sign_of(char32_t c) {
  switch (c) {
    case U'-':
    case U'~':
    case U'–':
    case U'—':
    case U'〜':
    case U'−':
      return U'-';
    case U'?':
      return U'?';
    default:
      return U' ';
  }
}

}  // namespace

std::string normalise(std::string_view text) {
  const auto simplified = simplify(folded(with_numbers_apart(text)));
  std::string normal;
  for (std::size_t at = 0; at < simplified.size();) {
    const char32_t c = next_code_point(simplified, at);
    const auto r = role_of(c);
    if (r == role::letter) append_utf8(normal, c);
    if (r != role::separator) continue;
    const auto sign = sign_of(c);
    const bool doubled = !normal.empty() && normal.back() == ' ';
    if (sign != U' ') {
      if (doubled) normal.pop_back();
      append_utf8(normal, sign);
    } else if (!normal.empty() && !doubled) {
      normal.push_back(' ');
    }
  }
  while (!normal.empty() && normal.back() == ' ') normal.pop_back();
  return normal;
}

std::string keyword_form(std::string_view text) {
  std::string form;
  const auto normal = normalise(text);
  for (const char c : normal)
    if (c != ' ' && c != '-' && c != '?') form.push_back(c);
  return form;
}

}  // namespace duanwen
