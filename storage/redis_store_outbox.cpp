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
  std::vector<std::string> arguments{"1", redis_keys::leases, process, spelled(limits_.lease)};
  const auto said = co_await link_.call(scripts::renew_lease, std::move(arguments));
  if (said.has_error()) co_return said.error();
  co_return said->number;
}

answer<std::vector<std::string>> redis_store::dead_processes() {
  std::vector<std::string> arguments{"1", redis_keys::leases, spelled(limits_.take_over_margin)};
  const auto said = co_await link_.call(scripts::dead_processes, std::move(arguments));
  if (said.has_error()) co_return said.error();
  std::vector<std::string> dead;
  for (const auto& process : said->items) dead.push_back(process.text);
  co_return dead;
}

answer<std::uint32_t> redis_store::take_over(std::string dead, std::string heir, std::uint32_t bucket,
                                             std::uint32_t limit) {
  std::vector<std::string> arguments{"3",
                                     redis_keys::leases,
                                     redis_keys::outbox(dead, bucket),
                                     redis_keys::outbox(heir, bucket),
                                     dead,
                                     heir,
                                     spelled(limits_.take_over_margin),
                                     spelled(limits_.lease),
                                     std::to_string(limit)};
  const auto said = co_await link_.call(scripts::take_over, std::move(arguments));
  if (said.has_error()) co_return said.error();
  co_return static_cast<std::uint32_t>(said->number);
}

answer<bool> redis_store::forget_process(std::string process) {
  std::vector<std::string> arguments{std::to_string(1 + bucket_count), redis_keys::leases};
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
    arguments.push_back(redis_keys::outbox(process, bucket));
  arguments.push_back(process);
  arguments.push_back(spelled(limits_.take_over_margin));
  const auto said = co_await link_.call(scripts::forget_process, std::move(arguments));
  if (said.has_error()) co_return failed<bool>(said.error());
  co_return said->number == 1;
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
  std::vector<std::string> arguments{"1", redis_keys::hourly_counts(hour), source, spelled(limits_.hour_kept),
                                     std::to_string(2 * own.size())};
  for (const auto& one : own) {
    arguments.push_back(one.of);
    arguments.push_back(std::to_string(one.segments));
  }
  const auto said = co_await link_.call(scripts::share_counts, std::move(arguments));
  if (said.has_error()) co_return said.error();
  std::vector<hourly_count> all;
  for (std::size_t i = 0; i + 1 < said->items.size(); i += 2)
    all.emplace_back(said->items[i].text, std::strtoull(said->items[i + 1].text.c_str(), nullptr, 10));
  std::ranges::sort(all, {}, &hourly_count::of);
  co_return all;
}

answer<store_counts> redis_store::counts() {
  // Whoever has an outbox has a lease.
  redis_command every_process{"ZRANGE", redis_keys::leases, "0", "-1"};
  const auto processes = co_await link_.call(std::move(every_process));
  if (processes.has_error()) co_return processes.error();
  std::vector<redis_command> lengths;
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket) {
    lengths.push_back(redis_command{"XLEN", redis_keys::dead_letters(bucket)});
    for (const auto& process : processes->items)
      lengths.push_back(redis_command{"XLEN", redis_keys::outbox(process.text, bucket)});
  }
  const auto said = co_await link_.call_all(std::move(lengths));
  if (said.has_error()) co_return said.error();
  store_counts all;
  const auto a_bucket = 1 + processes->items.size();
  for (std::size_t i = 0; i < said->size(); ++i) {
    auto& sum = i % a_bucket == 0 ? all.dead_letters : all.outbox_entries;
    sum += static_cast<std::uint64_t>((*said)[i].number);
  }
  co_return all;
}

answer<bool> redis_store::requeue_dead_letter(std::string id, std::string process) {
  const auto letter = split_dead_letter_id(id);
  if (!letter) co_return false;
  redis_command read{"XRANGE", redis_keys::dead_letters(letter->first), letter->second, letter->second};
  const auto said = co_await link_.call(std::move(read));
  if (said.has_error()) co_return failed<bool>(said.error());
  if (said->items.empty()) co_return false;
  auto entry = read_entry(said->items.front());
  if (!entry) co_return failed<bool>(make_error_code(storage_errc::corrupt));
  redis_command ask_time{"TIME"};
  const auto time = co_await link_.call(std::move(ask_time));
  if (time.has_error()) co_return failed<bool>(time.error());
  if (time->items.size() != 2) co_return failed<bool>(make_error_code(storage_errc::corrupt));
  entry->created = std::strtoll(time->items[0].text.c_str(), nullptr, 10) * 1000 +
                   std::strtoll(time->items[1].text.c_str(), nullptr, 10) / 1000;
  std::vector<std::string> arguments{"3",
                                     redis_keys::leases,
                                     redis_keys::dead_letters(letter->first),
                                     redis_keys::outbox(process, letter->first),
                                     letter->second,
                                     encode_entry(*entry),
                                     process,
                                     spelled(limits_.lease)};
  const auto moved = co_await link_.call(scripts::requeue, std::move(arguments));
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
  redis_command all{"ZRANGE", redis_keys::leases, "0", "-1"};
  const auto said = co_await link_.call(std::move(all));
  if (said.has_error()) co_return said.error();
  std::set<std::string> processes;
  for (const auto& one : said->items) processes.insert(one.text);
  std::vector<redis_command> pages;
  for (const auto& process : processes)
    for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
      pages.push_back(redis_command{"XRANGE", redis_keys::outbox(process, bucket), "-", "+", "COUNT",
                                    std::to_string(limit)});
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
