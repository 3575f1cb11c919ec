#pragma once
// UTF-8 by hand: code points out of octets and back. Unicode 15 §3.9, RFC 3629. Any thread.

#include <cstdint>
#include <string>
#include <string_view>

namespace duanwen {

inline constexpr char32_t replacement_character = 0xFFFD;
inline constexpr std::size_t two_characters = 6;  ///< octets of two Chinese characters

/// Whether `at` lies between two code points or at the end.
constexpr bool is_border(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// The code point at `at` (at < text.size()), moving `at` behind it; U+FFFD for each maximal ill-formed
/// subpart.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& to, char32_t c);
std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view text);
bool is_ascii(std::string_view text);

/// `text` with everything that is not well-formed UTF-8 replaced by U+FFFD (Unicode 15, 3.9, maximal
/// subparts).
std::string to_valid_utf8(std::string_view text);

}  // namespace duanwen
