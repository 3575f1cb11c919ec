#include "gateway/replies/booking.hpp"

#include <algorithm>

namespace duanwen {
namespace {

// Takes its part of what is left, so that the last takes exactly the rest.
std::uint64_t take_part(std::uint64_t& left, std::uint64_t weight, std::uint64_t weights_left) {
  const auto part = weights_left == 0 ? left : left * weight / weights_left;
  left -= part;
  return part;
}

void add_shares(std::vector<department_share>& shares, const reply& answer, bool said) {
  for (const auto& block : answer.blocks) {
    auto found = std::find_if(shares.begin(), shares.end(),
                              [&](const auto& s) { return s.department == block.department; });
    if (found == shares.end()) found = shares.insert(shares.end(), {block.department, 0, false});
    found->octets += block.text.size();
    found->said = found->said || said;
  }
}

std::vector<department_share> shares_of(const outbound_job& job) {
  std::vector<department_share> shares;
  for (std::size_t i = 0; i < job.joined; ++i) add_shares(shares, job.entries[i].answer, job.is_said(i));
  return shares;
}

}  // namespace

std::vector<department_share> shares_of(const reply& answer) {
  std::vector<department_share> shares;
  add_shares(shares, answer, true);
  return shares;
}

std::vector<booking> book(const std::vector<department_share>& shares, reply_cost cost) {
  std::vector<booking> booked;
  std::uint64_t octets_left = 0;
  for (const auto& s : shares) octets_left += s.octets;
  for (const auto& s : shares) {
    booking b;
    b.department = s.department;
    b.replies = s.said ? 1 : 0;
    const auto segments_left = cost.segments;
    b.segments = take_part(cost.segments, s.octets, octets_left);
    b.cost_li = take_part(cost.cost_li, b.segments, segments_left);
    b.saved_li = take_part(cost.saved_li, s.octets, octets_left);
    octets_left -= s.octets;
    booked.push_back(std::move(b));
  }
  return booked;
}

reply_finish finish_of(const outbound_job& job) {
  reply_finish f;
  f.key = job.entries.front().key;
  for (std::size_t i = 0; i < job.joined; ++i)
    f.replies.emplace_back(job.entries[i].id, job.is_said(i) ? std::string() : job.failure);
  reply_cost cost;
  cost.segments = job.segments_accepted;
  cost.cost_li = job.cost_li;
  if (job.all_accepted() && job.one_by_one_li > job.cost_li) cost.saved_li = job.one_by_one_li - job.cost_li;
  f.bookings = book(shares_of(job), cost);
  return f;
}

}  // namespace duanwen
