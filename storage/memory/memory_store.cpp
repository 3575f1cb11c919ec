#include "storage/memory/memory_store.hpp"

#include <algorithm>

#include "keywords/text/whole_number.hpp"

namespace duanwen {
namespace {

std::uint64_t number_of(const std::string& id) { return whole_number<std::uint64_t>(id).value_or(0); }

}  // namespace

stored_conversation memory_store::standing(const conversation_key& key) {
  const auto found = conversations_.find(key);
  if (found == conversations_.end() || found->second.until <= now_()) return {};
  return found->second.value;
}

// The same octets on another link or bind, as often as they are in doubt there and were not delivered again
// here; beyond that, and on the same bind, another sequence number is a new inquiry.
bool memory_store::delivered_elsewhere(const kept_conversation& kept, const delivery& arrival) {
  int expected = 0;
  for (const auto& d : kept.in_doubt)
    if (d.arrival.hash == arrival.hash && !d.over && d.again == same_bind(d.arrival, arrival))
      expected += d.again ? -1 : 1;
  return expected > 0;
}

// The same octets under the same link, bind and number: this very commit, asked for again.
bool memory_store::delivered_before(const conversation_key& key, const std::vector<delivery>& arrivals,
                                    commit_result& known) {
  const auto found = conversations_.find(key);
  if (found == conversations_.end()) return false;
  auto& kept = found->second;
  known.actual = standing(key);
  let_expire(kept.in_doubt);
  for (const auto& d : kept.in_doubt)
    if (std::find(arrivals.begin(), arrivals.end(), d.arrival) != arrivals.end()) {
      known.outbox_id = d.outbox_id;
      if (d.again) known.status = commit_status::redelivered;
      return true;
    }
  std::vector<delivery> again;
  for (const auto& a : arrivals)
    if (delivered_elsewhere(kept, a)) again.push_back(a);
  if (again.empty()) return false;
  remember(kept, again, "", true);
  known.status = commit_status::redelivered;
  return true;
}

void memory_store::remember(kept_conversation& kept, const std::vector<delivery>& arrivals,
                            const std::string& outbox_id, bool again) {
  for (const auto& a : arrivals)
    kept.in_doubt.emplace_back(a, outbox_id, again, now_() + limits_.redelivery_window.count());
  if (kept.in_doubt.size() > store_limits::in_doubt_max)
    kept.in_doubt.erase(kept.in_doubt.begin(), kept.in_doubt.end() - store_limits::in_doubt_max);
}

void memory_store::let_expire(std::vector<doubt>& in_doubt) {
  std::erase_if(in_doubt, [this](const doubt& d) { return d.until <= now_(); });
}

void memory_store::forget_proven(std::vector<doubt>& in_doubt, const std::vector<delivery>& read) {
  let_expire(in_doubt);
  for (const auto& arrival : read) forget_doubt(in_doubt, arrival);
}

// The carrier read our response to `arrival`. Was that a redelivery, what it repeated is not expected again
// either; who may still ask for that once more, unheard, is told what became of it.
void memory_store::forget_doubt(std::vector<doubt>& in_doubt, const delivery& arrival) {
  const auto proven =
      std::find_if(in_doubt.begin(), in_doubt.end(), [&](const doubt& d) { return d.arrival == arrival; });
  if (proven == in_doubt.end()) return;
  const bool again = proven->again;
  const auto before = in_doubt.erase(proven);
  const auto repeated = std::find_if(in_doubt.begin(), before, [&](const doubt& d) {
    return !d.again && !d.over && d.arrival.hash == arrival.hash && !same_bind(d.arrival, arrival);
  });
  if (again && repeated != before) repeated->over = true;
}

std::string memory_store::queue(const std::string& process, outbox_entry entry) {
  // Whoever has an outbox has a lease, so that it is never forgotten.
  const auto bucket = bucket_of(entry.key.msisdn);
  leases_[bucket].try_emplace(process, now_() + limits_.lease.count());
  entry.id = std::to_string(++last_id_);
  auto id = entry.id;
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
  if (delivered_before(c.key, c.arrivals, done)) {
    // An answer that somebody else has, or that went out since, is not said once more.
    const auto& box = outboxes_[{c.process, bucket_of(c.key.msisdn)}];
    if (!done.outbox_id.empty() && !box.contains(number_of(done.outbox_id))) {
      done.status = commit_status::redelivered;
      done.outbox_id.clear();
    }
    co_return done;
  }
  const auto actual = standing(c.key);
  if (c.parts && find_parts(*c.parts) == nullptr) {
    done.status = commit_status::redelivered;
    done.actual = actual;
    co_return done;
  }
  if (actual.revision != c.expected_revision) {
    done.status = commit_status::conflict;
    done.actual = actual;
    co_return done;
  }
  done.actual = stored_conversation(++last_revision_, c.next);
  if (c.answer) done.outbox_id = queue(c.process, *c.answer);
  auto& kept = conversations_[c.key];
  kept.value = done.actual;
  kept.until = now_() + limits_.conversation_ttl.count();
  remember(kept, c.arrivals, done.outbox_id, false);
  if (c.parts) parts_.erase(*c.parts);
  for (const auto& department : c.departments) {
    auto& row = ledger_[{c.day, department}];
    ++row.inquiries;
    row.fused += c.fused ? 1 : 0;
  }
  note_down(c);
  co_return done;
}

bool memory_store::finish_one(const reply_finish& f, const finished_reply& one) {
  auto& box = outboxes_[{f.process, bucket_of(f.key.msisdn)}];
  const auto found = box.find(number_of(one.outbox_id));
  if (found == box.end()) return false;
  if (!one.dead_reason.empty()) {
    dead_letter letter;
    letter.id = std::to_string(bucket_of(f.key.msisdn)) + "-" + one.outbox_id;
    letter.died = now_();
    letter.reason = one.dead_reason;
    letter.entry = found->second;
    dead_.push_back(std::move(letter));
  }
  box.erase(found);
  return true;
}

answer<bool> memory_store::finish(reply_finish f) {
  if (away) co_return failed<bool>(unavailable);
  // What was read stays read, whether or not the entry was finished before.
  if (const auto kept = conversations_.find(f.key); kept != conversations_.end())
    forget_proven(kept->second.in_doubt, f.proven_read);
  bool any = false;
  for (const auto& one : f.replies) any = finish_one(f, one) || any;
  if (!any) co_return false;
  for (const auto& b : f.bookings) {
    // Nothing booked is no row in the ledger.
    if (b.replies == 0 && b.segments == 0 && b.cost_li == 0 && b.saved_li == 0) continue;
    auto& row = ledger_[{f.day, b.department}];
    row.replies += b.replies;
    row.segments += b.segments;
    row.cost_li += b.cost_li;
    row.saved_li += b.saved_li;
  }
  co_return true;
}

}  // namespace duanwen
