#pragma once
// A segment that a carrier accepted, and whose it is: what a receipt is for.

#include <cstdint>
#include <string>
#include <vector>

namespace duanwen {

struct accepted_segment {
  std::string msisdn;                       ///< of the resident, as in conversation_key
  std::vector<std::uint64_t> marks;         ///< trace_mark() of the inquiries that its reply answers
  std::uint32_t segment = 1, segments = 1;  ///< which of how many, counted from 1
  friend bool operator==(const accepted_segment&, const accepted_segment&) = default;
};

}  // namespace duanwen
