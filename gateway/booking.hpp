#pragma once
// What a sent reply cost, spread over the departments that spoke in it. Pure.

#include <vector>

#include "keywords/reply.hpp"
#include "storage/records.hpp"

namespace duanwen {

/// Books `segments` of `price_li` each (and what batching saved) on the departments of `answer` by the length
/// of what each said; the sums are exact to the segment. Blocks that are nobody's are booked under "".
std::vector<booking> book(const reply& answer, std::size_t segments, std::size_t segments_saved,
                          std::uint32_t price_li);

}  // namespace duanwen
