// Ids of dead letters, and what the in-memory Store does with them.
#include <algorithm>

#include "keywords/text/whole_number.hpp"
#include "storage/memory/memory_store.hpp"

namespace duanwen {

std::optional<std::pair<std::uint32_t, std::string>> split_dead_letter_id(const std::string& id) {
  const auto dash = id.find('-');
  const auto bucket = whole_number<std::uint32_t>(std::string_view(id).substr(0, dash));
  if (!bucket || *bucket >= bucket_count || dash == id.npos || dash + 1 == id.size()) return std::nullopt;
  // What follows goes into a command of the store.
  if (id.find_first_not_of("0123456789-") != id.npos) return std::nullopt;
  return std::pair(*bucket, id.substr(dash + 1));
}

answer<bool> memory_store::requeue_dead_letter(std::string id, std::string process) {
  if (away) co_return failed<bool>(make_error_code(storage_errc::unavailable));
  const auto found = std::ranges::find(dead_, id, &dead_letter::id);
  if (found == dead_.end()) co_return false;
  auto entry = found->entry;
  entry.created = now_();
  queue(process, std::move(entry));
  dead_.erase(found);
  co_return true;
}

answer<bool> memory_store::delete_dead_letter(std::string id) {
  if (away) co_return failed<bool>(make_error_code(storage_errc::unavailable));
  co_return std::erase_if(dead_, [&id](const auto& letter) { return letter.id == id; }) > 0;
}

answer<std::vector<outbox_entry>> memory_store::waiting_replies(std::uint32_t limit) {
  if (away) co_return make_error_code(storage_errc::unavailable);
  std::vector<outbox_entry> oldest;
  for (const auto& [owner, box] : outboxes_)
    for (const auto& [number, entry] : box) oldest.push_back(entry);
  std::ranges::stable_sort(oldest, {}, &outbox_entry::created);
  oldest.resize(std::min<std::size_t>(oldest.size(), limit));
  co_return oldest;
}

}  // namespace duanwen
