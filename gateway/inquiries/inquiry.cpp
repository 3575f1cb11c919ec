#include "gateway/inquiries/inquiry.hpp"

#include <spdlog/spdlog.h>

#include "config/addresses/msisdn.hpp"
#include "config/addresses/texted_number.hpp"
#include "gateway/inquiries/decide_text.hpp"
#include "gateway/inquiries/trace.hpp"
#include "gateway/runtime/backoff.hpp"
#include "gateway/smpp/pdu/command_status.hpp"

namespace duanwen {
namespace {

// Growing, so that a store that is slow is not kept slow by being asked.
constexpr auto try_again_first = std::chrono::milliseconds(50),
               try_again_max = std::chrono::milliseconds(500);
constexpr int conflicts_max = 8;

// A commit of unknown outcome is handed on by reading the outbox: only the store knows whether and where its
// reply waits.
void leave_to_store(inquiry_end& end, const inbound& inquiry) {
  if (!inquiry.unknown_outcome) return;
  end.answer.reset();
  end.answer_may_be_stored = bucket_of(inquiry.resident.msisdn);
}

// Its carrier got no response and cannot get one any more, so it delivers the inquiry again, perhaps to
// another process: to go on with this one would only answer twice.
bool is_abandoned(const inbound& inquiry) { return inquiry.gone && inquiry.gone(); }

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
    if (s->counted) ports_.metrics.inquiry(place.carrier->name, *s->counted);
    inquiry_end end;
    end.command_status = s->command_status;
    end.receipt = s->receipt;
    co_return end;
  }
  inbound inquiry = std::move(std::get<inbound>(read));
  const auto until = ports_.rt.now() + ports_.settings.redis.hold;

  // 2. Two texts of one resident queue behind each other: each is decided on what the one before it left.
  auto key = inquiry.resident;
  const auto turn = co_await turns_.lock(std::move(key));
  know_again(inquiry);

  // 3. The carrier hears nothing until the inquiry is safe.
  auto end = co_await hold_until_safe(inquiry, until);
  leave_to_store(end, inquiry);
  co_return end;
}

// What was refused though the store may have it comes again under another sequence_number.
void inquiries::know_again(inbound& inquiry) {
  auto first = refused_.delivered_again(inquiry.arrival, ports_.rt.now());
  if (!first) return;
  inquiry.arrival = inquiry.parts.front().arrival = std::move(*first);
  inquiry.unknown_outcome = true;
}

// Until the carrier has read our ESME_ROK the store expects its arrivals again by another bind. What is or
// was refused got none yet.
void inquiries::leave_in_doubt(inquiry_end& end, const inbound& inquiry) const {
  end.resident = inquiry.resident;
  for (const auto& part : inquiry.parts) {
    const bool is_this = part.arrival == inquiry.arrival;
    if ((is_this && end.command_status != smpp::esme::rok) || refused_.waits(part.arrival)) continue;
    end.in_doubt.emplace_back(part.arrival, is_this ? inquiry.sequence_number : part.arrival.sequence_number);
  }
}

asio::awaitable<inquiry_end> inquiries::hold_until_safe(inbound& inquiry, time_point until) {
  const auto policy = inquiry.carrier->when_unavailable;
  backoff waits(try_again_first, try_again_max);
  while (!is_abandoned(inquiry)) {
    auto end = co_await make_safe(inquiry);
    if (end.has_value()) co_return std::move(*end);
    if (!may_heal(end.error()))
      spdlog::error("an inquiry of {} failed: {}", masked(inquiry.resident.msisdn), end.error().message());
    const bool in_time = ports_.rt.now() < until || policy == unavailable_policy::hold;
    if (!may_heal(end.error()) || !in_time || stopping_) break;
    const auto again = ports_.rt.now() + waits.next(ports_.rt.random());
    co_await ports_.rt.sleep_until(again);
  }
  // It is not safe with us, so it stays the carrier's: it is asked to deliver it again.
  ports_.metrics.inquiry(inquiry.carrier->name, undecided::unavailable);
  inquiry_end end;
  end.command_status = smpp::esme::rx_t_appn;
  end.close_link = policy == unavailable_policy::close;
  if (inquiry.unknown_outcome) {
    const bool bind_goes_on = !end.close_link && !is_abandoned(inquiry);
    if (bind_goes_on) refused_.refused(inquiry.arrival, ports_.rt.now());
    leave_in_doubt(end, inquiry);
  }
  co_return end;
}

asio::awaitable<result<inquiry_end>> inquiries::make_safe(inbound& inquiry) {
  // A part of a long inquiry is stored before its own OK; the part that completes it goes on with all of
  // them.
  if (inquiry.assembly) {
    const auto added = co_await ports_.store.add_part(*inquiry.assembly, inquiry.parts.front());
    if (added.has_error()) {
      inquiry.unknown_outcome = inquiry.unknown_outcome || added.error() == storage_errc::unknown_outcome;
      co_return added.error();
    }
    if (added->status != add_part_status::complete) {
      if (added->status == add_part_status::redelivered) co_return delivered_before(inquiry);
      co_return inquiry_end();
    }
    inquiry.parts = added->parts;
  }
  co_return co_await decide_and_commit(inquiry);
}

