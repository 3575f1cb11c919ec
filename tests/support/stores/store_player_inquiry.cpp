// Commits, finishes and parts of a random sequence.
#include "tests/support/stores/store_player.hpp"
#include "tests/support/stores/store_words.hpp"

namespace duanwen::test {

inquiry_commit store_player::random_commit(store_draw& draw) {
  inquiry_commit c;
  c.key = draw.resident();
  // Mostly as somebody who looked; else as one who saw nothing, or something old.
  const auto& seen = names_.revisions(c.key);
  c.expected_revision = draw.once_in(6) ? 0 : names_.last_revision(c.key);
  if (draw.once_in(6) && !seen.empty()) c.expected_revision = draw.of(seen);
  c.next.menu = menu_kind::department;
  c.next.id = "lq";
  c.next.menu_from = draw.below(100);
  c.arrivals = draw.arrivals();
  if (!draw.once_in(5)) {
    c.answer = sample_entry(c.key, "答" + std::to_string(draw.below(100)));
    c.answer->in_doubt = c.arrivals;
  }
  if (draw.once_in(3)) c.parts = draw.parts(c.key);
  for (auto left = draw.below(3); left > 0; --left) c.departments.push_back(draw.department());
  c.fused = draw.once_in(4);
  if (draw.once_in(2)) {
    c.trace.emplace();
    c.trace->msisdn = c.key.msisdn;
    c.trace->text = "文" + std::to_string(draw.below(100));
    c.trace->mark = 1 + draw.below(3);
  }
  if (draw.once_in(3)) c.unmatched = "文" + std::to_string(draw.below(4));
  c.day = draw.day();
  c.process = draw.process();
  return c;
}

std::string store_player::shown(const inquiry_commit& c) {
  // What is no revision at all has a name of its own, without being remembered as seen.
  const auto last = names_.last_revision(c.key);
  const auto expected = names_.of_revision(c.key, c.expected_revision);
  names_.of_revision(c.key, last);
  return fmt::format("commit {} on {} to {} of {}{}{} for {}, {} {}", in_words(c.key), expected,
                     in_words(c.next), in_words(c.arrivals),
                     c.answer ? " answering " + c.answer->answer.blocks[0].text : "",
                     c.parts ? " with parts " + in_words(*c.parts) : "",
                     joined(c.departments) + (c.fused ? " fused" : ""), c.day, c.process);
}

std::string store_player::shown(const result<commit_result>& done, const inquiry_commit& c) {
  if (done.has_error()) return error_of(done);
  constexpr const char* statuses[] = {"committed", "conflict", "redelivered"};
  return fmt::format("{} {} {}, {} at {}", statuses[static_cast<int>(done->status)],
                     names_.of_revision(c.key, done->actual.revision), in_words(done->actual.state),
                     names_.of_entry(c.key, done->outbox_id, c.process), done->now % 1000000);
}

std::string store_player::commits(store_draw& draw) {
  std::vector<inquiry_commit> asked(draw.once_in(4) ? 3 : 1);
  std::string words;
  std::vector<answer<commit_result>> calls;
  for (auto& c : asked) {
    c = random_commit(draw);
    words += (words.empty() ? "" : "\n    and ") + shown(c);
    calls.push_back(kept().commit(c));
  }
  const auto done = run_together(played_.io(), std::move(calls));
  for (std::size_t i = 0; i < asked.size(); ++i) words += "\n    -> " + shown(done[i], asked[i]);
  return words;
}

reply_finish store_player::random_finish(store_draw& draw, const store_names::entry& entry) {
  reply_finish f;
  f.key = entry.key;
  f.replies.emplace_back(entry.id);
  // What left with it, or is somebody else's.
  if (draw.once_in(3)) f.replies.emplace_back(draw.of(names_.entries()).id);
  f.process = draw.once_in(6) ? draw.process() : entry.process;
  if (!draw.once_in(3)) f.proven_read = draw.arrivals();
  for (auto left = draw.below(3); left > 0; --left) {
    booking b;
    b.department = draw.department();
    b.replies = draw.below(2), b.segments = draw.below(3);
    b.cost_li = 45 * b.segments, b.saved_li = 15 * draw.below(2);
    f.bookings.push_back(b);
  }
  f.day = draw.day();
  for (auto& one : f.replies)
    if (draw.once_in(4)) one.dead_reason = "reason " + std::to_string(draw.below(3));
  return f;
}

std::string store_player::finishes(store_draw& draw) {
  if (names_.entries().empty()) return "finish nothing";
  std::string words;
  std::vector<answer<bool>> calls;
  for (auto left = draw.once_in(4) ? 3 : 1; left > 0; --left) {
    const auto entry = draw.of(names_.entries());
    const auto f = random_finish(draw, entry);
    std::vector<std::string> books;
    for (const auto& b : f.bookings)
      books.push_back(fmt::format("{} {}/{}/{}", b.department, b.replies, b.segments, b.saved_li));
    std::vector<std::string> replies;
    for (const auto& one : f.replies)
      replies.push_back(names_.of_entry(entry.key, one.outbox_id, entry.process) + ' ' + one.dead_reason);
    words += fmt::format("{}finish {} of {} proving {} booking {} {}", words.empty() ? "" : "\n    and ",
                         joined(replies), f.process, in_words(f.proven_read), joined(books), f.day);
    calls.push_back(kept().finish(f));
  }
  for (const auto& done : run_together(played_.io(), std::move(calls))) words += "\n    -> " + in_words(done);
  return words;
}

std::string store_player::shown(const conversation_key& key, const result<stored_conversation>& standing) {
  if (standing.has_error()) return error_of(standing);
  return names_.of_revision(key, standing->revision) + ' ' + in_words(standing->state);
}

std::string store_player::load_conversation(store_draw& draw) {
  const auto key = draw.resident();
  return fmt::format("load {} -> {}", in_words(key), shown(key, ask(kept().load_conversation(key))));
}

std::string store_player::add_part(store_draw& draw) {
  const auto key = draw.parts(draw.resident());
  auto part = sample_part(draw.below(key.total + 2), 1);
  part.arrival = draw.arrival();
  auto words = fmt::format("add part {} of {}, {}", part.index, in_words(key), in_words(part.arrival));
  return words + " -> " + in_words(ask(kept().add_part(key, part)));
}

std::string store_player::take_due_parts(store_draw& draw) {
  const auto bucket = bucket_of(draw.resident().msisdn);
  return fmt::format("take due parts of {} -> {}", bucket, in_words(ask(kept().take_due_parts(bucket))));
}

}  // namespace duanwen::test
