#include "gateway/inquiries/refused_inquiries.hpp"

#include <algorithm>
#include <iterator>

namespace duanwen {

void refused_inquiries::refused(const delivery& arrival, time_point now) {
  if (count_ >= most_ && now >= next_look_) look_for_expired(now);
  if (count_ >= most_) return;
  by_hash_[arrival.hash].push_back({arrival, now + kept_});
  ++count_;
}

std::optional<delivery> refused_inquiries::delivered_again(const delivery& arrival, time_point now) {
  const auto found = by_hash_.find(arrival.hash);
  if (found == by_hash_.end()) return std::nullopt;
  auto& some = found->second;
  let_expire(some, now);
  const auto first =
      std::find_if(some.begin(), some.end(), [&](const refusal& r) { return same_bind(r.arrival, arrival); });
  if (first == some.end()) {
    if (some.empty()) by_hash_.erase(found);
    return std::nullopt;
  }
  auto stored = std::move(first->arrival);
  forget(found, first);
  return stored;
}

void refused_inquiries::delivered_elsewhere(const delivery& arrival) {
  const auto found = by_hash_.find(arrival.hash);
  if (found == by_hash_.end()) return;
  auto& some = found->second;
  const auto first = std::find_if(some.begin(), some.end(),
                                  [&](const refusal& r) { return !same_bind(r.arrival, arrival); });
  if (first != some.end()) forget(found, first);
}

bool refused_inquiries::waits(const delivery& arrival) const {
  const auto found = by_hash_.find(arrival.hash);
  return found != by_hash_.end() && std::any_of(found->second.begin(), found->second.end(),
                                                [&](const refusal& r) { return r.arrival == arrival; });
}

void refused_inquiries::forget(all_refusals::iterator of, const refusals::iterator& one) {
  of->second.erase(one);
  --count_;
  if (of->second.empty()) by_hash_.erase(of);
}

void refused_inquiries::look_for_expired(time_point now) {
  next_look_ = now + std::chrono::seconds(1);
  for (auto at = by_hash_.begin(); at != by_hash_.end();) {
    let_expire(at->second, now);
    at = at->second.empty() ? by_hash_.erase(at) : std::next(at);
  }
}

void refused_inquiries::let_expire(refusals& some, time_point now) {
  for (; !some.empty() && some.front().until <= now; --count_) some.pop_front();
}

}  // namespace duanwen
