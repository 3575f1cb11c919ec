#pragma once
// Traditional characters → simplified ones, each for itself. Any thread.

#include <string_view>

namespace duanwen {

/// What OpenCC's t2s makes of the character alone; itself where it is simplified or not Chinese. One by one,
/// not by phrases: a keyword and a text must come out alike whatever stands around them. The first call
/// builds the table (about 30 ms).
char32_t simplified(char32_t c);

/// Whether every character of `utf8` is an ASCII letter or digit or a simplified Han character: such a text
/// is its own normal form but for its capitals.
bool is_plain(std::string_view utf8);

}  // namespace duanwen
