// The in-memory Store's traces, unmatched texts, audit, and what it forgets of a resident.
#include "storage/memory_store.hpp"

namespace duanwen {
void memory_store::note_down(const inquiry_commit& c) {
  const auto bucket = bucket_of(c.key.msisdn);
  if (c.trace) {
    auto& kept = traces_[bucket];
    kept.push_back(*c.trace);
    kept.back().at = now_();
    std::erase_if(kept, [this](const auto& t) { return t.at + limits_.traces_kept.count() <= now_(); });
    if (kept.size() > limits_.traces_a_bucket_max) kept.pop_front();
  }
  if (c.unmatched.empty()) return;
  std::erase_if(unmatched_, [this](const auto& one) { return one.second.until < now_(); });
  auto& day = unmatched_[{c.day, bucket}];
  if (day.texts.size() >= limits_.unmatched_a_bucket_max && !day.texts.contains(c.unmatched)) return;
  ++day.texts[c.unmatched];
  day.until = now_() + limits_.unmatched_kept.count();
}

answer<std::vector<trace_record>> memory_store::traces(std::string msisdn) {
  if (away) co_return unavailable;
  std::vector<trace_record> of_one;
  for (const auto& t : traces_[bucket_of(msisdn)])
    if (t.msisdn == msisdn && t.at + limits_.traces_kept.count() > now_()) of_one.push_back(t);
  co_return of_one;
}

answer<std::vector<unmatched_text>> memory_store::unmatched(std::string from_day, std::string to_day) {
  if (away) co_return unavailable;
  std::map<std::string, std::uint64_t> sums;
  for (const auto& [place, day] : unmatched_)
    if (place.first >= from_day && place.first <= to_day && day.until >= now_())
      for (const auto& [text, times] : day.texts) sums[text] += times;
  co_return most_frequent_first(sums);
}

answer<bool> memory_store::append_audit(audit_record record) {
  if (away) co_return failed<bool>(unavailable);
  const bool is_new = audit_.insert(std::move(record)).second;
  if (audit_.size() > limits_.audit_max) audit_.erase(audit_.begin());
  co_return is_new;
}

answer<std::vector<audit_record>> memory_store::audit(std::uint32_t limit) {
  if (away) co_return unavailable;
  std::vector<audit_record> newest;
  for (auto at = audit_.rbegin(); at != audit_.rend() && newest.size() < limit; ++at) newest.push_back(*at);
  co_return newest;
}

answer<forgotten> memory_store::forget_resident(std::string msisdn, std::vector<std::string> services) {
  if (away) co_return unavailable;
  forgotten gone;
  for (const auto& service : services) conversations_.erase(conversation_key(service, msisdn));
  std::erase_if(parts_, [&](const auto& p) { return p.first.resident.msisdn == msisdn; });
  auto& kept = traces_[bucket_of(msisdn)];
  std::erase_if(kept, [this](const auto& t) { return t.at + limits_.traces_kept.count() <= now_(); });
  gone.traces = std::erase_if(kept, [&](const auto& t) { return t.msisdn == msisdn; });
  gone.dead_letters = std::erase_if(dead_, [&](const auto& d) { return d.entry.key.msisdn == msisdn; });
  co_return gone;
}

}  // namespace duanwen
