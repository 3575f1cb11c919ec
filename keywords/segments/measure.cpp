// Segments are counted without cutting: by arithmetic where all characters are as wide, else in one pass.
#include "keywords/segments/measure.hpp"

#include <algorithm>
#include <string>

#include "keywords/segments/clusters.hpp"
#include "keywords/segments/gsm7.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

// No part is so full of the carrier's own words that nothing of ours fits.
constexpr std::size_t part_least = 2;

std::size_t length_in(alphabet a, std::string_view text, const tariff& profile) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();) length += size_in(a, next_code_point(text, at), profile);
  return length;
}

std::size_t units_of(std::uint16_t gsm7_code, const tariff& profile) {
  return gsm7_code > 0xFF && profile.billing != billing_rule::seventy_67 ? 2 : 1;
}

std::size_t parts_by_length(std::size_t length, std::size_t first, std::size_t room) {
  return length <= first ? 1 : 1 + (length - first + room - 1) / room;
}

// `parts` counts the parts for the room of the first and of each other one. The marks of plain pieces take
// room, which may make more pieces, whose marks are longer.
template <class Parts>
std::size_t count_long(segment_room room, const tariff& profile, const Parts& parts) {
  if (profile.long_messages != long_message_form::none)
    return parts(first_part(room.part, profile), room.part);
  std::size_t pieces = 2;
  while (true) {
    const auto each = room.alone - mark_size(pieces);
    const auto needed = parts(first_part(each, profile), each);
    if (mark_size(needed) <= mark_size(pieces)) return needed;
    pieces = needed;
  }
}

}  // namespace

segment_room room_of(alphabet a, const tariff& profile) {
  const bool long_header = profile.long_messages == long_message_form::udh16;
  if (a == alphabet::ucs2 || profile.billing == billing_rule::seventy_67)
    return {70, long_header ? 66u : 67u};
  return {160, long_header ? 152u : 153u};
}

std::size_t size_in(alphabet a, char32_t c, const tariff& profile) {
  if (a == alphabet::ucs2) return c > 0xFFFF ? 2 : 1;
  const auto code = gsm7_code(c);
  return code ? units_of(*code, profile) : 1;
}

std::size_t mark_size(std::size_t pieces) { return 2 * std::to_string(pieces).size() + 3; }

std::size_t first_part(std::size_t part, const tariff& profile) {
  return part < profile.reserve_characters + part_least ? part_least : part - profile.reserve_characters;
}

text_size& text_size::operator+=(const text_size& behind) {
  gsm7 += behind.gsm7;
  ucs2 += behind.ucs2;
  fits_gsm7 = fits_gsm7 && behind.fits_gsm7;
  widest_gsm7 = std::max(widest_gsm7, behind.widest_gsm7);
  widest_ucs2 = std::max(widest_ucs2, behind.widest_ucs2);
  return *this;
}

text_size measure(std::string_view text, const tariff& profile) {
  text_size size;
  std::size_t clustered_units = 2;  // with the character before, which may be that of another text
  bool was_clustered = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const auto units = size_in(alphabet::ucs2, c, profile);
    const bool clustered = may_be_clustered(c);
    clustered_units =
        clustered || was_clustered ? std::min(clustered_units + units, cluster_units_max) : units;
    was_clustered = clustered;
    size.ucs2 += units;
    size.widest_ucs2 = std::max(size.widest_ucs2, clustered_units);
    const auto code = size.fits_gsm7 ? gsm7_code(c) : std::nullopt;
    size.fits_gsm7 = code.has_value();
    if (!code) continue;
    const auto septets = units_of(*code, profile);
    size.gsm7 += septets;
    size.widest_gsm7 = std::max(size.widest_gsm7, septets);
  }
  return size;
}

std::vector<std::size_t> part_ends(alphabet a, std::string_view text, std::size_t first, std::size_t room,
                                   const tariff& profile) {
  std::vector<std::size_t> ends;
  std::size_t left = first, begin = 0;
  std::size_t parted = 0;  // up to there a cluster is cut that even an empty part has no room for
  for (std::size_t at = 0; at < text.size();) {
    auto end = at;
    if (at < parted)
      next_code_point(text, end);
    else
      end = cluster_end(text, at);
    const auto size = length_in(a, text.substr(at, end - at), profile);
    if (size > left && at == begin && at >= parted) {
      parted = end;
    } else if (size > left) {
      ends.push_back(begin = at);
      left = room;
    } else {
      left -= size;
      at = end;
    }
  }
  ends.push_back(text.size());
  return ends;
}

std::optional<std::size_t> count_by_size(const text_size& size, const tariff& profile) {
  const auto length = size.length();
  const auto room = room_of(size.cheapest(), profile);
  if (length + profile.reserve_characters <= room.alone) return 1;
  // A part that others follow loses at the most what all but one character of the widest cluster takes.
  const auto widest = size.fits_gsm7 ? size.widest_gsm7 : size.widest_ucs2;
  const auto parts = [length](std::size_t lost) {
    return [=](std::size_t first, std::size_t each) { return parts_by_length(length, first, each - lost); };
  };
  const auto fewest = count_long(room, profile, parts(0));
  if (widest == 1 || fewest == count_long(room, profile, parts(widest - 1))) return fewest;
  return std::nullopt;
}

std::size_t count_segments(std::string_view text, const tariff& profile) {
  const auto size = measure(text, profile);
  if (const auto count = count_by_size(size, profile)) return *count;
  const auto a = size.cheapest();
  return count_long(room_of(a, profile), profile, [&](std::size_t first, std::size_t each) {
    return part_ends(a, text, first, each, profile).size();
  });
}

}  // namespace duanwen
