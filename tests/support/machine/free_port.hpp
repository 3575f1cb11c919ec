#pragma once
// Ports on loopback that nobody else takes between our choosing one and a server's listening on it.

#include <cstdint>

namespace duanwen {

/// A TCP port on loopback that nobody listens on. It is this process's own until it ends, also while nobody
/// listens on it: tests that run beside it get others.
std::uint16_t free_port();

}  // namespace duanwen
