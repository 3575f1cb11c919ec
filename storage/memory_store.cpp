#include "storage/memory_store.hpp"

#include <algorithm>

namespace duanwen {
namespace {

const auto unavailable = make_error_code(storage_errc::unavailable);

std::uint64_t number_of(const std::string& id) { return id.empty() ? 0 : std::stoull(id); }

}  // namespace

stored_conversation memory_store::standing(const conversation_key& key) {
  const auto found = conversations_.find(key);
  if (found == conversations_.end() || found->second.until <= now_()) return {};
  return found->second.value;
}

// The same octets under the same link, bind and number: this very commit, asked for again. On another link or
// bind, while it is in doubt whether our response was read: a redelivery. On the same link under another
// number: a new inquiry.
bool memory_store::delivered_before(const conversation_key& key, const std::vector<delivery>& arrivals,
                                    commit_result& known) {
  const auto found = conversations_.find(key);
  if (found == conversations_.end()) return false;
  for (const auto& d : found->second.in_doubt) {
    if (d.until <= now_()) continue;
    for (const auto& a : arrivals) {
      if (a.hash != d.arrival.hash) continue;
      const bool same_bind = a.link == d.arrival.link && a.bind_epoch == d.arrival.bind_epoch;
      if (same_bind && a.sequence_number != d.arrival.sequence_number) continue;
      known.status = same_bind ? commit_status::committed : commit_status::redelivered;
      known.actual = standing(key);
      known.outbox_id = d.outbox_id;
      return true;
    }
  }
  return false;
}

void memory_store::remember(const inquiry_commit& c, const commit_result& done) {
  auto& kept = conversations_[c.key];
  kept.value = done.actual;
  kept.until = now_() + limits_.conversation_ttl.count();
  std::erase_if(kept.in_doubt, [this](const doubt& d) { return d.until <= now_(); });
  for (const auto& a : c.arrivals)
    kept.in_doubt.push_back(doubt{a, done.outbox_id, now_() + limits_.redelivery_window.count()});
  if (kept.in_doubt.size() > store_limits::in_doubt_max)
    kept.in_doubt.erase(kept.in_doubt.begin(), kept.in_doubt.end() - store_limits::in_doubt_max);
}

std::string memory_store::queue(const std::string& process, outbox_entry entry) {
  entry.id = std::to_string(++last_id_);
  const auto id = entry.id;
  const auto bucket = bucket_of(entry.key.msisdn);
  outboxes_[{process, bucket}].emplace(last_id_, std::move(entry));
  return id;
}

answer<stored_conversation> memory_store::load_conversation(conversation_key key) {
  if (away) co_return unavailable;
  co_return standing(key);
}

answer<commit_result> memory_store::commit(inquiry_commit c) {
  if (away) co_return unavailable;
  commit_result done;
  done.now = now_();
  if (delivered_before(c.key, c.arrivals, done)) co_return done;
  if (c.parts && !parts_.contains(*c.parts)) {
    done.status = commit_status::redelivered;
    co_return done;
  }
  const auto actual = standing(c.key);
  if (actual.revision != c.expected_revision) {
    done.status = commit_status::conflict;
    done.actual = actual;
    co_return done;
  }
  done.actual = stored_conversation(++last_revision_, c.next);
  if (c.answer) done.outbox_id = queue(c.process, *c.answer);
  remember(c, done);
  if (c.parts) parts_.erase(*c.parts);
  for (const auto& department : c.departments) ++ledger_[{c.day, department}].inquiries;
  co_return done;
}

answer<bool> memory_store::finish(reply_finish f) {
  if (away) co_return failed<bool>(unavailable);
  auto& box = outboxes_[{f.process, bucket_of(f.key.msisdn)}];
  const auto found = box.find(number_of(f.outbox_id));
  if (found == box.end()) co_return false;
  if (!f.dead_reason.empty()) {
    dead_letter letter;
    letter.id = std::to_string(bucket_of(f.key.msisdn)) + "-" + f.outbox_id;
    letter.died = now_();
    letter.reason = f.dead_reason;
    letter.entry = found->second;
    dead_.push_back(std::move(letter));
  }
  box.erase(found);
  for (const auto& b : f.bookings) {
    auto& row = ledger_[{f.day, b.department}];
    row.replies += b.replies;
    row.segments += b.segments;
    row.cost_li += b.cost_li;
    row.saved_li += b.saved_li;
  }
  if (const auto kept = conversations_.find(f.key); kept != conversations_.end())
    std::erase_if(kept->second.in_doubt, [&](const doubt& d) {
      return std::find(f.proven_read.begin(), f.proven_read.end(), d.arrival) != f.proven_read.end();
    });
  co_return true;
}

answer<add_part_result> memory_store::add_part(parts_key key, stored_part part) {
  if (away) co_return unavailable;
  add_part_result added;
  commit_result known;
  const std::vector<delivery> arrivals(1, part.arrival);
  if (delivered_before(key.resident, arrivals, known)) {
    added.status = add_part_status::redelivered;
    co_return added;
  }
  auto& kept = parts_[key];
  if (kept.due == 0) kept.due = now_() + limits_.parts_wait.count();
  kept.by_index.insert_or_assign(part.index, std::move(part));
  if (kept.by_index.size() < key.total) co_return added;
  added.status = add_part_status::complete;
  for (const auto& [index, one] : kept.by_index) added.parts.push_back(one);
  co_return added;
}

answer<std::vector<due_parts>> memory_store::take_due_parts(std::uint32_t bucket) {
  if (away) co_return unavailable;
  std::vector<due_parts> due;
  for (auto& [key, kept] : parts_) {
    if (bucket_of(key.resident.msisdn) != bucket || kept.due > now_()) continue;
    kept.due = now_() + limits_.parts_wait.count();
    due_parts one;
    one.key = key;
    for (const auto& [index, part] : kept.by_index) one.parts.push_back(part);
    due.push_back(std::move(one));
  }
  co_return due;
}

answer<std::vector<outbox_entry>> memory_store::read_outbox(std::string process, std::uint32_t bucket,
                                                            std::string after_id, std::uint32_t limit) {
  if (away) co_return unavailable;
  std::vector<outbox_entry> page;
  const auto& box = outboxes_[{process, bucket}];
  for (auto at = box.upper_bound(number_of(after_id)); at != box.end() && page.size() < limit; ++at)
    page.push_back(at->second);
  co_return page;
}

answer<unix_ms> memory_store::renew_lease(std::string process) {
  if (away) co_return unavailable;
  leases_[process] = now_() + limits_.lease.count();
  co_return now_();
}

answer<std::vector<std::string>> memory_store::dead_processes() {
  if (away) co_return unavailable;
  std::vector<std::string> dead;
  for (const auto& [process, end] : leases_)
    if (end + limits_.take_over_margin.count() <= now_()) dead.push_back(process);
  co_return dead;
}

answer<std::uint32_t> memory_store::take_over(std::string dead, std::string heir, std::uint32_t bucket,
                                              std::uint32_t limit) {
  if (away) co_return unavailable;
  std::uint32_t moved = 0;
  const auto lease = leases_.find(dead);
  if (lease != leases_.end() && lease->second + limits_.take_over_margin.count() > now_()) co_return moved;
  auto& box = outboxes_[{dead, bucket}];
  for (; moved < limit && !box.empty(); ++moved) {
    queue(heir, box.begin()->second);
    box.erase(box.begin());
  }
  co_return moved;
}

answer<bool> memory_store::forget_process(std::string process) {
  if (away) co_return failed<bool>(unavailable);
  co_return leases_.erase(process) > 0;
}

}  // namespace duanwen
