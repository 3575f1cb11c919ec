#include "storage/traces.hpp"

#include <algorithm>

namespace duanwen {
namespace {

// Noted down again after nobody heard of the first time, it differs in that time alone.
bool is_same(receipt_record a, const receipt_record& b) {
  a.at = b.at;
  return a == b;
}

}  // namespace

std::vector<trace_record> with_receipts(std::vector<trace_record> traces,
                                        const std::vector<receipt_record>& receipts) {
  for (auto& trace : traces)
    for (const auto& one : receipts) {
      const auto same = [&one](const receipt_record& other) { return is_same(other, one); };
      if (trace.mark == 0 || std::ranges::count(one.marks, trace.mark) == 0) continue;
      if (std::ranges::none_of(trace.receipts, same)) trace.receipts.push_back(one);
    }
  return traces;
}

std::vector<unmatched_text> most_frequent_first(const std::map<std::string, std::uint64_t>& times) {
  std::vector<unmatched_text> all;
  for (const auto& [text, count] : times) all.emplace_back(text, count);
  std::ranges::stable_sort(all, std::greater(), &unmatched_text::times);
  return all;
}

}  // namespace duanwen
