#pragma once
// What typographic quotes and dashes become where only GSM 7-bit is cheap. Any thread.

#include <optional>
#include <string>
#include <string_view>

namespace duanwen {

/// How `c` is written plainly, without a change of meaning: “ as ", — as -, … as three dots; empty: there is
/// no such way.
std::string_view plain_mark(char32_t c);

/// `text` with all such marks plain; none where GSM 7-bit carries it as it is, or cannot even then.
std::optional<std::string> with_plain_marks(std::string_view text);

}  // namespace duanwen
