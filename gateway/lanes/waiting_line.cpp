#include "gateway/lanes/waiting_line.hpp"

namespace duanwen {

bool waiting_line::yields(const waiter& w) const {
  const auto same = texts_.find(w.text);
  return w.yields || (same != texts_.end() && same->second.size() > 1);
}

void waiting_line::settle(serial s) {
  const auto& w = waiters_.at(s);
  const bool to_yielding = yields(w);
  (to_yielding ? people_ : yielding_).erase(w.place);
  (to_yielding ? yielding_ : people_).emplace(w.place, s);
}

void waiting_line::push(serial s, waiter w) {
  waiters_.emplace(s, w);
  if (w.text != 0) {
    auto& same = texts_[w.text];
    same.emplace(w.place, s);
    // The one that waited alone so far belongs to several now.
    if (same.size() == 2)
      for (const auto& [place, one] : same) settle(one);
  }
  settle(s);
}

void waiting_line::erase(serial s) {
  const auto found = waiters_.find(s);
  if (found == waiters_.end()) return;
  const auto [place, text, yielded] = found->second;
  waiters_.erase(found);
  people_.erase(place);
  yielding_.erase(place);
  const auto same = texts_.find(text);
  if (same == texts_.end()) return;
  same->second.erase(place);
  if (same->second.empty())
    texts_.erase(same);
  else if (same->second.size() == 1)
    settle(same->second.begin()->second);
}

std::optional<waiting_line::serial> waiting_line::next() const {
  if (empty()) return std::nullopt;
  const bool to_yielding = people_.empty() || (turn_to_yielding() && !yielding_.empty());
  return (to_yielding ? yielding_ : people_).begin()->second;
}

void waiting_line::leaves(serial s) {
  const bool yielded = yielding_.contains(waiters_.at(s).place);
  people_in_turn_ = yielded || yielding_.empty() ? 0 : people_in_turn_ + 1;
  erase(s);
}

std::vector<waiting_line::serial> waiting_line::same_text(serial s, std::size_t most) const {
  std::vector<serial> all{s};
  const auto same = texts_.find(waiters_.at(s).text);
  if (same == texts_.end()) return all;
  for (const auto& [place, other] : same->second) {
    if (all.size() >= most) break;
    if (other != s) all.push_back(other);
  }
  return all;
}

std::vector<waiting_line::serial> waiting_line::all() const {
  std::vector<serial> in_order;
  for (const auto* q : {&people_, &yielding_})
    for (const auto& [place, s] : *q) in_order.push_back(s);
  return in_order;
}

}  // namespace duanwen
