// Outboxes, leases and dead letters in Redis.
#include <algorithm>
#include <set>

#include "keywords/text/whole_number.hpp"
#include "storage/codec/record_codec.hpp"
#include "storage/redis_store/redis_keys.hpp"
#include "storage/redis_store/redis_scripts.hpp"
#include "storage/redis_store/redis_store.hpp"

namespace duanwen {
namespace {

// A replaced entry is asked for again within seconds, so it is among the newest of its bucket.
constexpr std::uint32_t looked_through_max = 1000;

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
  dead.died = whole_number<unix_ms>(*died).value_or(0);
  dead.reason = *reason;
  dead.entry = std::move(*entry);
  return dead;
}

/// One call for the leases of all buckets, or one a bucket where they lie in different slots; with those of
/// the outbox of `process` when it is named.
std::vector<script_call> in_every_bucket(const redis_client& link, const redis_script& script,
                                         const std::string& process,
                                         const std::vector<std::string>& arguments) {
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

answer<std::string> redis_store::replace_reply(outbox_entry entry, std::string process) {
  std::vector<std::string> keys(1, redis_keys::outbox(process, bucket_of(entry.key.msisdn)));
  std::vector<std::string> arguments{entry.id, encode_entry(entry), std::to_string(looked_through_max)};
  script_call replace(scripts::replace_reply, std::move(keys), std::move(arguments));
  replace.replicas = limits_.replicas_acked;
  auto said = co_await link_.call(std::move(replace));
  if (said.has_error()) co_return failed<std::string>(said.error());
  co_return std::move(said->text);
}

answer<unix_ms> redis_store::renew_lease(std::string process) {
  std::vector<std::string> arguments(1, process);
  arguments.push_back(spelled(limits_.lease));
  auto calls = in_every_bucket(link_, scripts::renew_lease, {}, arguments);
  const auto said = co_await link_.call_all(std::move(calls));
  if (said.has_error()) co_return said.error();
  co_return std::ranges::min(*said, {}, &resp_value::number).number;
}

answer<std::vector<std::string>> redis_store::dead_processes() {
  std::vector<std::string> arguments(1, spelled(limits_.take_over_margin));
  auto calls = in_every_bucket(link_, scripts::dead_processes, {}, arguments);
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
  auto calls = in_every_bucket(link_, scripts::forget_process, process, arguments);
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

answer<std::vector<hourly_count>> redis_store::share_counts(std::int64_t hour, std::string source,
                                                            std::vector<hourly_count> own) {
  std::vector<std::string> keys(1, redis_keys::hourly_counts(hour));
  std::vector<std::string> arguments{source, spelled(limits_.hour_kept), std::to_string(2 * own.size())};
  for (const auto& one : own) {
    arguments.push_back(one.of);
    arguments.push_back(std::to_string(one.segments));
  }
  script_call share(scripts::share_counts, std::move(keys), std::move(arguments));
  const auto said = co_await link_.call(std::move(share));
  if (said.has_error()) co_return said.error();
  std::vector<hourly_count> all;
  for (std::size_t i = 0; i + 1 < said->items.size(); i += 2)
    all.emplace_back(said->items[i].text, whole_number<std::uint64_t>(said->items[i + 1].text).value_or(0));
  std::ranges::sort(all, {}, &hourly_count::of);
  co_return all;
}

answer<std::vector<std::string>> redis_store::outboxes() {
  // Whoever has an outbox in a bucket has a lease there.
  std::vector<redis_command> holders;
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
    holders.push_back(redis_command{"ZRANGE", redis_keys::leases(bucket), "0", "-1"});
  const auto said = co_await link_.call_all(std::move(holders));
  if (said.has_error()) co_return said.error();
  std::vector<std::string> keys;
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
    for (const auto& process : (*said)[bucket].items)
      keys.push_back(redis_keys::outbox(process.text, bucket));
  co_return keys;
}

answer<store_counts> redis_store::counts() {
  const auto keys = co_await outboxes();
  if (keys.has_error()) co_return keys.error();
  std::vector<redis_command> lengths;
  for (const auto& key : *keys) lengths.push_back(redis_command{"XLEN", key});
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
    lengths.push_back(redis_command{"XLEN", redis_keys::dead_letters(bucket)});
  const auto said = co_await link_.call_all(std::move(lengths));
  if (said.has_error()) co_return said.error();
  store_counts all;
  for (std::size_t i = 0; i < said->size(); ++i) {
    auto& sum = i < keys->size() ? all.outbox_entries : all.dead_letters;
    sum += static_cast<std::uint64_t>((*said)[i].number);
  }
  co_return all;
}

answer<bool> redis_store::requeue_dead_letter(std::string id, std::string process) {
  const auto letter = split_dead_letter_id(id);
  if (!letter) co_return false;
  script_call load(scripts::load_letter, std::vector<std::string>(1, redis_keys::dead_letters(letter->first)),
                   std::vector<std::string>(1, letter->second));
  const auto said = co_await link_.call(std::move(load));
  if (said.has_error()) co_return failed<bool>(said.error());
  if (said->items.size() < 2) co_return false;
  auto entry = read_entry(said->items[1]);
  if (!entry) co_return failed<bool>(make_error_code(storage_errc::corrupt));
  entry->created = said->items[0].number;
  std::vector<std::string> keys{redis_keys::leases(letter->first), redis_keys::dead_letters(letter->first),
                                redis_keys::outbox(process, letter->first)};
  std::vector<std::string> arguments{letter->second, encode_entry(*entry), process, spelled(limits_.lease)};
  script_call move(scripts::requeue, std::move(keys), std::move(arguments));
  move.replicas = limits_.replicas_acked;
  const auto moved = co_await link_.call(std::move(move));
  if (moved.has_error()) co_return failed<bool>(moved.error());
  co_return moved->number == 1;
}

answer<bool> redis_store::delete_dead_letter(std::string id) {
  const auto letter = split_dead_letter_id(id);
  if (!letter) co_return false;
  redis_command drop{"XDEL", redis_keys::dead_letters(letter->first), letter->second};
  const auto said = co_await link_.call(std::move(drop));
  if (said.has_error()) co_return failed<bool>(said.error());
  co_return said->number == 1;
}

answer<std::vector<outbox_entry>> redis_store::waiting_replies(std::uint32_t limit) {
  const auto keys = co_await outboxes();
  if (keys.has_error()) co_return keys.error();
  std::vector<redis_command> pages;
  for (const auto& key : *keys)
    pages.push_back(redis_command{"XRANGE", key, "-", "+", "COUNT", std::to_string(limit)});
  const auto read = co_await link_.call_all(std::move(pages));
  if (read.has_error()) co_return read.error();
  std::vector<outbox_entry> oldest;
  for (const auto& some : *read)
    for (const auto& one : some.items)
      if (auto entry = read_entry(one)) oldest.push_back(std::move(*entry));
  std::ranges::stable_sort(oldest, {}, &outbox_entry::created);
  oldest.resize(std::min<std::size_t>(oldest.size(), limit));
  co_return oldest;
}

}  // namespace duanwen
