// One inquiry in Redis: its conversation, its commit, its parts, and the end of its answer.
#include "storage/redis_store/redis_store.hpp"

#include <map>
#include <span>

#include "keywords/text/whole_number.hpp"
#include "storage/codec/record_codec.hpp"
#include "storage/codec/trace_codec.hpp"
#include "storage/redis_link/async_answer.hpp"
#include "storage/redis_link/redis_error.hpp"
#include "storage/redis_store/redis_keys.hpp"
#include "storage/redis_store/redis_scripts.hpp"

namespace duanwen {
namespace {

std::vector<std::string> lead_of_commits(const store_limits& limits) {
  return {spelled(limits.conversation_ttl),
          spelled(limits.redelivery_window),
          spelled(limits.lease),
          std::to_string(store_limits::in_doubt_max),
          spelled(limits.traces_kept),
          std::to_string(limits.traces_a_bucket_max),
          spelled(limits.unmatched_kept),
          std::to_string(limits.unmatched_a_bucket_max)};
}

std::vector<std::string> octets_of(const std::vector<delivery>& arrivals) {
  std::vector<std::string> all;
  for (const auto& a : arrivals) all.push_back(arrival_octets(a));
  return all;
}

batch_request request_of(const inquiry_commit& c) {
  const auto bucket = bucket_of(c.key.msisdn);
  batch_request r;
  r.keys = {redis_keys::conversation(c.key), redis_keys::outbox(c.process, bucket),
            redis_keys::ledger(c.day, bucket), redis_keys::leases(bucket)};
  r.arguments = {std::to_string(c.expected_revision), encode_conversation(c.next), c.process,
                 c.fused ? "1" : "0"};
  r.list(octets_of(c.arrivals));
  std::vector<std::string> answer, parts;
  if (c.answer) answer.push_back(encode_entry(*c.answer));
  if (c.parts) {
    parts.push_back(redis_keys::parts_member(*c.parts));
    r.keys.push_back(redis_keys::parts(*c.parts));
    r.keys.push_back(redis_keys::parts_deadlines(bucket));
  }
  r.list(answer);
  r.list(c.departments);
  r.list(parts);
  std::vector<std::string> trace, text;
  if (c.trace) {
    trace.push_back(encode_trace(*c.trace));
    r.keys.push_back(redis_keys::traces(bucket));
  }
  if (!c.unmatched.empty()) {
    text.push_back(c.unmatched);
    r.keys.push_back(redis_keys::unmatched(c.day, bucket));
  }
  r.list(trace);
  r.list(text);
  return r;
}

batch_request request_of(const reply_finish& f) {
  const auto bucket = bucket_of(f.key.msisdn);
  batch_request r;
  r.keys = {redis_keys::conversation(f.key), redis_keys::outbox(f.process, bucket),
            redis_keys::ledger(f.day, bucket), redis_keys::dead_letters(bucket)};
  std::vector<std::string> replies;
  for (const auto& one : f.replies) {
    replies.push_back(one.outbox_id);
    replies.push_back(one.dead_reason);
  }
  r.list(replies);
  r.list(octets_of(f.proven_read));
  std::vector<std::string> bookings;
  const auto book = [&](std::string_view what, const booking& b, std::uint64_t amount) {
    if (amount == 0) return;
    bookings.push_back(std::string(what) + b.department);
    bookings.push_back(std::to_string(amount));
  };
  for (const auto& b : f.bookings) {
    book(redis_keys::replies_of, b, b.replies);
    book(redis_keys::segments_of, b, b.segments);
    book(redis_keys::cost_of, b, b.cost_li);
    book(redis_keys::saved_of, b, b.saved_li);
  }
  r.list(bookings);
  return r;
}

result<stored_conversation> read_conversation(const resp_value& revision, const resp_value& state) {
  if (revision.is != resp_value::kind::number) return storage_errc::corrupt;
  return stored_conversation(static_cast<std::uint64_t>(revision.number), decode_conversation(state.text));
}

result<commit_result> read_commit(const batch_status& said) {
  commit_result done;
  done.now = said.now;
  if (said.more.size() != 3) return storage_errc::corrupt;
  const auto actual = read_conversation(said.more[0], said.more[1]);
  if (actual.has_error()) return actual.error();
  done.actual = *actual;
  done.outbox_id = said.more[2].text;
  if (said.word == "conflict") done.status = commit_status::conflict;
  if (said.word == "redelivered") done.status = commit_status::redelivered;
  return done;
}

script_call call_of(const parts_key& key, const stored_part& part, const store_limits& limits) {
  const auto bucket = bucket_of(key.resident.msisdn);
  script_call call(
      scripts::add_part,
      {redis_keys::conversation(key.resident), redis_keys::parts(key), redis_keys::parts_deadlines(bucket)},
      {arrival_octets(part.arrival), std::to_string(part.index), encode_part(part), std::to_string(key.total),
       redis_keys::parts_member(key), spelled(limits.parts_wait), spelled(limits.parts_kept),
       spelled(limits.redelivery_window), std::to_string(store_limits::in_doubt_max)});
  // A part is told OK by itself, so it has to be as safe as a commit.
  call.replicas = limits.replicas_acked;
  return call;
}

/// From index and part by turns.
result<std::vector<stored_part>> read_parts(std::span<const resp_value> said) {
  std::map<std::uint32_t, stored_part> by_index;
  for (std::size_t i = 0; i + 1 < said.size(); i += 2) {
    auto part = decode_part(said[i + 1].text);
    const auto index = whole_number<std::uint32_t>(said[i].text).value_or(0);
    if (!part || index == 0) return storage_errc::corrupt;
    part->index = index;
    by_index.emplace(part->index, std::move(*part));
  }
  std::vector<stored_part> parts;
  for (auto& [index, part] : by_index) parts.push_back(std::move(part));
  return parts;
}

result<add_part_result> read_added(const resp_value& said) {
  add_part_result added;
  if (said.items.empty()) return storage_errc::corrupt;
  const auto& word = said.items.front().text;
  if (word == "redelivered") added.status = add_part_status::redelivered;
  if (word != "complete") return added;
  auto parts = read_parts(std::span(said.items).subspan(1));
  if (parts.has_error()) return parts.error();
  added.status = add_part_status::complete;
  added.parts = std::move(*parts);
  return added;
}

}  // namespace

redis_store::redis_store(redis_client& link, store_limits limits)
    : link_(link),
      limits_(limits),
      commits_(link, scripts::commit, lead_of_commits(limits), limits.replicas_acked),
      finishes_(link, scripts::finish, {}, limits.replicas_acked) {}

answer<stored_conversation> redis_store::load_conversation(conversation_key key) {
  script_call load(scripts::load_conversation, std::vector<std::string>(1, redis_keys::conversation(key)),
                   {});
  const auto said = co_await link_.call(std::move(load));
  if (said.has_error()) co_return said.error();
  if (said->items.size() != 2) co_return storage_errc::corrupt;
  co_return read_conversation(said->items[0], said->items[1]);
}

answer<commit_result> redis_store::commit(inquiry_commit c) {
  auto request = request_of(c);
  const auto said = co_await commits_.add(std::move(request));
  if (said.has_error()) co_return said.error();
  co_return read_commit(*said);
}

answer<bool> redis_store::finish(reply_finish f) {
  auto request = request_of(f);
  const auto said = co_await finishes_.add(std::move(request));
  if (said.has_error()) co_return failed<bool>(said.error());
  co_return said->word == "finished";
}

answer<add_part_result> redis_store::add_part(parts_key key, stored_part part) {
  if (part.index == 0 || part.index > key.total) co_return storage_errc::refused;
  auto add = call_of(key, part, limits_);
  const auto said = co_await link_.call(std::move(add));
  if (said.has_error()) co_return said.error();
  co_return read_added(*said);
}

answer<std::vector<due_parts>> redis_store::take_due_parts(std::uint32_t bucket) {
  std::vector<std::string> keys(1, redis_keys::parts_deadlines(bucket)),
      arguments(1, redis_keys::parts_begin(bucket));
  arguments.push_back(spelled(limits_.parts_wait));
  arguments.push_back(std::to_string(store_limits::due_parts_max));
  script_call take(scripts::take_due_parts, std::move(keys), std::move(arguments));
  const auto said = co_await link_.call(std::move(take));
  if (said.has_error()) co_return said.error();
  std::vector<due_parts> all;
  for (const auto& one : said->items) {
    if (one.items.size() != 2) co_return storage_errc::corrupt;
    auto key = redis_keys::read_parts_member(one.items[0].text);
    auto parts = read_parts(one.items[1].items);
    // One that cannot be read must not keep the others from being answered.
    if (!key || parts.has_error()) continue;
    due_parts due;
    due.key = std::move(*key);
    due.parts = std::move(*parts);
    all.push_back(std::move(due));
  }
  co_return all;
}

}  // namespace duanwen
