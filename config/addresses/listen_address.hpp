#pragma once
// Where we wait for others, as host:port.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace duanwen {

/// What a listen address may be.
struct listen_rule {
  std::string_view host;  ///< what to write where none is given
  std::uint16_t port;     ///< the same
  bool names = false;     ///< a name is looked up; else it must be an address of this machine, or localhost
  bool any_port = false;  ///< port 0: one that is free
};

/// None: `text` can be listened at. Else what goes behind "must be host:port": what to write, where that is
/// plain, or "".
std::optional<std::string> judge_listen(std::string_view text, const listen_rule& rule);

}  // namespace duanwen
