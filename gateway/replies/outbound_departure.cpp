// How replies leave by a carrier: who goes next and who with them, and their parts one by one.
#include <algorithm>
#include <utility>

#include "gateway/replies/outbound.hpp"

namespace duanwen {
namespace {

bool same_source(const outbox_entry& a, const outbox_entry& b) {
  return a.source == b.source && a.menu_extension == b.menu_extension && a.source_ton == b.source_ton &&
         a.source_npi == b.source_npi;
}

}  // namespace

// Who goes next, and who with them. A reply that may go at once goes alone, since nobody else waits then.
bool outbound::depart(lane& l) {
  const auto first = l.line.next();
  if (!first || !l.carrier->with_room("")) return false;
  auto& leader = jobs_.at(*first);
  const std::size_t at_once = l.takes_multi ? l.settings().submit_multi_max : 1;
  auto together = l.line.same_text(*first, std::min(at_once, l.rate.at_once_max()));
  if (!l.rate.may_send(ports_.rt.now(), together.size())) {
    wake_at(l.rate.next(ports_.rt.now(), together.size()));
    return false;
  }
  l.line.leaves(*first);
  load(l, leader);
  l.leaving = departure();
  l.leaving.jobs.push_back(*first);
  const auto by_rate = std::max<std::size_t>(l.rate.at_once_max() / leader.segments.front().billed, 1);
  const auto by_record = std::max<std::size_t>(ports_.settings.outbox.unrecorded_max / leader.joined, 1);
  together.resize(std::min({together.size(), by_rate, by_record}));
  for (const serial s : together) {
    if (s == *first || !load_like(l, jobs_.at(s), leader)) continue;
    l.line.erase(s);
    l.leaving.jobs.push_back(s);
  }
  return true;
}

// Packed when it leaves: what came while it waited joins it, by the tariff of the carrier that takes it.
void outbound::load(const lane& l, outbound_job& job) {
  if (!job.segments.empty() && job.carrier == l.settings().name) return;
  if (job.joined == 0) join(job, joinable_by(l, job));
  pack_for(job, l.settings(), static_cast<std::uint16_t>(ports_.rt.random()));
}

std::size_t outbound::joinable_by(const lane& l, const outbound_job& job) const {
  const auto segments_max = ports_.settings.conversation.reply_segments_max;
  return std::min<std::size_t>(joinable(job.entries, l.settings().profile, segments_max),
                               ports_.settings.outbox.unrecorded_max);
}

bool outbound::load_like(const lane& l, outbound_job& job, const outbound_job& other) {
  const auto count = joinable_by(l, job);
  if (!same_source(job.entries.front(), other.entries.front()) ||
      joined_answer(job.entries, count) != joined_answer(other.entries, other.joined))
    return false;
  join(job, count);
  pack_like(job, other, l.settings());
  return true;
}

// Whom the next segment of a departure that anybody needs goes to; nobody: it is over.
std::vector<outbound::serial> outbound::next_part(departure& d) const {
  std::vector<serial> to;
  while (!d.jobs.empty() && to.empty() && d.next_segment < jobs_.at(d.jobs.front()).segments.size()) {
    for (const serial s : d.jobs)
      if (jobs_.at(s).segments[d.next_segment].state == segment_state::waiting) to.push_back(s);
    if (to.empty()) ++d.next_segment;
  }
  return to;
}

// False: it has to wait for the window, the rate or the store.
bool outbound::send_part(lane& l) {
  const auto to = next_part(l.leaving);
  if (to.empty()) {
    l.leaving = departure();
    return true;
  }
  const auto& first = jobs_.at(to.front());
  // The link by which the inquiry came: its response to the reply proves that ours to the inquiry was read.
  const auto& in_doubt = first.entries.front().in_doubt;
  smpp::link* by = l.carrier->with_room(in_doubt.empty() ? std::string() : in_doubt.front().link);
  if (!by) return false;
  const auto billed = first.segments[l.leaving.next_segment].billed * to.size();
  if (!l.rate.may_send(ports_.rt.now(), billed)) {
    wake_at(l.rate.next(ports_.rt.now(), billed));
    return false;
  }
  if (!may_begin(to)) return false;
  submit(l, *by, to, l.rate.sent(billed));
  return true;
}

// What has begun goes on to its end, so only those count of which nothing was sent.
bool outbound::may_begin(const std::vector<serial>& to) {
  std::size_t fresh = 0;
  for (const serial s : to)
    if (jobs_.at(s).unrecorded == 0) fresh += jobs_.at(s).joined;
  return ends_.may_begin(fresh);
}

void outbound::release(outbound_job& job) { ends_.release(std::exchange(job.unrecorded, 0)); }

void outbound::submit(lane& l, smpp::link& by, const std::vector<serial>& to, bool probe) {
  submission out;
  out.probe = probe;
  out.jobs = to;
  out.segment = l.leaving.next_segment++;
  out.carrier = l.settings().name;
  std::vector<const smpp::pdu*> submits;
  for (const serial s : to) {
    auto& job = jobs_.at(s);
    auto& segment = job.segments[out.segment];
    segment.state = segment_state::sent;
    if (job.unrecorded == 0) ends_.sent(job.unrecorded = job.joined);
    submits.push_back(&segment.submit);
    for (; job.left < job.joined; ++job.left)
      if (ports_.events.left) ports_.events.left(l.settings(), job.entries[job.left]);
  }
  auto request = out.multi() ? as_submit_multi(submits) : *submits.front();
  const auto id = next_submission_++;
  in_flight_.emplace(id, std::move(out));
  by.submit(std::move(request), {smpp::request_owner::replies, id});
}

}  // namespace duanwen
