#pragma once
// Octets as lower-case hexadecimal.

#include <span>
#include <string>

namespace duanwen {

inline std::string to_hex(std::span<const unsigned char> octets) {
  constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(octets.size() * 2);
  for (const unsigned octet : octets) {
    hex += digits[octet >> 4];
    hex += digits[octet & 15];
  }
  return hex;
}

}  // namespace duanwen
