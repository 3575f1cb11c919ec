#pragma once
// One text → its cheapest alphabet and the segments it is billed as. GSM 03.38 §6.2.1; 3GPP 23.040 §9.2.3.24.

#include <string>
#include <string_view>
#include <vector>

#include "keywords/segments/alphabet.hpp"
#include "keywords/segments/tariff.hpp"

namespace duanwen {

/// A text cut into what fits one short_message each; joined again they are the text (the plain pieces of
/// long_message_form::none without their marks `(1/2)` behind), and no cut splits a surrogate pair, a GSM
/// escape sequence or what a reader sees as one character (clusters.hpp).
struct segmentation {
  alphabet used = alphabet::gsm7;
  std::vector<std::string> segments;  ///< UTF-8, at least one (an empty text is one empty segment)
};

/// The cheapest way to send `text` (signature included already) under `profile`. A text that GSM 03.38 can
/// carry goes as GSM 7-bit, which never takes more segments than UCS-2.
segmentation segment(std::string_view text, const tariff& profile);

/// segment(...).segments.size() without making them.
std::size_t count_segments(std::string_view text, const tariff& profile);

/// Characters as a carrier counts them under UCS-2: UTF-16 units.
std::size_t utf16_units(std::string_view text);

}  // namespace duanwen
