// What octets are when they are plainly not what data_coding says. Where both make sense,
// data_coding is believed.
#include <algorithm>

#include "gateway/smpp/text/alphabets.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen::smpp {
namespace {

unsigned octet(std::string_view s, std::size_t at) { return static_cast<unsigned char>(s[at]); }
bool is_printable(char c) { return c >= 0x20 && c < 0x7F; }
bool is_high(char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; }
bool is_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

/// What residents write in: ASCII, Chinese characters and punctuation, halves of emoji.
bool is_likely(char32_t c) {
  return (c >= 0x20 && c < 0x7F) || c == '\r' || c == '\n' || (c >= 0x2010 && c <= 0x2027) ||
         (c >= 0x3000 && c <= 0x3020) || is_han(c) || (c >= 0xD83C && c <= 0xDFFF) ||
         (c >= 0xFF01 && c <= 0xFF5E);
}

struct units {
  std::size_t all = 0, likely_big = 0, likely_little = 0;
};

units count_units(std::string_view octets) {
  units n;
  for (std::size_t at = 0; at + 1 < octets.size(); at += 2, ++n.all) {
    const unsigned a = octet(octets, at), b = octet(octets, at + 1);
    n.likely_big += is_likely(a << 8 | b);
    n.likely_little += is_likely(b << 8 | a);
  }
  return n;
}

bool is_plainly_utf8(std::string_view octets) {
  return std::any_of(octets.begin(), octets.end(), is_high) && to_valid_utf8(octets) == octets;
}

std::string_view under_ucs2(std::string_view octets) {
  const auto bare = without_trailing_nuls(octets, "ascii");
  const bool odd = octets.size() % 2 != 0;
  if (std::all_of(bare.begin(), bare.end(), is_printable))
    return !odd && bare.size() % 2 == 0 && is_common_han(from_ucs2(bare).text) ? "ucs2" : "ascii";
  if (odd) return is_plainly_utf8(bare) ? "utf8" : "ucs2";
  const units n = count_units(without_trailing_nuls(octets, "ucs2"));
  if (n.likely_big < n.all && is_plainly_utf8(octets)) return "utf8";
  return n.likely_little == n.all && n.likely_big * 2 <= n.all ? "ucs2-little" : "ucs2";
}

std::string_view under_gsm7(std::string_view octets) {
  if (is_plainly_utf8(octets)) return "utf8";
  if (octets.size() % 2 != 0) return "gsm7";
  octets = without_trailing_nuls(octets, "ucs2");
  const units n = count_units(octets);
  if (n.likely_big < n.all) return "gsm7";
  bool zeros = true;  // in front of every character: no text has an @ in every other place
  for (std::size_t at = 0; at < octets.size(); at += 2) zeros = zeros && octets[at] == 0;
  return zeros || std::any_of(octets.begin(), octets.end(), is_high) ? "ucs2" : "gsm7";
}

}  // namespace

std::string_view actual_alphabet(std::string_view octets, std::string_view labelled) {
  if (octets.starts_with("\xEF\xBB\xBF") && labelled != "latin1" && labelled != "gbk") return "utf8";
  if (octets.starts_with("\xFE\xFF") || octets.starts_with("\xFF\xFE"))
    return labelled == "ucs2" || labelled == "gsm7" ? "ucs2" : labelled;
  if (octets.empty()) return labelled;
  if (labelled == "ucs2") return under_ucs2(octets);
  if (labelled == "gsm7") return under_gsm7(octets);
  return labelled;
}

std::string_view without_trailing_nuls(std::string_view octets, std::string_view alphabet) {
  const std::size_t unit = alphabet.starts_with("ucs2") ? 2 : 1;
  if (unit == 2 && octets.size() % 2 != 0 && octets.size() > 1 && octets.back() == '\0')
    octets.remove_suffix(1);
  while (octets.size() > unit && octets.substr(octets.size() - unit).find_first_not_of('\0') == octets.npos)
    octets.remove_suffix(unit);
  return octets;
}

}  // namespace duanwen::smpp
