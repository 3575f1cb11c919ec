#include "keywords/gsm7.hpp"

#include <array>
#include <unordered_map>
#include <utility>

#include "keywords/utf8.hpp"

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

std::unordered_map<char32_t, std::uint16_t> make_codes() {
  std::unordered_map<char32_t, std::uint16_t> codes;
  for (std::size_t i = 0; i < default_alphabet.size(); ++i)
    if (i != gsm7_escape) codes.emplace(default_alphabet[i], static_cast<std::uint16_t>(i));
  for (const auto& [code, c] : extension)
    codes.emplace(c, static_cast<std::uint16_t>(gsm7_escape << 8 | code));
  return codes;
}

}  // namespace

std::optional<std::uint16_t> gsm7_code(char32_t c) {
  static const auto codes = make_codes();
  const auto found = codes.find(c);
  if (found == codes.end()) return std::nullopt;
  return found->second;
}

char32_t gsm7_character(std::uint8_t septet, bool escaped) {
  if (escaped)
    for (const auto& [code, c] : extension)
      if (code == septet) return c;
  if (septet >= default_alphabet.size() || septet == gsm7_escape) return replacement_character;
  return default_alphabet[septet];
}

}  // namespace duanwen
