// Outboxes, leases, directory, tokens and sums of a random sequence.
#include <algorithm>
#include <iterator>
#include <set>

#include "storage/codec/directory_json.hpp"
#include "storage/codec/record_codec.hpp"
#include "tests/support/stores/store_player.hpp"
#include "tests/support/stores/store_words.hpp"

namespace duanwen::test {
namespace {

token_record random_token(store_draw& draw) {
  token_record t;
  t.name = draw.of(std::vector<std::string>{"门户", "b", ""});
  t.role = static_cast<token_role>(draw.below(3));
  t.sha256 = std::string(1 + draw.below(2), 'f');
  return t;
}

/// Puts and drops of few ids, also the same twice, and one of both kinds at once.
template <class Entity>
std::string random_change(store_draw& draw, const char* kind, std::vector<Entity>& put,
                          std::vector<std::string>& drop) {
  const std::vector<std::string> ids = {"a", "b", "c:d"};
  std::string words;
  for (auto left = draw.below(3); left > 0; --left) {
    auto& one = put.emplace_back();
    one.id = draw.of(ids);
    one.name = "名" + std::to_string(draw.below(100));
    words += fmt::format(" +{} {} {}", kind, one.id, one.name);
  }
  if (!draw.once_in(3)) return words;
  drop.push_back(draw.of(ids));
  return words + fmt::format(" -{} {}", kind, drop.back());
}

}  // namespace

std::string store_player::outbox(const std::string& process, std::uint32_t bucket, const std::string& after,
                                 std::uint32_t limit) {
  const auto page = ask(kept().read_outbox(process, bucket, after, limit));
  if (page.has_error()) return error_of(page);
  std::vector<std::string> words;
  for (const auto& e : *page) words.push_back(names_.of_entry(e.key, e.id, process) + ' ' + in_words(e));
  return joined(words);
}

std::string store_player::read_outbox(store_draw& draw) {
  const auto process = draw.process();
  const auto bucket = bucket_of(draw.resident().msisdn);
  const auto limit = draw.below(4);
  store_names::entry after;
  if (!names_.entries().empty() && draw.once_in(2)) after = draw.of(names_.entries());
  return fmt::format("read outbox of {} in {} after {}, {} -> {}", process, bucket,
                     names_.of_entry(after.key, after.id, process), limit,
                     outbox(process, bucket, after.id, limit));
}

// Also twice, and of what is gone or another process'.
std::string store_player::replaces(store_draw& draw) {
  if (names_.entries().empty()) return "replace nothing";
  const auto old = draw.of(names_.entries());
  const auto process = draw.once_in(5) ? draw.process() : old.process;
  auto entry = sample_entry(old.key, "改" + std::to_string(draw.below(100)));
  entry.id = old.id;
  auto words = fmt::format("replace {} of {} by {}", names_.of_entry(old.key, old.id, old.process), process,
                           in_words(entry));
  for (auto times = draw.once_in(3) ? 2 : 1; times > 0; --times) {
    const auto id = ask(kept().replace_reply(entry, process));
    words += " -> " + (id ? names_.of_entry(old.key, *id, process) : error_of(id));
  }
  return words;
}

std::string store_player::lease(store_draw& draw) {
  const auto process = draw.process();
  if (draw.once_in(2))
    return fmt::format("forget {} -> {}", process, in_words(ask(kept().forget_process(process))));
  const auto now = ask(kept().renew_lease(process));
  return fmt::format("renew {} -> {}", process, now ? std::to_string(*now % 1000000) : error_of(now));
}

std::string store_player::take_over(store_draw& draw) {
  const auto dead = draw.process(), heir = draw.process();
  const auto bucket = bucket_of(draw.resident().msisdn);
  const auto limit = draw.below(4);
  const auto moved = ask(kept().take_over(dead, heir, bucket, limit));
  return fmt::format("take over {} of {} in {} by {} -> {}, then {}", limit, dead, bucket, heir,
                     moved ? std::to_string(*moved) : error_of(moved), outbox(heir, bucket, "", 100));
}

std::string store_player::dead_processes() {
  const auto dead = ask(kept().dead_processes());
  return dead ? joined_in_any_order(*dead) : error_of(dead);
}

std::string store_player::write_directory(store_draw& draw) {
  const auto version = ask(kept().directory_version());
  if (version.has_error()) return error_of(version);
  const auto expected = *version + (draw.once_in(4) ? 1 : 0);
  directory_change change;
  const auto words = random_change(draw, "area", change.put_areas, change.drop_areas) +
                     random_change(draw, "department", change.put_departments, change.drop_departments) +
                     random_change(draw, "theme", change.put_themes, change.drop_themes);
  return fmt::format("write{} on {} -> {}, then {}", words, expected,
                     in_words(ask(kept().write_directory(expected, change))), directory());
}

std::string store_player::directory() {
  const auto read = ask(kept().load_directory());
  if (read.has_error()) return error_of(read);
  std::vector<std::string> ids;
  for (const auto& one : read->document.areas) ids.push_back(one.id + one.name);
  for (const auto& one : read->document.departments) ids.push_back(one.id + one.name);
  for (const auto& one : read->document.themes) ids.push_back(one.id + one.name);
  return fmt::format("{} {}#{}", read->version, joined(ids), digest(directory_text(read->document)));
}

std::string store_player::token(store_draw& draw) {
  const auto t = random_token(draw);
  if (draw.once_in(3))
    return fmt::format("remove token {} -> {}", t.name, in_words(ask(kept().remove_token(t.name))));
  return fmt::format("put token {} #{} -> {}", t.name, digest(encode_token(t)),
                     in_words(ask(kept().put_token(t))));
}

std::string store_player::tokens() {
  const auto all = ask(kept().load_tokens());
  if (all.has_error()) return error_of(all);
  std::vector<std::string> words;
  for (const auto& t : *all) words.push_back(t.name + '#' + digest(encode_token(t)));
  return joined(words);
}

std::string store_player::ledger(const std::string& from, const std::string& to) {
  const auto rows = ask(kept().ledger(from, to));
  if (rows.has_error()) return error_of(rows);
  std::vector<std::string> words;
  for (const auto& r : *rows)
    words.push_back(fmt::format("{} {} {}/{}/{}/{}/{}/{}", r.day, r.department, r.inquiries, r.replies,
                                r.segments, r.cost_li, r.saved_li, r.fused));
  return joined(words);
}

// Newest first by the millisecond; within one there is no order.
std::string store_player::dead_letters(std::uint32_t limit) {
  const auto letters = ask(kept().dead_letters(limit));
  if (letters.has_error()) return error_of(letters);
  std::vector<std::string> times, words;
  std::set<std::string> ids;
  for (const auto& one : *letters) {
    ids.insert(one.id);
    times.push_back(std::to_string(one.died % 1000000));
    words.push_back(fmt::format("{} {} {}", one.died % 1000000, one.reason, in_words(one.entry)));
  }
  const auto seen = fmt::format("{} by {} ids", joined(times), ids.size());
  return words.size() < limit ? seen + joined_in_any_order(words) : seen;
}

std::string store_player::share_counts(store_draw& draw) {
  std::vector<hourly_count> own;
  for (auto left = draw.below(3); left > 0; --left) own.emplace_back("d:" + draw.department(), draw.below(5));
  const auto source = draw.process();
  const auto hour = draw.below(2);
  std::string words = fmt::format("{} tells of hour {}", source, hour);
  for (const auto& one : own) words += fmt::format(" {}={}", one.of, one.segments);
  const auto all = ask(kept().share_counts(hour, source, own));
  if (all.has_error()) return words + " -> " + error_of(all);
  for (words += " ->"; const auto& one : *all) words += fmt::format(" {}={}", one.of, one.segments);
  return words;
}

std::string store_player::counts() {
  const auto held = ask(kept().counts());
  if (held.has_error()) return error_of(held);
  return fmt::format("{} waiting, {} dead", held->outbox_entries, held->dead_letters);
}

// One of those there are, put into an outbox again or forgotten.
std::string store_player::dead_letter(store_draw& draw) {
  const auto letters = ask(kept().dead_letters(1000));
  if (letters.has_error()) return error_of(letters);
  std::vector<std::pair<std::string, std::string>> by_words;
  for (const auto& one : *letters) by_words.emplace_back(one.reason + ' ' + in_words(one.entry), one.id);
  std::sort(by_words.begin(), by_words.end());
  if (by_words.empty())
    return "delete no dead letter -> " + in_words(ask(kept().delete_dead_letter("7-1-1")));
  const auto [words, id] = draw.of(by_words);
  if (draw.once_in(3))
    return fmt::format("delete {} -> {}", words, in_words(ask(kept().delete_dead_letter(id))));
  const auto process = draw.process();
  return fmt::format("requeue {} for {} -> {}, then {}", words, process,
                     in_words(ask(kept().requeue_dead_letter(id, process))), waiting(1000));
}

std::string store_player::waiting(std::uint32_t limit) {
  const auto replies = ask(kept().waiting_replies(limit));
  if (replies.has_error()) return error_of(replies);
  std::vector<std::string> words;
  for (const auto& e : *replies) words.push_back(in_words(e));
  return joined_in_any_order(words);
}

std::string store_player::reading(store_draw& draw) {
  const auto limit = draw.below(4);
  const auto from = draw.day(), to = draw.day();
  switch (draw.below(5)) {
    case 0:
      return "load directory -> " + directory();
    case 1:
      return "load tokens -> " + tokens();
    case 2:
      return fmt::format("ledger {} {} -> {}", from, to, ledger(from, to));
    case 3:
      return fmt::format("{} dead letters -> {}", limit, dead_letters(limit));
    default:
      return "dead processes -> " + dead_processes();
  }
}

}  // namespace duanwen::test
