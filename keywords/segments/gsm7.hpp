#pragma once
// The GSM 7-bit default alphabet and its extension table, 3GPP 23.038 §6.2.1 (GSM 03.38). Any thread.

#include <cstdint>
#include <optional>

namespace duanwen {

inline constexpr std::uint8_t gsm7_escape = 0x1B;

/// The septet of `c`; with the escape in the high octet (0x1Bxx) when it is in the extension table; none when
/// in neither.
std::optional<std::uint16_t> gsm7_code(char32_t c);

/// The character of a septet (`escaped`: of the extension table); an unused code is U+FFFD, in the extension
/// table what the default alphabet has there, as §6.2.1.1 asks.
char32_t gsm7_character(std::uint8_t septet, bool escaped);

}  // namespace duanwen
