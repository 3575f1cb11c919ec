#pragma once
// What a new link to Redis begins with: where to dial, and what is said before anybody else may use it.

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "storage/redis_link/redis_client.hpp"
#include "storage/redis_link/redis_url.hpp"

namespace duanwen {

/// Something to be said after the log-in, before anybody else may use the link. `judge` gets the answer and
/// says in words what is wrong with it; empty: go on.
struct redis_greeting {
  redis_command command;
  std::function<std::string(const resp_value&)> judge;
};

/// Where the server is, asked before each dial; none: nobody knows for now, and why.
using redis_locator = std::function<std::optional<redis_endpoint>(std::string& trouble)>;

/// What is needed of a Cluster before it may be used.
struct cluster_needs {
  std::vector<redis_greeting> of_each_server;
  std::vector<redis_greeting> of_the_whole;  ///< said to whoever has the slot of its key
  std::set<std::uint16_t> slots;             ///< that need a master that answers
};

}  // namespace duanwen
