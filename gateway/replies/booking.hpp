#pragma once
// What the store is told of replies that are over: which were said, and what they cost whom. Pure.

#include <string>
#include <vector>

#include "gateway/replies/outbound_job.hpp"
#include "storage/records.hpp"

namespace duanwen {

/// What one department said in a reply.
struct department_share {
  std::string department;
  std::size_t octets = 0;
  bool said = true;  ///< something of it was accepted whole, so that it counts as a reply
};

/// Of a reply that is said whole.
std::vector<department_share> shares_of(const reply& answer);

/// What carriers accepted of a reply; and what was saved by it.
struct reply_cost {
  std::uint64_t segments = 0, cost_li = 0, saved_li = 0;
};

/// Spreads `cost` over the departments by the length of what each said; the sums are exact to the segment and
/// to the li. Blocks that are nobody's are booked under "".
std::vector<booking> book(const std::vector<department_share>& shares, reply_cost cost);

/// The end of what `job` joined: what was not said whole is dead for `job.failure`. Segments that were
/// accepted cost, whatever became of the rest; only a reply that was said saves.
reply_finish finish_of(const outbound_job& job);

}  // namespace duanwen
