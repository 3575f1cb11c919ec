#include "storage/traces.hpp"

#include <algorithm>

namespace duanwen {

std::vector<unmatched_text> most_frequent_first(const std::map<std::string, std::uint64_t>& times) {
  std::vector<unmatched_text> all;
  for (const auto& [text, count] : times) all.emplace_back(text, count);
  std::ranges::stable_sort(all, std::greater(), &unmatched_text::times);
  return all;
}

}  // namespace duanwen
