// The in-memory Store's traces, unmatched texts, audit, and what it forgets of a resident.
#include <algorithm>

#include "storage/memory/memory_store.hpp"

namespace duanwen {
namespace {

bool is_of(const auto& kept, const std::string& msisdn) {
  return std::visit([&msisdn](const auto& one) { return one.msisdn == msisdn; }, kept);
}

}  // namespace

template <class Record>
void memory_store::keep_trace(Record record) {
  auto& kept = traces_[bucket_of(record.msisdn)];
  record.at = now_();
  kept.push_back(std::move(record));
  end_traces(kept);
  if (kept.size() > limits_.traces_a_bucket_max) kept.pop_front();
}

void memory_store::end_traces(std::deque<kept_trace>& kept) {
  const auto last = now_() - limits_.traces_kept.count();
  std::erase_if(kept, [last](const auto& t) {
    return std::visit([last](const auto& one) { return one.at <= last; }, t);
  });
}

void memory_store::note_down(const inquiry_commit& c) {
  const auto bucket = bucket_of(c.key.msisdn);
  if (c.trace) keep_trace(*c.trace);
  if (c.unmatched.empty()) return;
  std::erase_if(unmatched_, [this](const auto& one) { return one.second.until < now_(); });
  auto& day = unmatched_[{c.day, bucket}];
  if (day.texts.size() >= limits_.unmatched_a_bucket_max && !day.texts.contains(c.unmatched)) return;
  ++day.texts[c.unmatched];
  day.until = now_() + limits_.unmatched_kept.count();
}

answer<std::vector<trace_record>> memory_store::traces(std::string msisdn) {
  if (away) co_return unavailable;
  auto& kept = traces_[bucket_of(msisdn)];
  end_traces(kept);
  std::vector<trace_record> of_one;
  std::vector<receipt_record> receipts;
  for (const auto& t : kept) {
    if (!is_of(t, msisdn)) continue;
    if (const auto* trace = std::get_if<trace_record>(&t)) of_one.push_back(*trace);
    if (const auto* receipt = std::get_if<receipt_record>(&t)) receipts.push_back(*receipt);
  }
  co_return with_receipts(std::move(of_one), receipts);
}

answer<bool> memory_store::note_receipts(std::vector<receipt_record> receipts) {
  if (away) co_return failed<bool>(unavailable);
  for (auto& one : receipts) keep_trace(std::move(one));
  co_return true;
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
  for (const auto& service : services) gone.others += conversations_.erase(conversation_key(service, msisdn));
  gone.others += std::erase_if(parts_, [&](const auto& p) { return p.first.resident.msisdn == msisdn; });
  auto& kept = traces_[bucket_of(msisdn)];
  end_traces(kept);
  const auto is_trace = [&](const auto& t) { return is_of(t, msisdn) && std::get_if<trace_record>(&t); };
  gone.traces = static_cast<std::uint64_t>(std::ranges::count_if(kept, is_trace));
  std::erase_if(kept, [&](const auto& t) { return is_of(t, msisdn); });
  gone.dead_letters = std::erase_if(dead_, [&](const auto& d) { return d.entry.key.msisdn == msisdn; });
  co_return gone;
}

}  // namespace duanwen
