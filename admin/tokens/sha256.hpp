#pragma once
// SHA-256 by OpenSSL.

#include <string>
#include <string_view>

namespace duanwen {

/// Lower-case hex, 64 digits.
std::string sha256_hex(std::string_view octets);

}  // namespace duanwen
