#include "keywords/segment.hpp"

#include <unicode/uchar.h>

#include <optional>

#include "keywords/gsm7.hpp"
#include "keywords/normalise.hpp"
#include "keywords/utf8.hpp"

namespace duanwen {
namespace {

// What one segment holds: alone, and as a part of a long message; in septets (GSM 7-bit) or UTF-16 units
// (UCS-2).
struct capacity {
  std::size_t alone, part;
};

capacity capacity_of(alphabet a, const tariff& profile) {
  const bool long_header = profile.long_messages == long_message_form::udh16;
  if (a == alphabet::ucs2 || profile.billing == billing_rule::seventy_67)
    return {70, long_header ? 66u : 67u};
  return {160, long_header ? 152u : 153u};
}

// One thing that must not be cut: a character with the combining marks on it, and its size in the alphabet.
struct unit {
  std::size_t begin, end;  // octets of the text
  std::size_t size;
};

std::size_t size_of(char32_t c, alphabet a) {
  if (a == alphabet::ucs2) return c > 0xFFFF ? 2 : 1;
  return *gsm7_code(c) > 0xFF ? 2 : 1;
}

bool joins_the_one_before(char32_t c) {
  return u_getCombiningClass(static_cast<UChar32>(c)) != 0 || c == 0x200D;
}

std::vector<unit> units_of(std::string_view text, alphabet a) {
  constexpr std::size_t sequence_max = 16;  // a longer heap of marks may be cut: it is no text
  std::vector<unit> units;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const char32_t c = next_code_point(text, at);
    const auto size = size_of(c, a);
    if (!units.empty() && joins_the_one_before(c) && units.back().size + size <= sequence_max) {
      units.back().end = at;
      units.back().size += size;
    } else {
      units.push_back({begin, at, size});
    }
  }
  return units;
}

bool fits_gsm7(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (!gsm7_code(next_code_point(text, at))) return false;
  return true;
}

// Pieces cut greedily: since no piece may hold more than `room`, taking as much as fits gives the fewest.
std::vector<std::string> cut(std::string_view text, const std::vector<unit>& units, std::size_t room) {
  std::vector<std::string> pieces(1);
  std::size_t used = 0;
  for (const auto& u : units) {
    if (used + u.size > room) {
      pieces.emplace_back();
      used = 0;
    }
    pieces.back().append(text.substr(u.begin, u.end - u.begin));
    used += u.size;
  }
  return pieces;
}

// Plain pieces for phones that cannot join parts: each begins with 1/2 and so on.
std::vector<std::string> cut_marked(std::string_view text, const std::vector<unit>& units, std::size_t room) {
  std::size_t mark = 3;  // "1/2", longer from ten pieces on
  auto pieces = cut(text, units, room - mark);
  while (std::to_string(pieces.size()).size() * 2 + 1 > mark) {
    mark += 2;
    pieces = cut(text, units, room - mark);
  }
  for (std::size_t i = 0; i < pieces.size(); ++i)
    pieces[i].insert(0, std::to_string(i + 1) + "/" + std::to_string(pieces.size()));
  return pieces;
}

segmentation segment_as(std::string_view text, alphabet a, const tariff& profile) {
  const auto units = units_of(text, a);
  const auto room = capacity_of(a, profile);
  std::size_t size = 0;
  for (const auto& u : units) size += u.size;
  segmentation parts;
  parts.used = a;
  if (size + profile.reserve_characters <= room.alone) {
    parts.segments.emplace_back(text);
    return parts;
  }
  // What the carrier adds stands before the text, so that its room is taken from the front.
  auto shifted = units;
  if (!shifted.empty()) shifted.front().size += profile.reserve_characters;
  parts.segments = profile.long_messages == long_message_form::none ? cut_marked(text, shifted, room.alone)
                                                                    : cut(text, shifted, room.part);
  return parts;
}

}  // namespace

segmentation segment(std::string_view text, const tariff& profile) {
  const auto valid = to_valid_utf8(text);
  auto ucs2 = segment_as(valid, alphabet::ucs2, profile);
  if (!fits_gsm7(valid)) return ucs2;
  auto gsm7 = segment_as(valid, alphabet::gsm7, profile);
  return gsm7.segments.size() <= ucs2.segments.size() ? gsm7 : ucs2;
}

std::size_t count_segments(std::string_view text, const tariff& profile) {
  return segment(text, profile).segments.size();
}

std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) units += size_of(next_code_point(text, at), alphabet::ucs2);
  return units;
}

}  // namespace duanwen
