#pragma once
// What of a resident's text may be stored. Pure.

#include <string>
#include <string_view>

namespace duanwen {

inline constexpr std::size_t kept_characters_max = 70;

/// `text` as well-formed UTF-8 without numbers of cards, with every other number that could be a telephone's
/// (7 digits or more, also in groups of three and more with one blank or dash between) as *, cut to
/// kept_characters_max.
std::string kept_text(std::string_view text);

}  // namespace duanwen
