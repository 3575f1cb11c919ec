#pragma once
// Why a message costs what it does: what makes it dearer, and how near it is to a segment less or more. Pure.

#include <cstddef>
#include <string>
#include <vector>

#include "keywords/segments/reply.hpp"

namespace duanwen {

/// A character without which the message could be cheaper.
struct costly_character {
  std::string character;
  bool forces_ucs2 = false;  ///< GSM 7-bit has no code for it, and would hold more
  std::size_t takes = 1;     ///< characters as the tariff counts them: 2 where it is escaped or beyond U+FFFF
  std::size_t times = 0;
  std::vector<std::size_t> positions;  ///< in characters, the first is 1; not more than costly_max of them
  std::string substitute;              ///< what would say the same for less; empty: nothing
};

/// Different characters that are named, and positions of one. Where more than so many force UCS-2, as in any
/// Chinese text, these are not: nothing could be done about them.
inline constexpr std::size_t costly_max = 10;

struct explanation {
  std::size_t characters = 0;       ///< as the tariff counts them
  std::size_t outside_gsm7 = 0;     ///< of the text's characters
  std::size_t characters_over = 0;  ///< with so many fewer it takes a segment less; 0: it takes only one
  std::size_t characters_left = 0;  ///< with so many more it still takes as many
  std::vector<costly_character> costly;
  std::size_t segments_plainly = 0;  ///< with every substitute instead; as it is where they save nothing
};

explanation explain(const packed_message& message, const tariff& profile);

}  // namespace duanwen
