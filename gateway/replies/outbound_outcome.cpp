// What became of a reply: accepted, refused for now or for good, or too old; and that into the store.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "config/addresses/msisdn.hpp"
#include "gateway/replies/booking.hpp"
#include "gateway/replies/outbound.hpp"
#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/status_lookup.hpp"

namespace duanwen {
std::vector<accepted_segment> outbound::completed(smpp::link& by, std::uint64_t id,
                                                  const smpp::pdu& response) {
  std::vector<accepted_segment> accepted;
  const auto found = in_flight_.extract(id);
  if (found.empty()) return accepted;
  const auto& out = found.mapped();
  if (out.multi() && response.command_status == smpp::esme::rinvcmdid) {
    spdlog::error("{}: knows no submit_multi, which is not tried again; set its submit_multi_max to 0",
                  out.carrier);
    lanes_.named(out.carrier)->takes_multi = false;
  }
  std::vector<std::string> recipients;
  for (const serial s : out.jobs) recipients.push_back(jobs_.at(s).entries.front().destination);
  const auto outcomes = outcomes_of(recipients, response, ports_.settings.gateway.country_code);
  tell_rate(out, outcomes);
  const bool asks = lanes_.named(out.carrier)->settings().registered_delivery;
  for (std::size_t i = 0; i < out.jobs.size(); ++i) {
    auto& job = jobs_.at(out.jobs[i]);
    if (asks && outcomes[i].command_status == smpp::esme::rok)
      accepted.push_back(job.receipt_for(out.segment));
    answered(out.jobs[i], out, outcomes[i], response.message_id);
  }
  // Not bound as it should be: bound anew, before anything else is tried.
  if (smpp::class_of_status(response.command_status) == smpp::outcome_class::fatal) by.stop();
  for (const serial s : out.jobs)
    if (jobs_.contains(s)) settle(s);
  return accepted;
}

void outbound::tell_rate(const submission& out, const std::vector<recipient_outcome>& outcomes) {
  std::size_t accepted = 0;
  bool throttled = false;
  for (const auto& what : outcomes) {
    const auto outcome = smpp::class_of_status(what.command_status);
    accepted += outcome == smpp::outcome_class::ok;
    throttled = throttled || outcome == smpp::outcome_class::throttle;
  }
  auto& rate = lanes_.named(out.carrier)->rate;
  const bool was_resting = rate.resting();
  const auto billed = jobs_.at(out.jobs.front()).segments.at(out.segment).billed;
  rate.answered(ports_.rt.now(), out.probe, throttled, accepted * billed);
  if (rate.resting() != was_resting)
    spdlog::warn("{}: {}", out.carrier,
                 was_resting ? "takes messages again" : "is too busy; everything to it rests");
}

void outbound::answered(serial s, const submission& out, recipient_outcome what,
                        const std::string& message_id) {
  if (what.command_status != smpp::esme::rok) return refused(s, out, what);
  const auto& carrier = lanes_.named(out.carrier)->settings();
  auto& job = jobs_.at(s);
  auto& segment = job.segments.at(out.segment);
  const auto price = out.multi() ? carrier.bulk_price_li : carrier.profile.segment_price_li;
  job.accept(segment, price);
  if (ports_.events.accepted)
    ports_.events.accepted(carrier, segment.submit.data_coding, segment.billed, segment.billed * price);
  if (ports_.events.named && !message_id.empty())
    ports_.events.named(carrier, job.entries.front(), segment, message_id);
}

void outbound::refused(serial s, const submission& out, recipient_outcome what) {
  auto& job = jobs_.at(s);
  job.segments.at(out.segment).state = segment_state::waiting;
  lanes_.drop(s);  // the rest waits until what is in flight has come back
  job.failure = out.carrier + " answered " + smpp::describe_status(what.command_status) + ": " +
                smpp::words_of_status(what.command_status);
  auto outcome = smpp::class_of_status(what.command_status);
  if (outcome == smpp::outcome_class::permanent && !what.its_own) {
    // What is wrong with a submit_multi need not be wrong with the message of each of its recipients.
    job.alone = true;
    outcome = smpp::outcome_class::retry;
  }
  if (job.failed != smpp::outcome_class::permanent) job.failed = outcome;
  spdlog::warn("{}: reply to {} was refused: {}", out.carrier, masked(job.entries.front().key.msisdn),
               smpp::describe_status(what.command_status));
}

void outbound::lost(std::uint64_t id) {
  const auto found = in_flight_.extract(id);
  if (found.empty()) return;
  lanes_.named(found.mapped().carrier)->rate.lost(ports_.rt.now(), found.mapped().probe);
  for (const serial s : found.mapped().jobs) {
    auto& job = jobs_.at(s);
    job.segments.at(found.mapped().segment).state = segment_state::waiting;
    if (!job.failed) job.failed = smpp::outcome_class::again;
    job.failure = "the link to " + found.mapped().carrier + " fell before it answered";
    lanes_.drop(s);
  }
  for (const serial s : found.mapped().jobs) settle(s);
}

void outbound::settle(serial s) {
  auto& job = jobs_.at(s);
  if (job.over || !job.none_in_flight()) return;
  if (job.all_accepted() || job.failed == smpp::outcome_class::permanent)
    finish(s);
  else if (job.failed)
    retry_later(s);
}

void outbound::retry_later(serial s) {
  auto& job = jobs_.at(s);
  lanes_.drop(s);  // what was not sent yet must not leave before the retry
  const auto delay =
      retry_delay(*std::exchange(job.failed, std::nullopt), ++job.attempts, ports_.settings.outbox);
  if (job.nothing_accepted()) unpack(job);
  release(job);
  wait_until(s, ports_.rt.now() + std::min(delay, time_left(job)));
}

// Until its last moment; then it is looked at once more, and given up.
std::chrono::milliseconds outbound::time_left(const outbound_job& job) const {
  const std::chrono::milliseconds waited(ports_.clock.now() - job.entries.front().created);
  const std::chrono::milliseconds left = ports_.settings.outbox.reply_validity - waited;
  return std::max(left + std::chrono::milliseconds(1), std::chrono::milliseconds(0));
}

void outbound::give_up_expired() {
  std::vector<serial> expired;
  for (const auto& l : lanes_)
    for (const serial s : l.line.all())
      if (time_left(jobs_.at(s)).count() == 0) expired.push_back(s);
  for (const serial s : expired) give_up(s, too_old);
}

void outbound::give_up(serial s, std::string reason) {
  auto& job = jobs_.at(s);
  if (job.joined == 0) join(job, 1);
  job.failure = job.failure.empty() ? std::move(reason) : reason + "; at last " + job.failure;
  finish(s);
}

void outbound::finish(serial s) {
  auto& job = jobs_.at(s);
  job.over = true;
  lanes_.drop(s);
  auto f = finish_of(job);
  f.process = ports_.process;
  f.proven_read = ports_.proofs.take(f.key);
  f.day = day_of(ports_.clock.now(), ports_.settings.gateway.time_zone);
  const auto& events = ports_.events;
  const auto& last = job.carrier.empty() ? job.entries.front().carrier : job.carrier;
  for (const auto& one : f.replies)
    if (events.over) events.over(last, one.dead_reason.empty(), one.dead_reason.starts_with(too_old));
  for (const auto& b : f.bookings)
    if (events.saved && b.saved_li != 0) events.saved(b.saved_li);
  ends_.record(std::move(f), [this, s] { forget(s); });
}

void outbound::forget(serial s) {
  auto& job = jobs_.at(s);
  const auto key = job.entries.front().key;
  release(job);
  for (std::size_t i = 0; i < job.joined; ++i) known_.erase(identity(job.entries[i]));
  outbound_job rest;
  rest.entries.assign(job.entries.begin() + static_cast<std::ptrdiff_t>(job.joined), job.entries.end());
  if (rest.entries.empty()) {
    residents_.erase(key);
    jobs_.erase(s);
  } else {
    job = std::move(rest);
    begin(s);
  }
  ports_.room_again(bucket_of(key.msisdn));
}

void outbound::forget_waiting() {
  for (auto at = jobs_.begin(); at != jobs_.end();) {
    auto& [s, job] = *at;
    const auto key = job.entries.front().key;
    const auto kept = job.over || !job.none_in_flight() ? job.joined : 0;
    for (; job.entries.size() > kept; job.entries.pop_back()) known_.erase(identity(job.entries.back()));
    if (kept != 0) {
      ++at;
      continue;
    }
    lanes_.drop(s);
    release(job);
    residents_.erase(key);
    at = jobs_.erase(at);
  }
}

}  // namespace duanwen
