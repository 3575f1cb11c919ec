// The two tables of GSM 03.38, written down once; the way back is derived from them at compile time.
#include "keywords/segments/gsm7.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

// The 128 characters in the order of their codes; 0x1B is the escape and stands for itself here.
constexpr std::u32string_view default_alphabet =
    U"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ "
    U"!\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    U"¿abcdefghijklmnopqrstuvwxyzäöñüà";
static_assert(default_alphabet.size() == 128);

constexpr std::array<std::pair<std::uint8_t, char32_t>, 10> extension{{
    {0x0A, U'\f'},
    {0x14, U'^'},
    {0x28, U'{'},
    {0x29, U'}'},
    {0x2F, U'\\'},
    {0x3C, U'['},
    {0x3D, U'~'},
    {0x3E, U']'},
    {0x40, U'|'},
    {0x65, U'€'},
}};

struct code_of {
  char32_t character;
  std::uint16_t code;
};

constexpr auto codes = [] {
  std::array<code_of, default_alphabet.size() - 1 + extension.size()> all{};
  std::size_t n = 0;
  for (std::size_t i = 0; i < default_alphabet.size(); ++i)
    if (i != gsm7_escape) all[n++] = {default_alphabet[i], static_cast<std::uint16_t>(i)};
  for (const auto& [code, c] : extension) all[n++] = {c, static_cast<std::uint16_t>(gsm7_escape << 8 | code)};
  std::sort(all.begin(), all.end(), [](auto a, auto b) { return a.character < b.character; });
  return all;
}();

// Of the characters up to U+00FF, nearly all that texts have: their codes at once.
constexpr std::uint16_t no_code = 0xFFFF;
constexpr auto latin1_codes = [] {
  std::array<std::uint16_t, 256> all{};
  all.fill(no_code);
  for (const auto& one : codes)
    if (one.character < all.size()) all[one.character] = one.code;
  return all;
}();

}  // namespace

std::optional<std::uint16_t> gsm7_code(char32_t c) {
  if (c < latin1_codes.size())
    return latin1_codes[c] == no_code ? std::nullopt : std::optional(latin1_codes[c]);
  if (c > codes.back().character) return std::nullopt;
  const auto found = std::lower_bound(codes.begin(), codes.end(), c,
                                      [](const code_of& a, char32_t wanted) { return a.character < wanted; });
  if (found->character != c) return std::nullopt;
  return found->code;
}

char32_t gsm7_character(std::uint8_t septet, bool escaped) {
  if (escaped)
    for (const auto& [code, c] : extension)
      if (code == septet) return c;
  if (septet >= default_alphabet.size() || septet == gsm7_escape) return replacement_character;
  return default_alphabet[septet];
}

}  // namespace duanwen
