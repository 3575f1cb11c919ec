// Where a text is cut: behind as much as fits, and between whole characters as a reader sees them.
#include "keywords/segments/segment.hpp"

#include "keywords/segments/measure.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

std::vector<std::string> cut(std::string_view text, const std::vector<std::size_t>& ends) {
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  for (const auto end : ends) {
    pieces.emplace_back(text.substr(begin, end - begin));
    begin = end;
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
  parts.segments = cut(text, part_ends(parts.used, text, first_part(each, profile), each, profile));
  if (plain) mark(parts.segments);
  return parts;
}

std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) units += next_code_point(text, at) > 0xFFFF ? 2 : 1;
  return units;
}

}  // namespace duanwen
