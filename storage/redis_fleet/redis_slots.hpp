#pragma once
// The slots of a Cluster: which one a key lies in, and which server has it. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/redis_link/redis_resp.hpp"

namespace duanwen {

inline constexpr std::uint16_t slot_count = 16384;

/// Of a key: of its hash tag where it has one.
std::uint16_t slot_of(std::string_view key);

struct server_address {
  std::string host;
  std::uint16_t port = 0;
  friend auto operator<=>(const server_address&, const server_address&) = default;
};

/// A run of slots and the master that has them.
struct slot_range {
  std::uint16_t first = 0, last = 0;
  server_address master;
  friend bool operator==(const slot_range&, const slot_range&) = default;
};

/// What CLUSTER SLOTS answers. A master without a name is reached as who was `asked`. None: it is no such
/// answer, or covers nothing.
std::optional<std::vector<slot_range>> read_slots(const resp_value& said, const server_address& asked);

/// "MOVED 3999 127.0.0.1:6381" and "ASK …": who has the slot now, or has this key already while it moves.
struct redirection {
  bool ask = false;
  server_address to;
};
/// None for every other error. An address without a host is the one that was `asked`.
std::optional<redirection> read_redirection(std::string_view error, const server_address& asked);

}  // namespace duanwen
