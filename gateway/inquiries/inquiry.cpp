#include "gateway/inquiries/inquiry.hpp"

#include <spdlog/spdlog.h>

#include "config/addresses/msisdn.hpp"
#include "config/addresses/texted_number.hpp"
#include "gateway/inquiries/trace.hpp"
#include "gateway/runtime/backoff.hpp"
#include "gateway/smpp/pdu/command_status.hpp"
#include "keywords/decide.hpp"

namespace duanwen {
namespace {

// Growing, so that a store that is slow is not kept slow by being asked.
constexpr auto try_again_first = std::chrono::milliseconds(50),
               try_again_max = std::chrono::milliseconds(500);
constexpr int conflicts_max = 8;
constexpr auto help_command = "帮助";

// What was once not heard of is handed on by reading the outbox: only the store knows whether and where it
// waits.
void leave_to_store(inquiry_end& end, const inbound& asked) {
  if (!asked.unheard) return;
  end.answer.reset();
  end.answer_may_be_stored = bucket_of(asked.resident.msisdn);
}

// Its carrier got no response and cannot get one any more, so it delivers the inquiry again, perhaps to
// another process: to go on with this one would only answer twice.
bool is_abandoned(const inbound& asked) { return asked.gone && asked.gone(); }

}  // namespace

inquiries::inquiries(inquiry_ports ports)
    : ports_(std::move(ports)),
      turns_(ports_.rt.executor()),
      cache_(ports_.settings.gateway.conversations_cached_max),
      floods_(ports_.settings.conversation.resident_per_minute),
      refused_(ports_.settings.outbox.redelivery_window, ports_.settings.gateway.max_inquiries_in_flight) {}

asio::awaitable<inquiry_end> inquiries::answer(smpp::pdu message, arrival_place place) {
  // 1. Who asks, and which of our numbers? What is no inquiry is settled without the store.
  auto read = read_inbound(message, place, ports_.settings);
  if (const auto* s = std::get_if<settled>(&read)) {
    spdlog::debug("{}: {} from {} is {}", place.link, smpp::name_of(message.id()),
                  masked(message.source_addr), s->why);
    if (s->inquiry)
      ports_.seen.inquiry(place.carrier->name,
                          s->command_status == smpp::esme::rok ? undecided::ignored : undecided::refused);
    inquiry_end end;
    end.command_status = s->command_status;
    end.receipt = s->receipt;
    co_return end;
  }
  inbound asked = std::move(std::get<inbound>(read));
  const auto until = ports_.rt.now() + ports_.settings.redis.hold;

  // 2. Two texts of one resident queue behind each other: each is decided on what the one before it left.
  auto key = asked.resident;
  const auto turn = co_await turns_.lock(std::move(key));
  know_again(asked);

  // 3. The carrier hears nothing until the inquiry is safe.
  auto end = co_await hold_until_safe(asked, until);
  leave_to_store(end, asked);
  co_return end;
}

// What was refused though the store may have it comes again under another sequence_number.
void inquiries::know_again(inbound& asked) {
  auto first = refused_.delivered_again(asked.arrival, ports_.rt.now());
  if (!first) return;
  asked.arrival = asked.parts.front().arrival = std::move(*first);
  asked.unheard = true;
}

// Until the carrier has read our ESME_ROK the store expects its arrivals again by another bind. What is or
// was refused got none yet.
void inquiries::leave_in_doubt(inquiry_end& end, const inbound& asked) const {
  end.resident = asked.resident;
  for (const auto& part : asked.parts) {
    const bool is_this = part.arrival == asked.arrival;
    if ((is_this && end.command_status != smpp::esme::rok) || refused_.waits(part.arrival)) continue;
    end.in_doubt.emplace_back(part.arrival, is_this ? asked.sequence_number : part.arrival.sequence_number);
  }
}

asio::awaitable<inquiry_end> inquiries::hold_until_safe(inbound& asked, time_point until) {
  const auto policy = asked.carrier->when_unavailable;
  smpp::backoff waits(try_again_first, try_again_max);
  while (!is_abandoned(asked)) {
    auto end = co_await make_safe(asked);
    if (end.has_value()) co_return std::move(*end);
    if (!may_heal(end.error()))
      spdlog::error("an inquiry of {} failed: {}", masked(asked.resident.msisdn), end.error().message());
    const bool in_time = ports_.rt.now() < until || policy == unavailable_policy::hold;
    if (!may_heal(end.error()) || !in_time || stopping_) break;
    const auto again = ports_.rt.now() + waits.next(ports_.rt.random());
    co_await ports_.rt.sleep_until(again);
  }
  // It is not safe with us, so it stays the carrier's: it is asked to deliver it again.
  ports_.seen.inquiry(asked.carrier->name, undecided::unavailable);
  inquiry_end end;
  end.command_status = smpp::esme::rx_t_appn;
  end.close_link = policy == unavailable_policy::close;
  if (asked.unheard) {
    const bool bind_goes_on = !end.close_link && !is_abandoned(asked);
    if (bind_goes_on) refused_.refused(asked.arrival, ports_.rt.now());
    leave_in_doubt(end, asked);
  }
  co_return end;
}

asio::awaitable<result<inquiry_end>> inquiries::make_safe(inbound& asked) {
  // A part of a long inquiry is stored before its own OK; the part that completes it goes on with all of
  // them.
  if (asked.assembly) {
    const auto added = co_await ports_.kept.add_part(*asked.assembly, asked.parts.front());
    if (added.has_error()) {
      asked.unheard = asked.unheard || added.error() == storage_errc::unknown_outcome;
      co_return added.error();
    }
    if (added->status != add_part_status::complete) {
      if (added->status == add_part_status::redelivered) co_return delivered_before(asked);
      co_return inquiry_end();
    }
    asked.parts = added->parts;
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
    auto decided = decide_for(asked, *directory, known.state);
    const auto by = ports_.fuses.any() ? ports_.sends_by(reply_to(asked)) : std::string();
    ports_.fuses.judge(decided, asked.resident, known.state, by, ports_.clock.now());
    auto commit = commit_of(asked, known, decided);

    // Remember and queue the answer in one atomic step, which also refuses a message that was delivered
    // before.
    auto answer = commit.answer;
    const auto begun = ports_.rt.now();
    auto done = co_await ports_.kept.commit(std::move(commit));
    if (done.has_error()) {
      asked.unheard = asked.unheard || done.error() == storage_errc::unknown_outcome;
      co_return done.error();
    }
    ports_.seen.store_took(ports_.rt.now() - begun);
    if (done->now != 0) ports_.clock.heard(done->now);
    if (done->status == commit_status::redelivered) {
      spdlog::info("{} delivered again what was answered before", asked.carrier->name);
      ports_.seen.inquiry(asked.carrier->name, undecided::redelivered);
      co_return delivered_before(asked);
    }
    known = done->actual;
    const auto ttl = std::chrono::milliseconds(ports_.settings.conversation.ttl).count();
    cache_.put(asked.resident, known, ports_.clock.now() + ttl);
    if (done->status == commit_status::conflict) {
      if (is_abandoned(asked)) break;
      continue;
    }

    count(asked, decided);
    ports_.fuses.count(decided.answer, decided.segments, by, ports_.clock.now());
    if (done->outbox_id.empty()) answer.reset();
    co_return committed(asked, std::move(answer), done->outbox_id);
  }
  co_return make_error_code(storage_errc::unavailable);
}

// Safe: the carrier may forget it, and the answer goes out.
inquiry_end inquiries::committed(const inbound& asked, std::optional<outbox_entry> answer,
                                 const std::string& outbox_id) const {
  inquiry_end end;
  if (answer) {
    answer->id = outbox_id;
    answer->mark = trace_mark(asked.resident, asked.parts.front().arrival);
  }
  end.answer = std::move(answer);
  leave_in_doubt(end, asked);
  return end;
}

inquiry_end inquiries::delivered_before(const inbound& asked) {
  inquiry_end told_ok;
  refused_.delivered_elsewhere(asked.arrival);
  leave_in_doubt(told_ok, asked);
  return told_ok;
}

void inquiries::count(const inbound& asked, const decision& decided) const {
  if (*asked.floods != flood_verdict::answer)
    return ports_.seen.inquiry(asked.carrier->name, undecided::flooded);
  ports_.seen.inquiry(asked.carrier->name, decided.result);
  ports_.seen.matched(decided.matched);
}

decision inquiries::decide_for(const inbound& asked, const snapshot& directory,
                               const conversation& now_at) const {
  const auto& words = ports_.wordings.at(asked.service->wording);
  if (*asked.floods != flood_verdict::answer) {
    decision too_many;
    too_many.next = now_at;
    too_many.result = outcome::notice;
    too_many.menu_extension = asked.menu_extension.value_or(0);
    reply_block notice;
    notice.text = words.too_often;
    too_many.answer.signature_name = words.sender_name;
    if (*asked.floods == flood_verdict::notice) {
      too_many.answer.blocks.push_back(std::move(notice));
      too_many.segments = 1;
    }
    return too_many;
  }
  const auto& limits = ports_.settings.conversation;
  reply_style style{words, asked.carrier->profile, limits.reply_segments_max, limits.segments_per_hour};
  const auto extension_digits = asked.carrier->extension_digits;
  style.menu_extensions.highest = highest_menu_extension(extension_digits);
  if (extension_digits != 0)
    style.menu_extensions.taken = taken_menu_extensions(
        ports_.settings.services, asked.parts.front().reply_to.source, extension_digits);
  inquiry what;
  what.menu_extension = asked.menu_extension;
  const auto read = text_of(asked);
  what.text = read.text;
  what.department = asked.department;
  what.now = ports_.clock.now();
  auto decided = decide(directory, now_at, what, style);
  if (!read.readable && decided.result == outcome::unknown) {
    // Nothing was made of octets that are no text: who sent them is told what can be texted.
    spdlog::info("{}: a text under data_coding {} cannot be read", asked.carrier->name,
                 asked.parts.front().data_coding);
    what.text = help_command;
    decided = decide(directory, now_at, what, style);
  }
  return decided;
}

inquiry_commit inquiries::commit_of(const inbound& asked, const stored_conversation& known,
                                    const decision& decided) const {
  inquiry_commit c;
  c.key = asked.resident;
  c.expected_revision = known.revision;
  c.next = decided.next;
  for (const auto& part : asked.parts) c.arrivals.push_back(part.arrival);
  c.parts = asked.assembly;
  c.departments = decided.departments;
  c.fused = decided.result == outcome::fused;
  c.day = day_of(ports_.clock.now(), ports_.settings.gateway.time_zone);
  c.process = ports_.process;
  add_notes(c, asked, decided, ports_.settings.traces);
  if (!decided.answer.empty()) {
    auto entry = reply_to(asked);
    entry.answer = decided.answer;
    entry.menu_extension = decided.menu_extension;
    // Details that are told to their end; what goes on with 更多 must stay the last that was said.
    entry.joins = decided.result == outcome::details && c.next.waiting.empty();
    entry.created = ports_.clock.now();
    c.answer = std::move(entry);
  }
  return c;
}

asio::awaitable<inquiry_end> inquiries::answer_incomplete(due_parts due) {
  auto asked = from_parts(due, ports_.settings);
  inquiry_end end;
  if (!asked) co_return end;
  auto key = asked->resident;
  const auto turn = co_await turns_.lock(std::move(key));
  auto done = co_await decide_and_commit(*asked);
  if (done.has_value()) end = std::move(*done);
  leave_to_store(end, *asked);
  co_return end;
}

void inquiries::stop() { stopping_ = true; }

}  // namespace duanwen
