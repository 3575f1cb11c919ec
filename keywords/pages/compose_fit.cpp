// What fits a reply, and how much of a text does.
#include <vector>

#include "keywords/pages/compose.hpp"
#include "keywords/segments/clusters.hpp"

namespace duanwen {

bool fits(const reply& answer, const reply_style& style) {
  return count_segments(answer, style.profile) <= style.reply_segments_max;
}

std::size_t longest_beginning(std::string_view text, const std::function<reply(std::string_view)>& whole,
                              const reply_style& style) {
  if (text.empty() || fits(whole(text), style)) return text.size();
  std::vector<std::size_t> ends{0};
  while (ends.back() < text.size()) ends.push_back(cluster_end(text, ends.back()));
  // More text never takes fewer segments, so that the end can be searched for by halves.
  std::size_t low = 0, high = ends.size() - 1;
  while (low < high) {
    const auto middle = (low + high + 1) / 2;
    if (fits(whole(text.substr(0, ends[middle])), style))
      low = middle;
    else
      high = middle - 1;
  }
  return ends[low];
}

}  // namespace duanwen
