#pragma once
// What outbound does, as the metrics count it.

#include "gateway/metrics/metrics.hpp"
#include "gateway/replies/outbound.hpp"
#include "gateway/runtime/runtime.hpp"

namespace duanwen {

/// `metrics` outlives what it is handed to. io thread only.
outbound_events counting(runtime& rt, metrics& metrics);

}  // namespace duanwen
