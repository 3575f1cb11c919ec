#pragma once
// Ports of programs on telephones, 3GPP TS 23.040 §9.2.3.24.3 and .4, as settings list them. Pure.

#include <cstdint>
#include <optional>
#include <string_view>

namespace duanwen {

struct port_range {
  std::uint16_t first = 0, last = 0;
};

/// "2948" or "9200-9207", from 1 to 65535; none: it is neither.
std::optional<port_range> parse_port_range(std::string_view text);

}  // namespace duanwen
