#include "gateway/refused_inquiries.hpp"

#include <algorithm>

namespace duanwen {

void refused_inquiries::refused(const delivery& arrival, time_point now) {
  if (count_ >= most_) let_expire(now);
  if (count_ >= most_) return;
  by_octets_[octets_of(arrival)].push_back({arrival.sequence_number, now + kept_});
  ++count_;
}

std::optional<delivery> refused_inquiries::delivered_again(const delivery& arrival, time_point now) {
  const auto found = by_octets_.find(octets_of(arrival));
  if (found == by_octets_.end()) return std::nullopt;
  auto& waiting = found->second;
  std::optional<delivery> first;
  while (!waiting.empty() && !first) {
    if (waiting.front().until > now) {
      first = arrival;
      first->sequence_number = waiting.front().sequence_number;
    }
    waiting.pop_front();
    --count_;
  }
  if (waiting.empty()) by_octets_.erase(found);
  return first;
}

bool refused_inquiries::waits(const delivery& arrival) const {
  const auto found = by_octets_.find(octets_of(arrival));
  return found != by_octets_.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [&](const refusal& r) { return r.sequence_number == arrival.sequence_number; });
}

void refused_inquiries::let_expire(time_point now) {
  for (auto at = by_octets_.begin(); at != by_octets_.end();) {
    auto& waiting = at->second;
    for (; !waiting.empty() && waiting.front().until <= now; --count_) waiting.pop_front();
    at = waiting.empty() ? by_octets_.erase(at) : std::next(at);
  }
}

}  // namespace duanwen
