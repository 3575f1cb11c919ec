// Hexadecimal with comments → octets; PDU → a line a field.
#include "gateway/smpp/wire/pdu_text.hpp"

#include <algorithm>

#include "gateway/smpp/wire/wire.hpp"

namespace duanwen::smpp {
namespace {

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::optional<std::string> octets_from_hex(std::string_view text) {
  std::string octets;
  int high = -1;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '#') {
      at = std::min(text.find('\n', at), text.size());
      continue;
    }
    if (std::string_view(" \t\r\n:").find(c) != std::string_view::npos) continue;
    const int digit = digit_of(c);
    if (digit < 0) return std::nullopt;
    if (high < 0) {
      high = digit;
    } else {
      octets += static_cast<char>(high << 4 | digit);
      high = -1;
    }
  }
  if (high >= 0) return std::nullopt;
  return octets;
}

std::string fields_as_text(const pdu& p) {
  std::string out;
  for_each_field(p, [&out](std::string_view name, const std::string& value) {
    out.append(name).append(": ").append(value) += '\n';
  });
  return out;
}

}  // namespace duanwen::smpp
