// GSM 03.38 texts, one septet an octet or packed, ⇄ UTF-8.
#include <algorithm>

#include "gateway/smpp/text/alphabets.hpp"
#include "keywords/segments/gsm7.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen::smpp {
namespace {

bool has_high_octet(std::string_view octets) {
  for (const char c : octets)
    if ((static_cast<unsigned char>(c) & 0x80) != 0) return true;
  return false;
}

}  // namespace

std::optional<std::string> to_gsm7(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const auto code = gsm7_code(next_code_point(utf8, at));
    if (!code) return std::nullopt;
    if (*code > 0xFF) out += static_cast<char>(*code >> 8);
    out += static_cast<char>(*code & 0xFF);
  }
  return out;
}

std::string from_gsm7(std::string_view septets) {
  std::string out;
  out.reserve(septets.size());
  bool escaped = false;
  for (const char c : septets) {
    const auto septet = static_cast<std::uint8_t>(c);
    if (septet == gsm7_escape) {
      // An escape of an escape is kept for other tables; phones without them show a space, 23.038 §6.2.1.1.
      if (escaped) out += ' ';
      escaped = !escaped;
      continue;
    }
    append_utf8(out, gsm7_character(septet, escaped));
    escaped = false;
  }
  return out;
}

decoded_text from_gsm7_octets(std::string_view octets) {
  // No septet is above 0x7F, so whoever sent this meant something else.
  return {from_gsm7(octets), !has_high_octet(octets)};
}

std::string unpack_septets(std::string_view octets, std::size_t udh_octets) {
  // The first septet begins at the first multiple of 7 bits behind the header.
  const std::size_t fill = (7 - udh_octets * 8 % 7) % 7;
  std::string septets;
  for (std::size_t bit = fill; bit + 7 <= octets.size() * 8; bit += 7) {
    const std::size_t at = bit / 8, shift = bit % 8;
    std::size_t two = static_cast<unsigned char>(octets[at]);
    if (at + 1 < octets.size()) two |= std::size_t{static_cast<unsigned char>(octets[at + 1])} << 8;
    septets += static_cast<char>(two >> shift & 0x7F);
  }
  // Seven spare bits at the end are filled up with a CR, or with zeros that would read as @.
  const bool full = (octets.size() * 8 - std::min(fill, octets.size() * 8)) % 7 == 0;
  if (full && !septets.empty() && (septets.back() == '\r' || septets.back() == '\0')) septets.pop_back();
  return septets;
}

}  // namespace duanwen::smpp
