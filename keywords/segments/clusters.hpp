#pragma once
// What a reader sees as one character: a base with the marks, joiners and skin tones behind it. UAX #29
// §3.1.1. Any thread.

#include <cstddef>
#include <string_view>

namespace duanwen {

/// UTF-16 units that stay together at the most: a longer heap of marks is no text, and no part may be too
/// small for one.
inline constexpr std::size_t cluster_units_max = 32;

/// Whether `c` may be of one cluster with the character before or behind it; what ordinary texts are made of
/// is not.
bool may_be_clustered(char32_t c);

/// The octet behind the cluster that begins at `at` (at < text.size()).
std::size_t cluster_end(std::string_view text, std::size_t at);

}  // namespace duanwen
