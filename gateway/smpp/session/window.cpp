// The requests of a link that wait for their response.
#include "gateway/smpp/session/window.hpp"

#include <algorithm>

namespace duanwen::smpp {

void request_window::add(std::uint32_t sequence_number, outstanding_request r) {
  messages_ += !r.token.is_sessions_own();
  open_[sequence_number] = r;
}

std::optional<outstanding_request> request_window::take(std::uint32_t sequence_number) {
  const auto found = open_.find(sequence_number);
  if (found == open_.end()) return std::nullopt;
  const outstanding_request taken = found->second;
  open_.erase(found);
  messages_ -= !taken.token.is_sessions_own();
  return taken;
}

std::vector<outstanding_request> request_window::take_all() {
  std::vector<outstanding_request> all;
  all.reserve(open_.size());
  for (const auto& [sequence_number, request] : open_) all.push_back(request);
  // By age, since sequence numbers begin anew after the highest.
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.sent < b.sent; });
  open_.clear();
  messages_ = 0;
  return all;
}

std::vector<outstanding_request> request_window::take_sent_before(time_point t,
                                                                  bool (*is_one)(std::uint32_t)) {
  std::vector<std::uint32_t> due;
  for (const auto& [sequence_number, request] : open_)
    if (request.sent < t && is_one(request.command_id)) due.push_back(sequence_number);
  std::vector<outstanding_request> taken;
  for (const auto sequence_number : due) taken.push_back(*take(sequence_number));
  return taken;
}

bool request_window::will_prove(std::uint64_t response) const {
  return std::any_of(open_.begin(), open_.end(),
                     [response](const auto& open) { return open.second.responses_before >= response; });
}

bool request_window::any_sent_before(time_point t) const {
  return std::any_of(open_.begin(), open_.end(), [t](const auto& open) { return open.second.sent < t; });
}

}  // namespace duanwen::smpp
