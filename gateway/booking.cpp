#include "gateway/booking.hpp"

#include <algorithm>

namespace duanwen {
namespace {

struct share {
  std::string department;
  std::size_t octets = 0;
};

std::vector<share> shares_of(const reply& answer) {
  std::vector<share> shares;
  for (const auto& block : answer.blocks) {
    auto found = std::find_if(shares.begin(), shares.end(),
                              [&](const share& s) { return s.department == block.department; });
    if (found == shares.end()) found = shares.insert(shares.end(), share{block.department, 0});
    found->octets += block.text.size();
  }
  return shares;
}

}  // namespace

std::vector<booking> book(const reply& answer, std::size_t segments, std::size_t segments_saved,
                          std::uint32_t price_li) {
  std::vector<booking> booked;
  const auto shares = shares_of(answer);
  std::size_t octets_left = 0;
  for (const auto& s : shares) octets_left += s.octets;
  for (const auto& s : shares) {
    // Each takes its part of what is left, so that the last takes exactly the rest.
    const auto part = [&](std::size_t whole) {
      return octets_left == 0 ? whole : whole * s.octets / octets_left;
    };
    booking b;
    b.department = s.department;
    b.replies = 1;
    b.segments = part(segments);
    b.cost_li = b.segments * price_li;
    const auto saved = part(segments_saved);
    b.saved_li = saved * price_li;
    segments -= b.segments;
    segments_saved -= saved;
    octets_left -= s.octets;
    booked.push_back(b);
  }
  return booked;
}

}  // namespace duanwen
