#pragma once
// How a reply ended, as the metrics count it.

#include "gateway/metrics.hpp"
#include "gateway/outbound_job.hpp"

namespace duanwen {

/// Counts what carriers accepted of `job` at `price_li` a segment, what it saved, and how it ended.
void count_reply(metrics& seen, const outbound_job& job, std::uint32_t price_li, std::uint64_t saved_li);

}  // namespace duanwen
