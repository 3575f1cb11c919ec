// The in-memory Store's parts of long inquiries, outboxes and leases.
#include <algorithm>
#include <set>

#include "keywords/text/whole_number.hpp"
#include "storage/memory/memory_store.hpp"

namespace duanwen {
memory_store::kept_parts* memory_store::find_parts(const parts_key& key) {
  const auto found = parts_.find(key);
  if (found == parts_.end()) return nullptr;
  // Redis keeps a key through its last millisecond.
  if (found->second.until >= now_()) return &found->second;
  parts_.erase(found);
  return nullptr;
}

answer<add_part_result> memory_store::add_part(parts_key key, stored_part part) {
  if (away) co_return unavailable;
  if (part.index == 0 || part.index > key.total) co_return make_error_code(storage_errc::refused);
  add_part_result added;
  commit_result known;
  const std::vector<delivery> arrivals(1, part.arrival);
  if (delivered_before(key.resident, arrivals, known)) {
    added.status = add_part_status::redelivered;
    co_return added;
  }
  if (find_parts(key) == nullptr) parts_[key].due = now_() + limits_.parts_wait.count();
  auto& kept = parts_[key];
  kept.until = now_() + limits_.parts_kept.count();
  kept.by_index.insert_or_assign(part.index, std::move(part));
  if (kept.by_index.size() < key.total) co_return added;
  added.status = add_part_status::complete;
  for (const auto& [index, one] : kept.by_index) added.parts.push_back(one);
  co_return added;
}

answer<std::vector<due_parts>> memory_store::take_due_parts(std::uint32_t bucket) {
  if (away) co_return unavailable;
  std::vector<std::pair<unix_ms, parts_key>> waited;
  for (const auto& [key, kept] : parts_)
    if (bucket_of(key.resident.msisdn) == bucket && kept.due <= now_()) waited.emplace_back(kept.due, key);
  std::sort(waited.begin(), waited.end());
  std::vector<due_parts> due;
  for (const auto& [when, key] : waited) {
    auto* kept = due.size() < store_limits::due_parts_max ? find_parts(key) : nullptr;
    if (kept == nullptr) continue;
    kept->due = now_() + limits_.parts_wait.count();
    due_parts one;
    one.key = key;
    for (const auto& [index, part] : kept->by_index) one.parts.push_back(part);
    due.push_back(std::move(one));
  }
  co_return due;
}

answer<std::vector<outbox_entry>> memory_store::read_outbox(std::string process, std::uint32_t bucket,
                                                            std::string after_id, std::uint32_t limit) {
  if (away) co_return unavailable;
  std::vector<outbox_entry> page;
  const auto after = whole_number<std::uint64_t>(after_id).value_or(0);
  const auto& box = outboxes_[{process, bucket}];
  for (auto at = box.upper_bound(after); at != box.end() && page.size() < limit; ++at)
    page.push_back(at->second);
  co_return page;
}

answer<std::string> memory_store::replace_reply(outbox_entry entry, std::string process) {
  if (away) co_return failed<std::string>(unavailable);
  auto& box = outboxes_[{process, bucket_of(entry.key.msisdn)}];
  const auto number = whole_number<std::uint64_t>(entry.id).value_or(0);
  if (const auto old = box.find(number); old != box.end()) {
    box.erase(old);
    auto id = queue(process, std::move(entry));
    replaced_by_[number] = last_id_;
    co_return id;
  }
  // The same call once more, as long as what took its place waits.
  const auto by = replaced_by_.find(number);
  const bool waits = by != replaced_by_.end() && box.contains(by->second);
  co_return waits ? std::to_string(by->second) : std::string();
}

answer<unix_ms> memory_store::renew_lease(std::string process) {
  if (away) co_return unavailable;
  for (auto& leases : leases_) leases[process] = now_() + limits_.lease.count();
  co_return now_();
}

bool memory_store::lives(const std::string& process, std::uint32_t bucket) const {
  const auto lease = leases_[bucket].find(process);
  return lease != leases_[bucket].end() && lease->second + limits_.take_over_margin.count() > now_();
}

answer<std::vector<std::string>> memory_store::dead_processes() {
  if (away) co_return unavailable;
  std::set<std::string> dead;
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
    for (const auto& [process, end] : leases_[bucket])
      if (!lives(process, bucket)) dead.insert(process);
  co_return std::vector<std::string>(dead.begin(), dead.end());
}

answer<std::uint32_t> memory_store::take_over(std::string dead, std::string heir, std::uint32_t bucket,
                                              std::uint32_t limit) {
  if (away) co_return unavailable;
  std::uint32_t moved = 0;
  if (dead == heir || lives(dead, bucket)) co_return moved;
  auto& box = outboxes_[{dead, bucket}];
  for (; moved < limit && !box.empty(); ++moved) {
    // Under new ids, so that they come after all that the heir has read already.
    queue(heir, box.begin()->second);
    box.erase(box.begin());
  }
  co_return moved;
}

answer<bool> memory_store::forget_process(std::string process) {
  if (away) co_return failed<bool>(unavailable);
  std::size_t forgotten = 0;
  bool kept = false;
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket) {
    const bool needed = lives(process, bucket) || !outboxes_[{process, bucket}].empty();
    if (!needed) forgotten += leases_[bucket].erase(process);
    kept = kept || needed;
  }
  co_return !kept && forgotten > 0;
}

answer<std::vector<hourly_count>> memory_store::share_counts(std::int64_t hour, std::string source,
                                                             std::vector<hourly_count> own) {
  if (away) co_return unavailable;
  std::erase_if(hours_, [this](const auto& one) { return one.second.until < now_(); });
  if (!own.empty()) hours_[hour].until = now_() + limits_.hour_kept.count();
  for (const auto& one : own) hours_[hour].by_source[source][one.of] = one.segments;
  std::map<std::string, std::uint64_t> sums;
  if (const auto kept = hours_.find(hour); kept != hours_.end())
    for (const auto& [who, counts] : kept->second.by_source)
      for (const auto& [of, segments] : counts) sums[of] += segments;
  std::vector<hourly_count> all;
  for (const auto& [of, segments] : sums) all.emplace_back(of, segments);
  co_return all;
}

answer<store_counts> memory_store::counts() {
  if (away) co_return unavailable;
  store_counts all;
  for (const auto& [of, box] : outboxes_) all.outbox_entries += box.size();
  all.dead_letters = dead_.size();
  co_return all;
}

}  // namespace duanwen
