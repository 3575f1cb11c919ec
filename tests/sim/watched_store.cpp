#include "tests/sim/watched_store.hpp"

#include <charconv>

namespace duanwen::sim {
namespace {

std::string id_before(const std::string& id) {
  std::uint64_t number = 0;
  std::from_chars(id.data(), id.data() + id.size(), number);
  return number == 0 ? "" : std::to_string(number - 1);
}

}  // namespace

answer<commit_result> watched_store::commit(inquiry_commit c) {
  const auto commit = c;
  auto done = co_await inner_.commit(std::move(c));
  if (done.has_value()) {
    constexpr const char* words[] = {"committed", "conflict", "redelivered"};
    note(commit.process + " commits deliver_sm " + std::to_string(commit.arrivals.front().sequence_number) +
         ": " + words[static_cast<int>(done->status)] + " as reply " + done->outbox_id);
    watches_.inquiries.committed(commit, *done, watches_.now());
    watches_.replies.committed(commit, *done);
    watches_.doubts.committed(commit, *done);
  }
  co_return done;
}

answer<bool> watched_store::finish(reply_finish f) {
  std::vector<std::pair<outbox_entry, std::string>> ended;  // what is still there, and why it is given up
  for (const auto& one : f.replies) {
    auto before = id_before(one.outbox_id);
    const auto entry = co_await inner_.read_outbox(f.process, bucket_of(f.key.msisdn), std::move(before), 1);
    if (entry.has_value() && !entry->empty() && entry->front().id == one.outbox_id)
      ended.emplace_back(entry->front(), one.dead_reason);
  }
  if (f.replies.empty())
    note(f.process + " forgets " + std::to_string(f.proven_read.size()) + " that the carrier read about");
  else
    note(f.process + " finishes " + std::to_string(f.replies.size()) + " from reply " +
         f.replies.front().outbox_id + " on, " + std::to_string(ended.size()) + " are there; " +
         std::to_string(f.proven_read.size()) + " were read");
  const auto finish = f;
  auto done = co_await inner_.finish(std::move(f));
  if (done.has_value()) watches_.doubts.forgotten(finish);
  if (done.has_value() && *done)
    for (const auto& [entry, reason] : ended) watches_.replies.finished(entry, reason);
  co_return done;
}

answer<add_part_result> watched_store::add_part(parts_key key, stored_part part) {
  const auto stored = part;
  auto done = co_await inner_.add_part(std::move(key), std::move(part));
  if (done.has_value()) watches_.inquiries.part_stored(stored);
  co_return done;
}

answer<unix_ms> watched_store::renew_lease(std::string process) {
  const auto who = process;
  auto done = co_await inner_.renew_lease(std::move(process));
  if (done.has_value()) watches_.leases[who] = watches_.now() + watches_.lease_ms;
  note(who + " renews its lease");
  co_return done;
}

answer<std::uint32_t> watched_store::take_over(std::string dead, std::string heir, std::uint32_t bucket,
                                               std::uint32_t limit) {
  const auto who = dead;
  auto first = std::string();
  const auto entries = co_await inner_.read_outbox(who, bucket, std::move(first), limit);
  auto moved = co_await inner_.take_over(std::move(dead), std::move(heir), bucket, limit);
  if (moved.has_value() && *moved != 0) note(std::to_string(*moved) + " replies are taken over from " + who);
  const bool lapsed = watches_.leases[who] <= watches_.now();
  for (std::uint32_t i = 0; moved.has_value() && lapsed && i < *moved; ++i)
    watches_.replies.taken_over((*entries)[i], who);
  co_return moved;
}

}  // namespace duanwen::sim
