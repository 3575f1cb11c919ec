#pragma once
// Which characters anybody can have written. Pure, any thread.

#include <string_view>

namespace duanwen {

/// Not U+FFFD, a surrogate, a control other than tab and line break, a character that Unicode (as ICU knows
/// it) has not assigned, nor one of private use but for the emoji that phones had there before Unicode had
/// them.
bool can_be_written(char32_t c);

/// Not empty, and every character can be.
bool can_be_written(std::string_view utf8);

}  // namespace duanwen
