#include "gateway/inquiry.hpp"

#include <spdlog/spdlog.h>

#include "config/msisdn.hpp"
#include "gateway/smpp/command_status.hpp"

namespace duanwen {
namespace {

constexpr auto look_again = std::chrono::milliseconds(50);
constexpr int conflicts_max = 8;

}  // namespace

inquiries::inquiries(inquiry_ports ports)
    : ports_(std::move(ports)),
      turns_(ports_.rt.executor()),
      cache_(ports_.settings.gateway.conversations_cached_max),
      floods_(ports_.settings.conversation.resident_per_minute) {}

asio::awaitable<inquiry_end> inquiries::answer(smpp::pdu message, arrival_place place) {
  // 1. Who asks, and which of our numbers? What is no inquiry is settled without the store.
  auto read = read_inbound(message, place, ports_.settings);
  if (const auto* s = std::get_if<settled>(&read)) {
    spdlog::debug("{}: {} from {} is {}", place.link, smpp::name_of(message.id()),
                  masked(message.source_addr), s->why);
    inquiry_end end;
    end.command_status = s->command_status;
    co_return end;
  }
  inbound asked = std::move(std::get<inbound>(read));

  // 2. Two texts of one resident queue behind each other: each is decided on what the one before it left.
  auto key = asked.resident;
  const auto turn = co_await turns_.lock(std::move(key));

  // 3. The carrier hears nothing until the inquiry is safe.
  co_return co_await hold_until_safe(std::move(asked));
}

asio::awaitable<inquiry_end> inquiries::hold_until_safe(inbound asked) {
  const auto until = ports_.rt.now() + ports_.settings.redis.hold;
  const auto policy = asked.carrier->when_unavailable;
  bool unsure = false;
  while (true) {
    auto end = co_await make_safe(asked);
    if (end.has_value()) co_return std::move(*end);
    unsure = unsure || end.error() == storage_errc::unknown_outcome;
    const bool may_heal = end.error() != storage_errc::refused && end.error() != storage_errc::corrupt;
    if (!may_heal)
      spdlog::error("an inquiry of {} failed: {}", masked(asked.resident.msisdn), end.error().message());
    const bool in_time = ports_.rt.now() < until || policy == unavailable_policy::hold;
    if (!may_heal || !in_time || stopping_) break;
    const auto again = ports_.rt.now() + look_again;
    co_await ports_.rt.sleep_until(again);
  }
  // It is not safe with us, so it stays the carrier's: it is asked to deliver it again.
  inquiry_end end;
  end.command_status = smpp::esme::rx_t_appn;
  end.close_link = policy == unavailable_policy::close;
  if (unsure) end.unsure_bucket = bucket_of(asked.resident.msisdn);
  co_return end;
}

asio::awaitable<result<inquiry_end>> inquiries::make_safe(inbound& asked) {
  // A part of a long inquiry is stored before its own OK; the part that completes it goes on with all of
  // them.
  if (asked.assembly && !asked.together) {
    const auto added = co_await ports_.kept.add_part(*asked.assembly, asked.parts.front());
    if (added.has_error()) co_return added.error();
    if (added->status != add_part_status::complete) {
      inquiry_end told_ok;
      co_return told_ok;
    }
    asked.parts = added->parts;
    asked.together = true;  // a commit that was not heard has deleted them, and is asked for again
  }
  co_return co_await decide_and_commit(asked);
}

asio::awaitable<result<inquiry_end>> inquiries::decide_and_commit(inbound& asked) {
  // Counted once, however often the store has to be asked.
  if (!asked.floods) asked.floods = floods_.judge(asked.resident, ports_.clock.now());

  // Where does this resident stand? What we remember is enough: the commit says when somebody else knows
  // better.
  auto known = cache_.get(asked.resident, ports_.clock.now());
  for (int attempt = 0; attempt < conflicts_max; ++attempt) {
    const auto directory = ports_.directory();
    if (!directory) co_return make_error_code(storage_errc::unavailable);

    // Decide. Pure: no clock, no store, no socket.
    auto commit = commit_of(asked, known, decide_for(asked, *directory, known.state));

    // Remember and queue the answer in one atomic step, which also refuses a message that was delivered
    // before.
    auto answer = commit.answer;
    auto done = co_await ports_.kept.commit(std::move(commit));
    if (done.has_error()) co_return done.error();
    if (done->now != 0) ports_.clock.heard(done->now);
    inquiry_end end;
    if (done->status == commit_status::redelivered) {
      spdlog::info("{} delivered again what was answered before", asked.carrier->name);
      co_return end;
    }
    known = done->actual;
    const auto ttl = std::chrono::milliseconds(ports_.settings.conversation.ttl).count();
    cache_.put(asked.resident, known, ports_.clock.now() + ttl);
    if (done->status == commit_status::conflict) continue;

    // Safe: the carrier may forget it, and the answer goes out.
    if (answer) answer->id = done->outbox_id;
    end.answer = std::move(answer);
    co_return end;
  }
  co_return make_error_code(storage_errc::unavailable);
}

decision inquiries::decide_for(const inbound& asked, const snapshot& directory,
                               const conversation& now_at) const {
  const auto& words = ports_.wordings.at(asked.service->wording);
  if (*asked.floods != flood_verdict::answer) {
    decision too_many;
    too_many.next = now_at;
    too_many.result = outcome::notice;
    reply_block notice;
    notice.text = words.too_often;
    too_many.answer.signature_name = words.sender_name;
    if (*asked.floods == flood_verdict::notice) too_many.answer.blocks.push_back(std::move(notice));
    return too_many;
  }
  const auto& limits = ports_.settings.conversation;
  const reply_style style{words, asked.carrier->profile, limits.reply_segments_max, limits.segments_per_hour};
  inquiry what;
  what.text = text_of(asked);
  what.department = asked.department;
  what.now = ports_.clock.now();
  auto decided = decide(directory, now_at, what, style);
  if (decided.result == outcome::fused)
    spdlog::warn("{} got {} segments this hour and no more; conversation.segments_per_hour",
                 masked(asked.resident.msisdn), decided.next.fuse_segments);
  return decided;
}

inquiry_commit inquiries::commit_of(const inbound& asked, const stored_conversation& known,
                                    decision decided) const {
  inquiry_commit c;
  c.key = asked.resident;
  c.expected_revision = known.revision;
  c.next = std::move(decided.next);
  for (const auto& part : asked.parts) c.arrivals.push_back(part.arrival);
  c.parts = asked.assembly;
  c.departments = std::move(decided.departments);
  c.day = day_of(ports_.clock.now(), ports_.settings.gateway.time_zone);
  c.process = ports_.process;
  if (!decided.answer.empty()) {
    auto entry = reply_to(asked);
    entry.answer = std::move(decided.answer);
    entry.created = ports_.clock.now();
    c.answer = std::move(entry);
  }
  return c;
}

asio::awaitable<result<inquiry_end>> inquiries::answer_incomplete(due_parts due) {
  auto asked = from_parts(due, ports_.settings);
  if (!asked) co_return make_error_code(storage_errc::refused);
  auto key = asked->resident;
  const auto turn = co_await turns_.lock(std::move(key));
  while (true) {
    auto end = co_await decide_and_commit(*asked);
    // What may be committed is not handed out again, so it is asked for until it is heard.
    const bool unsure = end.has_error() && end.error() == storage_errc::unknown_outcome;
    if (!unsure || stopping_) co_return end;
    const auto again = ports_.rt.now() + look_again;
    co_await ports_.rt.sleep_until(again);
  }
}

void inquiries::stop() { stopping_ = true; }

}  // namespace duanwen
