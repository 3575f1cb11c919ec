#pragma once
// A run of letters → the syllables of Hanyu Pinyin it may be parted into. Pure.

#include <string_view>
#include <vector>

namespace duanwen {

/// Longer runs are no names of departments.
inline constexpr std::size_t spelled_letters_max = 64;

/// Ways to part `letters` (a-z only) into syllables, syllables that miss their g, and single letters for
/// initials; those with the fewest letters that are no syllable, and then the fewest pieces, come first. At
/// most a few; none for runs above spelled_letters_max.
///   ways_to_spell("lqguotu") → l q guo tu;   ways_to_spell("xian") → xian, xi an
std::vector<std::vector<std::string_view>> ways_to_spell(std::string_view letters);

}  // namespace duanwen
