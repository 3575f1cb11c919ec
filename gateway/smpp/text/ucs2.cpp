// UCS-2 as phones send it, that is UTF-16 with surrogate pairs, ⇄ UTF-8.
#include "gateway/smpp/text/alphabets.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen::smpp {
namespace {

constexpr bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
constexpr bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

void append_unit(std::string& to, char32_t unit) {
  to += static_cast<char>(unit >> 8);
  to += static_cast<char>(unit & 0xFF);
}

}  // namespace

decoded_text from_ucs2(std::string_view octets, bool little) {
  if (octets.starts_with("\xFF\xFE")) little = true;
  if (octets.starts_with("\xFF\xFE") || octets.starts_with("\xFE\xFF")) octets.remove_prefix(2);
  const auto unit_at = [octets, little](std::size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(octets[at]),
               second = static_cast<unsigned char>(octets[at + 1]);
    return static_cast<char32_t>(little ? second << 8 | first : first << 8 | second);
  };
  decoded_text out;
  out.text.reserve(octets.size() * 3 / 2);
  for (std::size_t at = 0; at + 1 < octets.size(); at += 2) {
    char32_t c = unit_at(at);
    if (is_high(c) && at + 3 < octets.size() && is_low(unit_at(at + 2))) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit_at(at + 2) - 0xDC00);
      at += 2;
    } else if (is_high(c) || is_low(c)) {
      c = replacement_character;
    }
    append_utf8(out.text, c);
  }
  return out;
}

std::string to_ucs2(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (c > 0xFFFF) {
      append_unit(out, 0xD800 + ((c - 0x10000) >> 10));
      append_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
    } else {
      append_unit(out, c);
    }
  }
  return out;
}

}  // namespace duanwen::smpp
