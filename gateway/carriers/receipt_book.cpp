#include "gateway/carriers/receipt_book.hpp"

#include <algorithm>

#include "config/addresses/msisdn.hpp"

namespace duanwen {

const char* name_of(receipt_match m) {
  switch (m) {
    case receipt_match::matched:
      return "matched";
    case receipt_match::repeated:
      return "repeated";
    case receipt_match::unmatched:
      return "unmatched";
    case receipt_match::unreadable:
      return "unreadable";
  }
  return "unknown";
}

void receipt_book::sent(const std::string& carrier, const std::string& message_id,
                        std::vector<accepted_segment> to, time_point now) {
  if (message_id.empty() || to.empty() || settings_.remembered_max == 0) return;
  const key k(carrier, smpp::folded_id(message_id));
  // Centres give an id again after a while: then it is the newer reply's.
  if (const auto older = submissions_.find(k); older != submissions_.end()) forget(older);
  auto& made = submissions_[k];
  made.sent = now;
  made.message_id = message_id;
  for (auto& one : to) made.to.push_back({std::move(one)});
  open_ += made.to.size();
  made.age = by_age_.insert(by_age_.end(), k);
  while (open_ > settings_.remembered_max) forget_oldest();
  match_early(carrier, k);
}

// A receipt may overtake the response that brings its id. What fits no id that was given is not looked at.
void receipt_book::match_early(const std::string& carrier, const key& id) {
  if (!early_ids_.contains(id)) return;
  std::deque<early_receipt> waiting;
  waiting.swap(early_);
  for (auto& e : waiting)
    if (e.carrier == carrier && match(carrier, e.what))
      unlist(e);
    else
      early_.push_back(std::move(e));
}

std::vector<receipt_book::key> receipt_book::ids_of(const std::string& carrier,
                                                    const smpp::delivery_receipt& receipt) const {
  std::vector<key> all;
  for (const auto spelling : smpp::all_spellings)
    for (const auto& id : receipt.message_ids)
      if (auto given = smpp::id_given(id, spelling)) all.emplace_back(carrier, std::move(*given));
  return all;
}

void receipt_book::park(early_receipt e) {
  for (auto& id : ids_of(e.carrier, e.what)) early_ids_.insert(std::move(id));
  early_.push_back(std::move(e));
  if (early_.size() > settings_.early_max) give_up_oldest_early();
}

void receipt_book::unlist(const early_receipt& e) {
  for (const auto& id : ids_of(e.carrier, e.what)) early_ids_.erase(early_ids_.find(id));
}

void receipt_book::received(const std::string& carrier, const smpp::delivery_receipt& receipt,
                            time_point now) {
  if (receipt.message_ids.empty()) return tell_(carrier, receipt_match::unreadable, receipt, nullptr);
  if (match(carrier, receipt)) return;
  park({now, carrier, receipt});
}

bool receipt_book::match(const std::string& carrier, const smpp::delivery_receipt& receipt) {
  // The base that matched most often first: a number may be somebody else's id in another one.
  auto spellings = smpp::all_spellings;
  auto& counts = matches_[carrier];
  const auto matched = [&counts](smpp::id_spelling spelling) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
      if (smpp::spelling_of(static_cast<smpp::id_form>(i)) == spelling) sum += counts[i];
    return sum;
  };
  std::stable_sort(spellings.begin(), spellings.end(),
                   [&](auto a, auto b) { return matched(a) > matched(b); });
  for (const auto spelling : spellings)
    for (const auto& id : receipt.message_ids) {
      const auto given = smpp::id_given(id, spelling);
      const auto found = given ? submissions_.find(key(carrier, *given)) : submissions_.end();
      auto* of = found == submissions_.end() ? nullptr : whose(found->second, receipt);
      if (of == nullptr) continue;
      ++counts[static_cast<std::size_t>(smpp::form_of(found->second.message_id, id, spelling))];
      settle(*of, carrier, receipt);
      return true;
    }
  return false;
}

// Of one recipient it is whatever addresses it has: centres put them either way round, or leave them out.
receipt_book::recipient* receipt_book::whose(submission& s, const smpp::delivery_receipt& receipt) const {
  if (s.to.size() == 1) return &s.to.front();
  for (const auto* address : {&receipt.source_addr, &receipt.destination_addr})
    for (auto& one : s.to)
      if (is_number_of(*address, one.what.msisdn, country_code_)) return &one;
  return nullptr;
}

void receipt_book::settle(recipient& r, const std::string& carrier, const smpp::delivery_receipt& receipt) {
  const bool again = r.had_one && (r.last == receipt.state || smpp::is_final(r.last));
  tell_(carrier, again ? receipt_match::repeated : receipt_match::matched, receipt, &r.what);
  if (again) return;
  r.had_one = true;
  r.last = receipt.state;
}

bool receipt_book::awaits(const std::string& carrier, const smpp::delivery_receipt& receipt) const {
  for (const auto& id : ids_of(carrier, receipt)) {
    const auto found = submissions_.find(id);
    if (found == submissions_.end()) continue;
    for (const auto& one : found->second.to)
      for (const auto* address : {&receipt.source_addr, &receipt.destination_addr})
        if (is_number_of(*address, one.what.msisdn, country_code_)) return true;
  }
  return false;
}

void receipt_book::expire(time_point now) {
  const auto is_old = [&](const key& k) { return now - submissions_.at(k).sent >= settings_.remember; };
  while (!by_age_.empty() && is_old(by_age_.front())) forget_oldest();
  while (!early_.empty() && now - early_.front().came >= settings_.early) give_up_oldest_early();
}

void receipt_book::give_up_oldest_early() {
  const auto oldest = std::move(early_.front());
  early_.pop_front();
  unlist(oldest);
  tell_(oldest.carrier, receipt_match::unmatched, oldest.what, nullptr);
}

void receipt_book::forget_oldest() { forget(submissions_.find(by_age_.front())); }

void receipt_book::forget(submissions::iterator which) {
  open_ -= which->second.to.size();
  by_age_.erase(which->second.age);
  submissions_.erase(which);
}

std::optional<smpp::message_state> receipt_book::told_of(const std::string& carrier,
                                                         const std::string& message_id,
                                                         const std::string& msisdn) const {
  const auto found = submissions_.find(key(carrier, smpp::folded_id(message_id)));
  if (found == submissions_.end()) return std::nullopt;
  for (const auto& one : found->second.to)
    if (one.had_one && one.what.msisdn == msisdn) return one.last;
  return std::nullopt;
}

std::optional<smpp::id_form> receipt_book::learnt(const std::string& carrier) const {
  const auto found = matches_.find(carrier);
  if (found == matches_.end()) return std::nullopt;
  const auto most = std::max_element(found->second.begin(), found->second.end());
  if (*most == 0) return std::nullopt;
  return static_cast<smpp::id_form>(most - found->second.begin());
}

}  // namespace duanwen
