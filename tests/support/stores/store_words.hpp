#pragma once
// Records in a few words, for what a random sequence asked a store and was answered.

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "storage/codec/record_codec.hpp"
#include "storage/error.hpp"
#include "storage/records.hpp"

namespace duanwen::test {

/// All of `octets` in four digits: two that differ anywhere are hardly ever the same.
inline std::string digest(const std::string& octets) {
  return fmt::format("{:04x}", std::hash<std::string>()(octets) & 0xffff);
}

inline std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
  return '[' + all + ']';
}

/// Where the Store promises no order.
inline std::string joined_in_any_order(std::vector<std::string> words) {
  std::ranges::sort(words);
  return joined(words);
}

template <class T>
std::string error_of(const result<T>& failed) {
  return "error: " + failed.error().message();
}

inline std::string in_words(const result<bool>& yes) {
  if (yes.has_error()) return error_of(yes);
  return *yes ? "yes" : "no";
}

inline std::string in_words(const conversation_key& key) { return key.service + '/' + key.msisdn; }

inline std::string in_words(const delivery& d) {
  return fmt::format("{}@{}.{}.{}", d.hash, d.link, d.bind_epoch, d.sequence_number);
}

inline std::string in_words(const std::vector<delivery>& all) {
  std::vector<std::string> words;
  for (const auto& one : all) words.push_back(in_words(one));
  return joined(words);
}

inline std::string in_words(const parts_key& key) {
  return fmt::format("{} {}/{}", in_words(key.resident), key.reference, key.total);
}

inline std::string in_words(const outbox_entry& e) {
  return fmt::format("{} {}#{}", e.destination, e.answer.blocks.at(0).text, digest(encode_entry(e)));
}

inline std::string in_words(const conversation& c) { return c.id + std::to_string(c.menu_from); }

inline std::string in_words(const std::vector<stored_part>& parts) {
  std::vector<std::string> words;
  for (const auto& p : parts) words.push_back(fmt::format("{}#{}", p.index, digest(encode_part(p))));
  return joined(words);
}

inline std::string in_words(const result<std::vector<due_parts>>& due) {
  if (due.has_error()) return error_of(due);
  std::vector<std::string> words;
  for (const auto& one : *due) words.push_back(in_words(one.key) + ' ' + in_words(one.parts));
  return joined_in_any_order(words);
}

inline std::string in_words(const result<add_part_result>& added) {
  if (added.has_error()) return error_of(added);
  constexpr const char* statuses[] = {"waiting", "complete", "redelivered"};
  return statuses[static_cast<int>(added->status)] + in_words(added->parts);
}

}  // namespace duanwen::test
