#include "keywords/text/utf8.hpp"

#include <algorithm>

namespace duanwen {
namespace {

// What may follow a lead octet: how many octets, and the range of the first of them (Unicode 15, table 3-7).
struct lead_rule {
  int following;
  unsigned char low, high;
};

lead_rule rule_for(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {1, 0x80, 0xBF};
  if (lead == 0xE0) return {2, 0xA0, 0xBF};
  if (lead == 0xED) return {2, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {2, 0x80, 0xBF};
  if (lead == 0xF0) return {3, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {3, 0x80, 0xBF};
  if (lead == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  // Nearly every Chinese character: three octets of which the lead puts no bounds on the second.
  if ((lead & 0xF0) == 0xE0 && lead != 0xE0 && lead != 0xED && text.size() - at >= 2) {
    const auto second = static_cast<unsigned char>(text[at]),
               third = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0) == 0x80 && (third & 0xC0) == 0x80) {
      at += 2;
      return (lead & 0x0Fu) << 12 | (second & 0x3Fu) << 6 | (third & 0x3Fu);
    }
  }
  auto [following, low, high] = rule_for(lead);
  if (following == 0) return replacement_character;
  constexpr unsigned char payload[] = {0, 0x1F, 0x0F, 0x07};
  char32_t c = lead & payload[following];
  for (; following > 0; --following) {
    if (at >= text.size()) return replacement_character;
    const auto octet = static_cast<unsigned char>(text[at]);
    if (octet < low || octet > high) return replacement_character;
    c = (c << 6) | (octet & 0x3Fu);
    low = 0x80;
    high = 0xBF;
    ++at;
  }
  return c;
}

void append_utf8(std::string& to, char32_t c) {
  const auto put = [&to](char32_t octet) {
    to.push_back(static_cast<char>(static_cast<unsigned char>(octet)));
  };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::u32string to_code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points.push_back(next_code_point(text, at));
  return points;
}

std::string to_utf8(std::u32string_view text) {
  std::string octets;
  for (const char32_t c : text) append_utf8(octets, c);
  return octets;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string to_valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_utf8(valid, next_code_point(text, at));
  return valid;
}

}  // namespace duanwen
