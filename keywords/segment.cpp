// Where a text is cut: behind as much as fits, and between whole characters as a reader sees them.
#include "keywords/segment.hpp"

#include <unicode/uchar.h>

#include "keywords/measure.hpp"
#include "keywords/normalise.hpp"
#include "keywords/utf8.hpp"

namespace duanwen {
namespace {

constexpr char32_t joiner = 0x200D;

// A stretch that stays in one segment, and its size there.
struct unit {
  std::size_t begin, end;  // octets of the text
  std::size_t size;
};

// Accents, variation selectors, skin tones and whatever a joiner ties on belong to the character before.
bool belongs_to_the_one_before(char32_t c, char32_t before) {
  const auto point = static_cast<UChar32>(c);
  return before == joiner || c == joiner || u_hasBinaryProperty(point, UCHAR_GRAPHEME_EXTEND) ||
         u_hasBinaryProperty(point, UCHAR_EMOJI_MODIFIER);
}

std::vector<unit> units_of(std::string_view text, alphabet a, const tariff& profile, bool keep_marks) {
  constexpr std::size_t most = 16;  // a longer heap of marks is no text
  std::vector<unit> units;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const char32_t c = next_code_point(text, at);
    const auto size = size_in(a, c, profile);
    const bool joins = keep_marks && c >= 0x300 && !units.empty() && belongs_to_the_one_before(c, before) &&
                       units.back().size + size <= most;
    if (joins) {
      units.back().end = at;
      units.back().size += size;
    } else {
      units.push_back({begin, at, size});
    }
    before = c;
  }
  return units;
}

std::vector<std::string> cut(std::string_view text, const std::vector<unit>& units, std::size_t first,
                             std::size_t room) {
  std::vector<std::string> pieces(1);
  std::size_t left = first;
  for (const auto& u : units) {
    if (u.size > left) {
      pieces.emplace_back();
      left = room;
    }
    pieces.back().append(text.substr(u.begin, u.end - u.begin));
    left -= u.size;
  }
  return pieces;
}

// Plain pieces for phones that cannot join parts; the mark stands behind, where no signature is looked for.
void mark(std::vector<std::string>& pieces) {
  const auto total = std::to_string(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i)
    pieces[i] += "(" + std::to_string(i + 1) + "/" + total + ")";
}

}  // namespace

segmentation segment(std::string_view octets, const tariff& profile) {
  const auto text = to_valid_utf8(octets);
  segmentation parts;
  parts.used = measure(text, profile).cheapest();
  const auto fewest = count_segments(text, profile);
  if (fewest == 1) {
    parts.segments.push_back(text);
    return parts;
  }
  const bool plain = profile.long_messages == long_message_form::none;
  const auto room = room_of(parts.used, profile);
  const auto each = plain ? room.alone - mark_size(fewest) : room.part;
  const auto first = first_part(each, profile);
  parts.segments = cut(text, units_of(text, parts.used, profile, true), first, each);
  // No mark is worth a segment, and no segment is empty.
  if (parts.segments.size() > fewest || parts.segments.front().empty())
    parts.segments = cut(text, units_of(text, parts.used, profile, false), first, each);
  if (plain) mark(parts.segments);
  return parts;
}

std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) units += next_code_point(text, at) > 0xFFFF ? 2 : 1;
  return units;
}

}  // namespace duanwen
