// Outboxes, leases and dead letters in Redis.
#include <algorithm>
#include <set>

#include "storage/record_codec.hpp"
#include "storage/redis_keys.hpp"
#include "storage/redis_scripts.hpp"
#include "storage/redis_store.hpp"

namespace duanwen {
namespace {

std::string spelled(milliseconds time) { return std::to_string(time.count()); }

/// The value of a field of a stream's entry: {id, {field, value, …}}.
const std::string* field_of(const resp_value& entry, std::string_view name) {
  if (entry.items.size() != 2) return nullptr;
  const auto& fields = entry.items[1].items;
  for (std::size_t i = 0; i + 1 < fields.size(); i += 2)
    if (fields[i].text == name) return &fields[i + 1].text;
  return nullptr;
}

std::optional<outbox_entry> read_entry(const resp_value& said) {
  const auto* octets = field_of(said, "e");
  auto entry = octets == nullptr ? std::nullopt : decode_entry(*octets);
  if (entry) entry->id = said.items[0].text;
  return entry;
}

std::optional<dead_letter> read_dead_letter(const resp_value& said, std::uint32_t bucket) {
  auto entry = read_entry(said);
  const auto *reason = field_of(said, "r"), *died = field_of(said, "t");
  if (!entry || reason == nullptr || died == nullptr) return std::nullopt;
  dead_letter dead;
  dead.id = std::to_string(bucket) + '-' + entry->id;
  dead.died = std::strtoll(died->c_str(), nullptr, 10);
  dead.reason = *reason;
  dead.entry = std::move(*entry);
  return dead;
}

/// One call for the leases of all buckets, or one a bucket where they lie in different slots; with those of
/// the outbox of `process` when it is named.
std::vector<script_call> in_every_bucket(const redis_client& link, const redis_script& script,
                                         const std::string& process, std::vector<std::string> arguments) {
  std::vector<script_call> calls;
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket) {
    if (calls.empty() || link.one_slot_a_call())
      calls.emplace_back(script, std::vector<std::string>(), arguments);
    calls.back().keys.push_back(redis_keys::leases(bucket));
    if (!process.empty()) calls.back().keys.push_back(redis_keys::outbox(process, bucket));
  }
  return calls;
}

}  // namespace

answer<std::vector<outbox_entry>> redis_store::read_outbox(std::string process, std::uint32_t bucket,
                                                           std::string after_id, std::uint32_t limit) {
  const std::string from = after_id.empty() ? "-" : "(" + after_id;
  redis_command page{
      "XRANGE", redis_keys::outbox(process, bucket), from, "+", "COUNT", std::to_string(limit)};
  const auto said = co_await link_.call(std::move(page));
  if (said.has_error()) co_return said.error();
  std::vector<outbox_entry> entries;
  for (const auto& one : said->items) {
    auto entry = read_entry(one);
    if (!entry) co_return storage_errc::corrupt;
    entries.push_back(std::move(*entry));
  }
  co_return entries;
}

answer<unix_ms> redis_store::renew_lease(std::string process) {
  std::vector<std::string> arguments(1, process);
  arguments.push_back(spelled(limits_.lease));
  auto calls = in_every_bucket(link_, scripts::renew_lease, {}, std::move(arguments));
  const auto said = co_await link_.call_all(std::move(calls));
  if (said.has_error()) co_return said.error();
  co_return std::ranges::min(*said, {}, &resp_value::number).number;
}

answer<std::vector<std::string>> redis_store::dead_processes() {
  std::vector<std::string> arguments(1, spelled(limits_.take_over_margin));
  auto calls = in_every_bucket(link_, scripts::dead_processes, {}, std::move(arguments));
  const auto said = co_await link_.call_all(std::move(calls));
  if (said.has_error()) co_return said.error();
  std::set<std::string> dead;
  for (const auto& some : *said)
    for (const auto& one : some.items) dead.insert(one.text);
  co_return std::vector<std::string>(dead.begin(), dead.end());
}

answer<std::uint32_t> redis_store::take_over(std::string dead, std::string heir, std::uint32_t bucket,
                                             std::uint32_t limit) {
  std::vector<std::string> keys(1, redis_keys::leases(bucket)), arguments(1, dead);
  keys.push_back(redis_keys::outbox(dead, bucket));
  keys.push_back(redis_keys::outbox(heir, bucket));
  arguments.push_back(heir);
  arguments.push_back(spelled(limits_.take_over_margin));
  arguments.push_back(spelled(limits_.lease));
  arguments.push_back(std::to_string(limit));
  script_call take(scripts::take_over, std::move(keys), std::move(arguments));
  const auto said = co_await link_.call(std::move(take));
  if (said.has_error()) co_return said.error();
  co_return static_cast<std::uint32_t>(said->number);
}

answer<bool> redis_store::forget_process(std::string process) {
  std::vector<std::string> arguments(1, process);
  arguments.push_back(spelled(limits_.take_over_margin));
  auto calls = in_every_bucket(link_, scripts::forget_process, process, std::move(arguments));
  const auto said = co_await link_.call_all(std::move(calls));
  if (said.has_error()) co_return failed<bool>(said.error());
  std::int64_t forgotten = 0, kept = 0;
  for (const auto& some : *said) {
    if (some.items.size() != 2) co_return failed<bool>(make_error_code(storage_errc::corrupt));
    forgotten += some.items[0].number;
    kept += some.items[1].number;
  }
  co_return kept == 0 && forgotten > 0;
}

answer<std::vector<dead_letter>> redis_store::dead_letters(std::uint32_t limit) {
  std::vector<redis_command> pages;
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
    pages.push_back(redis_command{"XREVRANGE", redis_keys::dead_letters(bucket), "+", "-", "COUNT",
                                  std::to_string(limit)});
  const auto said = co_await link_.call_all(std::move(pages));
  if (said.has_error()) co_return said.error();
  std::vector<dead_letter> newest;
  for (std::uint32_t bucket = 0; bucket < said->size(); ++bucket)
    for (const auto& one : (*said)[bucket].items)
      if (auto dead = read_dead_letter(one, bucket)) newest.push_back(std::move(*dead));
  std::ranges::stable_sort(newest, std::greater(), &dead_letter::died);
  newest.resize(std::min<std::size_t>(newest.size(), limit));
  co_return newest;
}

}  // namespace duanwen
