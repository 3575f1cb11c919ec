#pragma once
// How one process is, as its operator sees it at a glance; the gateway fills it in.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "admin/views/carrier_status.hpp"
#include "storage/records.hpp"

namespace duanwen {

struct gateway_status {
  std::string process;  ///< its name in the store
  std::uint32_t pid = 0;
  std::chrono::seconds up{0};
  std::string not_ready;      ///< why /readyz says no; "" = ready
  std::string store_trouble;  ///< "" = it answers
  std::vector<std::string> risks;
  std::optional<store_counts> store;  ///< what it holds, of all processes; none: not counted yet
  std::uint64_t inquiries_in_flight = 0;
  std::uint64_t replies_waiting = 0;     ///< in this process' memory
  std::uint64_t replies_unrecorded = 0;  ///< sent, and their end is not in the store
  bool replies_held = false;             ///< for that reason
  std::vector<carrier_status> carriers;
};

}  // namespace duanwen
