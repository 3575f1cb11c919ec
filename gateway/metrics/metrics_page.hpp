#pragma once
// The page of /metrics: what was counted, and how things stand now. Pure.

#include <string>
#include <vector>

#include "admin/views/carrier_status.hpp"
#include "gateway/metrics/metrics.hpp"

namespace duanwen {

/// What is read and not counted.
struct standing_now {
  std::vector<carrier_status> carriers;
  bool redis_up = false;
  std::size_t replies_unrecorded = 0;  ///< see outbound::unrecorded()
  bool replies_held = false;
};

/// Prometheus text 0.0.4. Labels are carriers' names and words of the program: no number of a resident.
std::string metrics_page(const metrics& counted, const standing_now& now);

}  // namespace duanwen
