#include "config/addresses/percent.hpp"

#include <charconv>

namespace duanwen {

std::optional<std::string> decode_percents(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    if (text.front() != '%') {
      plain += text.front();
      text.remove_prefix(1);
      continue;
    }
    const auto digits = text.substr(1, 2);
    unsigned char octet = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), octet, 16);
    if (digits.size() < 2 || read.ec != std::errc() || read.ptr != digits.data() + 2) return std::nullopt;
    plain += static_cast<char>(octet);
    text.remove_prefix(3);
  }
  return plain;
}

}  // namespace duanwen
