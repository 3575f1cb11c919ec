#include "gateway/receipt_book.hpp"

#include <algorithm>

namespace duanwen {

const char* name_of(receipt_match m) {
  switch (m) {
    case receipt_match::matched:
      return "matched";
    case receipt_match::repeated:
      return "repeated";
    case receipt_match::unmatched:
      return "unmatched";
  }
  return "unknown";
}

void receipt_book::sent(const std::string& carrier, const std::string& message_id, time_point now) {
  if (message_id.empty() || settings_.remembered_max == 0) return;
  const key k(carrier, smpp::folded_id(message_id));
  // Centres give an id again after a while: then it is the newer reply's.
  replies_[k] = reply{now, smpp::message_state::unknown, false};
  by_age_.emplace_back(now, k);
  while (replies_.size() > settings_.remembered_max) forget_oldest_reply();
  // A receipt may overtake the response that brings its id.
  std::deque<early_receipt> waiting;
  waiting.swap(early_);
  for (auto& e : waiting)
    if (e.carrier != carrier || !match(carrier, e.what)) early_.push_back(std::move(e));
}

void receipt_book::received(const std::string& carrier, const smpp::delivery_receipt& receipt,
                            time_point now) {
  if (match(carrier, receipt)) return;
  early_.push_back({now, carrier, receipt});
  if (early_.size() <= settings_.early_max) return;
  tell_(early_.front().carrier, receipt_match::unmatched, early_.front().what.state);
  early_.pop_front();
}

bool receipt_book::match(const std::string& carrier, const smpp::delivery_receipt& receipt) {
  // The spelling that matched most often first: a number may be somebody else's id in another base.
  auto spellings = smpp::all_spellings;
  auto& counts = matches_[carrier];
  std::stable_sort(spellings.begin(), spellings.end(), [&](auto a, auto b) {
    return counts[static_cast<std::size_t>(a)] > counts[static_cast<std::size_t>(b)];
  });
  for (const auto spelling : spellings)
    for (const auto& id : receipt.message_ids) {
      const auto given = smpp::id_given(id, spelling);
      const auto found = given ? replies_.find(key(carrier, *given)) : replies_.end();
      if (found == replies_.end()) continue;
      ++counts[static_cast<std::size_t>(spelling)];
      settle(found->second, carrier, receipt.state);
      return true;
    }
  return false;
}

void receipt_book::settle(reply& r, const std::string& carrier, smpp::message_state state) {
  const bool again = r.had_one && (r.last == state || smpp::is_final(r.last));
  tell_(carrier, again ? receipt_match::repeated : receipt_match::matched, state);
  if (again) return;
  r.had_one = true;
  r.last = state;
}

void receipt_book::expire(time_point now) {
  while (!by_age_.empty() && now - by_age_.front().first >= settings_.remember) forget_oldest_reply();
  while (!early_.empty() && now - early_.front().came >= settings_.early) {
    tell_(early_.front().carrier, receipt_match::unmatched, early_.front().what.state);
    early_.pop_front();
  }
}

void receipt_book::forget_oldest_reply() {
  const auto [sent, k] = by_age_.front();
  by_age_.pop_front();
  const auto found = replies_.find(k);
  if (found != replies_.end() && found->second.sent == sent) replies_.erase(found);
}

smpp::id_spelling receipt_book::learnt(const std::string& carrier) const {
  const auto found = matches_.find(carrier);
  if (found == matches_.end()) return smpp::id_spelling::same;
  const auto most = std::max_element(found->second.begin(), found->second.end());
  return smpp::all_spellings[static_cast<std::size_t>(most - found->second.begin())];
}

}  // namespace duanwen