asio::awaitable<result<inquiry_end>> inquiries::decide_and_commit(inbound& inquiry) {
  // Counted once, however often the store has to be asked.
  if (!inquiry.floods) inquiry.floods = floods_.judge(inquiry.resident, ports_.clock.now());

  // Where does this resident stand? What we remember is enough: the commit says when somebody else knows
  // better.
  auto known = cache_.get(inquiry.resident, ports_.clock.now());
  for (int attempt = 0; attempt < conflicts_max; ++attempt) {
    const auto directory = ports_.directory();
    if (!directory) co_return make_error_code(storage_errc::unavailable);

    // Decide. Pure: no clock, no store, no socket.
    auto decided = decide_for(inquiry, *directory, known.state);
    const auto by = ports_.fuses.any() ? ports_.sends_by(reply_to(inquiry)) : std::string();
    ports_.fuses.judge(decided, inquiry.resident, known.state, by, ports_.clock.now());
    auto commit = commit_of(inquiry, known, decided);

    // Remember and queue the answer in one atomic step, which also refuses a message that was delivered
    // before.
    auto answer = commit.answer;
    const auto begun = ports_.rt.now();
    auto done = co_await ports_.store.commit(std::move(commit));
    if (done.has_error()) {
      inquiry.unknown_outcome = inquiry.unknown_outcome || done.error() == storage_errc::unknown_outcome;
      co_return done.error();
    }
    ports_.metrics.store_took(ports_.rt.now() - begun);
    if (done->now != 0) ports_.clock.heard(done->now);
    if (done->status == commit_status::redelivered) {
      spdlog::info("{} delivered again what was answered before", inquiry.carrier->name);
      ports_.metrics.inquiry(inquiry.carrier->name, undecided::redelivered);
      co_return delivered_before(inquiry);
    }
    known = done->actual;
    const auto ttl = std::chrono::milliseconds(ports_.settings.conversation.ttl).count();
    cache_.put(inquiry.resident, known, ports_.clock.now() + ttl);
    if (done->status == commit_status::conflict) {
      if (is_abandoned(inquiry)) break;
      continue;
    }

    count(inquiry, decided);
    ports_.fuses.count(decided.answer, decided.segments, by, ports_.clock.now());
    if (done->outbox_id.empty()) answer.reset();
    auto end = committed(inquiry, std::move(answer), done->outbox_id);
    end.receipt = receipt_in(inquiry);
    co_return end;
  }
  co_return make_error_code(storage_errc::unavailable);
}

// Safe: the carrier may forget it, and the answer goes out.
inquiry_end inquiries::committed(const inbound& inquiry, std::optional<outbox_entry> answer,
                                 const std::string& outbox_id) const {
  inquiry_end end;
  if (answer) {
    answer->id = outbox_id;
    answer->mark = trace_mark(inquiry.resident, inquiry.parts.front().arrival);
  }
  end.answer = std::move(answer);
  leave_in_doubt(end, inquiry);
  return end;
}

inquiry_end inquiries::delivered_before(const inbound& inquiry) {
  inquiry_end told_ok;
  refused_.delivered_elsewhere(inquiry.arrival);
  leave_in_doubt(told_ok, inquiry);
  return told_ok;
}

void inquiries::count(const inbound& inquiry, const decision& decided) const {
  if (*inquiry.floods != flood_verdict::answer)
    return ports_.metrics.inquiry(inquiry.carrier->name, undecided::flooded);
  if (receipt_in(inquiry)) return;
  ports_.metrics.inquiry(inquiry.carrier->name, decided.result);
  ports_.metrics.matched(decided.matched);
}

decision inquiries::decide_for(const inbound& inquiry, const snapshot& directory,
                               const conversation& now_at) const {
  const auto& words = ports_.wordings.at(inquiry.service->wording);
  if (*inquiry.floods != flood_verdict::answer) {
    decision too_many;
    too_many.next = now_at;
    too_many.result = outcome::notice;
    too_many.menu_extension = inquiry.menu_extension.value_or(0);
    reply_block notice;
    notice.text = words.too_often;
    too_many.answer.signature_name = words.sender_name;
    if (*inquiry.floods == flood_verdict::notice) {
      too_many.answer.blocks.push_back(std::move(notice));
      too_many.segments = 1;
    }
    return too_many;
  }
  const auto& limits = ports_.settings.conversation;
  reply_style style{words, inquiry.carrier->profile, limits.reply_segments_max, limits.segments_per_hour};
  style.repeats_within_s = static_cast<std::uint32_t>(limits.repeats_within.count());
  const auto extension_digits = inquiry.carrier->extension_digits;
  style.menu_extensions.highest = highest_menu_extension(extension_digits);
  if (extension_digits != 0)
    style.menu_extensions.taken = taken_menu_extensions(
        ports_.settings.services, inquiry.parts.front().reply_to.source, extension_digits);
  duanwen::inquiry to_decide;
  to_decide.menu_extension = inquiry.menu_extension;
  to_decide.department = inquiry.department;
  to_decide.now = ports_.clock.now();
  return decide_text(inquiry, directory, now_at, std::move(to_decide), style);
}

inquiry_commit inquiries::commit_of(const inbound& inquiry, const stored_conversation& known,
                                    const decision& decided) const {
  inquiry_commit c;
  c.key = inquiry.resident;
  c.expected_revision = known.revision;
  c.next = decided.next;
  for (const auto& part : inquiry.parts) c.arrivals.push_back(part.arrival);
  c.parts = inquiry.assembly;
  c.departments = decided.departments;
  c.fused = decided.result == outcome::fused;
  c.day = day_of(ports_.clock.now(), ports_.settings.gateway.time_zone);
  c.process = ports_.process;
  add_notes(c, inquiry, decided, ports_.settings.traces);
  if (!decided.answer.empty()) {
    auto entry = reply_to(inquiry);
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
  auto inquiry = from_parts(due, ports_.settings);
  inquiry_end end;
  if (!inquiry) co_return end;
  auto key = inquiry->resident;
  const auto turn = co_await turns_.lock(std::move(key));
  auto done = co_await decide_and_commit(*inquiry);
  if (done.has_value()) end = std::move(*done);
  leave_to_store(end, *inquiry);
  co_return end;
}

void inquiries::stop() { stopping_ = true; }

}  // namespace duanwen
