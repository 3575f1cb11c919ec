#pragma once
// What servers are told before the store may use them.

#include <vector>

#include "storage/redis_link/redis_greeting.hpp"

namespace duanwen {

/// What a server must be told before the store may use it: that our number of buckets is its own, which in a
/// Cluster one server says for all, and our scripts.
std::vector<redis_greeting> store_greetings();
/// The same for a Cluster, and where the store has keys.
cluster_needs store_needs();

}  // namespace duanwen
