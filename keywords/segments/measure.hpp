#pragma once
// How long a text is, in each alphabet, and how many segments that makes under a tariff. Any thread.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "keywords/segments/alphabet.hpp"
#include "keywords/segments/tariff.hpp"

namespace duanwen {

/// What one segment holds, in characters as the tariff counts them: alone, and as a part of a long message.
struct segment_room {
  std::size_t alone, part;
};
segment_room room_of(alphabet a, const tariff& profile);

/// What `c` takes of that room. An escaped character of GSM 7-bit takes two septets, which a carrier that
/// bills 70/67 counts as one character; what lies beyond U+FFFF takes two UTF-16 units.
std::size_t size_in(alphabet a, char32_t c, const tariff& profile);

/// The lengths of a text in both alphabets; those of texts behind each other add up.
struct text_size {
  std::size_t gsm7 = 0, ucs2 = 0;                ///< in characters as the tariff counts them
  bool fits_gsm7 = true;                         ///< otherwise `gsm7` means nothing
  std::size_t widest_gsm7 = 1, widest_ucs2 = 1;  ///< what no cut falls into takes so much at the most
  text_size& operator+=(const text_size& behind);

  /// GSM 7-bit wherever it can carry the text: under every tariff its parts hold as much or more.
  alphabet cheapest() const { return fits_gsm7 ? alphabet::gsm7 : alphabet::ucs2; }
  /// In that alphabet.
  std::size_t length() const { return fits_gsm7 ? gsm7 : ucs2; }
};
text_size measure(std::string_view text, const tariff& profile);

/// The segments of a text of that size; none where that depends on what stands at the cuts.
std::optional<std::size_t> count_by_size(const text_size& size, const tariff& profile);

/// What `(3/12)` takes behind each of so many plain pieces.
std::size_t mark_size(std::size_t pieces);

/// What is left of the first part when the carrier has put its own words there.
std::size_t first_part(std::size_t part, const tariff& profile);

/// The octets at which parts end when each is filled, `first` characters in the first and `room` in every
/// other one. No cut falls into a cluster, unless a part has room for nothing else.
std::vector<std::size_t> part_ends(alphabet a, std::string_view text, std::size_t first, std::size_t room,
                                   const tariff& profile);

}  // namespace duanwen
