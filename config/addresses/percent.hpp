#pragma once
// Octets spelled as %XX, as URLs spell them. Pure.

#include <optional>
#include <string>
#include <string_view>

namespace duanwen {

/// None where a % is not followed by two hexadecimal digits.
std::optional<std::string> decode_percents(std::string_view text);

}  // namespace duanwen
