#include "gateway/outbound.hpp"

#include <algorithm>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/container_hash/hash.hpp>

namespace duanwen {
namespace {

constexpr auto look_for_expired = std::chrono::minutes(1);

// Of what would have to be the same for two residents to be told it in one submit_multi; never 0.
std::uint64_t text_of(const outbox_entry& e) {
  std::size_t hash = 1;
  boost::hash_combine(hash, e.source);
  boost::hash_combine(hash, e.answer.signature_name);
  for (const auto& block : e.answer.blocks) boost::hash_combine(hash, block.text);
  return hash | 1;
}

bool same_source(const outbox_entry& a, const outbox_entry& b) {
  return a.source == b.source && a.source_ton == b.source_ton && a.source_npi == b.source_npi;
}

}  // namespace

outbound::outbound(outbound_ports ports)
    : ports_(std::move(ports)), lanes_(ports_.settings.routes), time_changed_(ports_.rt.executor()) {}

void outbound::add_carrier(smpp::supervisor& carrier) { lanes_.add(carrier); }

offer_result outbound::offer(outbox_entry entry, bool waited_in_store) {
  auto id = identity(entry);
  if (known_.contains(id)) return offer_result::known;
  const std::size_t most = ports_.settings.outbox.in_memory_max;
  if (known_.size() >= (waited_in_store ? most - most / 4 : most)) return offer_result::full;
  known_.insert(std::move(id));
  const auto [place, is_first] = residents_.try_emplace(entry.key, next_serial_);
  next_serial_ += is_first;
  const serial s = place->second;
  auto& job = jobs_[s];
  if (is_first) job.yields = waited_in_store;
  job.entries.push_back(std::move(entry));
  // What waits joins when it leaves; all that can change here is that waiting on purpose has become useless.
  if (is_first || (job.gathers && !worth_gathering(job))) begin(s);
  return offer_result::taken;
}

// Only details can be joined by others, and only as long as nothing else stands behind them.
bool outbound::worth_gathering(const outbound_job& job) const {
  const auto& first = job.entries.front();
  return first.joins && std::all_of(job.entries.begin() + 1, job.entries.end(),
                                    [&](const auto& e) { return may_join(first, e); });
}

void outbound::begin(serial s) {
  auto& job = jobs_.at(s);
  job.place = next_place_++;
  const auto waited = ports_.clock.now() - job.entries.front().created;
  const auto left = ports_.settings.conversation.batch_window - std::chrono::milliseconds(waited);
  job.gathers = left.count() > 0 && worth_gathering(job);
  if (job.gathers)
    wait_until(s, ports_.rt.now() + left);
  else
    make_ready(s);
}

bool outbound::waits(const conversation_key& resident, const std::string& id) const {
  return known_.contains(identity(resident, id));
}

bool outbound::withdraw(const conversation_key& resident, const std::string& id) {
  const auto found = residents_.find(resident);
  if (found == residents_.end()) return false;
  auto& job = jobs_.at(found->second);
  const auto entry =
      std::find_if(job.entries.begin(), job.entries.end(), [&](const auto& e) { return e.id == id; });
  if (entry == job.entries.end() || job.over || !job.none_in_flight() || !job.nothing_accepted())
    return false;
  unpack(job);
  std::rotate(job.entries.begin(), entry, entry + 1);  // it is finished alone, before the others
  job.due = time_point{};
  job.failure.clear();
  give_up(found->second, "cancelled by the carrier");
  return true;
}

void outbound::make_ready(serial s) {
  auto& job = jobs_.at(s);
  job.due = time_point{};
  job.gathers = false;
  if (job.entries.front().answer.empty()) return give_up(s, "it says nothing");
  if (time_left(job).count() == 0) return give_up(s, too_old);
  if (lane* l = lanes_.choose(job.entries.front(), ports_.rt.now())) {
    queue_at(*l, s);
    pump_lane(*l);
  } else {
    job.failure = "no carrier is configured for it";
    job.failed = smpp::outcome_class::retry;
    retry_later(s);
  }
}

void outbound::queue_at(lane& l, serial s) {
  const auto& job = jobs_.at(s);
  waiting_line::waiter w;
  w.place = job.place;
  const bool may_be_bulk = l.takes_multi && !job.alone && job.segments.empty();
  w.yields = job.yields;
  w.text = may_be_bulk ? text_of(job.entries.front()) : 0;
  l.line.push(s, w);
}

std::string outbound::sends_by(const outbox_entry& entry) {
  const lane* l = lanes_.choose(entry, ports_.rt.now());
  return l ? l->settings().name : std::string();
}

void outbound::pump() {
  for (auto& l : lanes_) pump_lane(l);
}

void outbound::pump_lane(lane& l) {
  if (l.line.empty() && l.leaving.jobs.empty()) return;
  const bool may_wait = l.worth_waiting_for(ports_.rt.now());
  if (!may_wait) hand_over(l);
  if (!l.carrier->bound()) {
    if (may_wait) wake_at(l.carrier->down_since() + l.settings().failover);
    return;
  }
  while (!stopping_ && ports_.lease_held()) {
    if (l.leaving.jobs.empty() && (l.paused || !depart(l))) return;
    if (!send_part(l)) return;
  }
}

void outbound::hand_over(lane& l) {
  if (!lanes_.another_takes_replies(l)) return;  // then they wait here as well as anywhere
  // What has begun to leave by a paused carrier leaves by it to its end.
  std::vector<serial> waiting;
  if (!l.carrier->bound()) waiting = std::exchange(l.leaving, departure()).jobs;
  for (const serial s : l.line.all()) waiting.push_back(s);
  for (const serial s : waiting) {
    l.line.erase(s);
    queue_at(*lanes_.choose(jobs_.at(s).entries.front(), ports_.rt.now()), s);
  }
  for (auto& other : lanes_)
    if (&other != &l && other.takes_replies()) pump_lane(other);
}

bool outbound::set_paused(const std::string& carrier, bool paused) {
  lane* l = lanes_.named(carrier);
  if (!l) return false;
  l->paused = paused;
  pump_lane(*l);
  return true;
}

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
  const auto recipients_max = std::max<std::size_t>(l.rate.at_once_max() / leader.segments.front().billed, 1);
  together.resize(std::min(together.size(), recipients_max));
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
  const auto segments_max = ports_.settings.conversation.reply_segments_max;
  if (job.joined == 0) join(job, joinable(job.entries, l.settings().profile, segments_max));
  pack_for(job, l.settings(), static_cast<std::uint16_t>(ports_.rt.random()));
}

bool outbound::load_like(const lane& l, outbound_job& job, const outbound_job& other) {
  const auto& settings = l.settings();
  const auto count = joinable(job.entries, settings.profile, ports_.settings.conversation.reply_segments_max);
  if (!same_source(job.entries.front(), other.entries.front()) ||
      joined_answer(job.entries, count) != joined_answer(other.entries, other.joined))
    return false;
  join(job, count);
  pack_like(job, other, settings);
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

// False: it has to wait for the window or the rate.
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
  submit(l, *by, to, l.rate.sent(billed));
  return true;
}

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
    submits.push_back(&segment.submit);
    for (; job.left < job.joined; ++job.left)
      if (ports_.events.left) ports_.events.left(l.settings(), job.entries[job.left]);
  }
  auto request = out.multi() ? as_submit_multi(submits) : *submits.front();
  const auto token = next_token_++;
  in_flight_.emplace(token, std::move(out));
  by.submit(std::move(request), token);
}

void outbound::wait_until(serial s, time_point when) {
  jobs_.at(s).due = when;
  later_.emplace(when, s);
  wake_at(when);
}

void outbound::wake_at(time_point when) {
  if (when >= next_wake_) return;
  next_wake_ = when;
  time_changed_.notify();
}

asio::awaitable<void> outbound::run() {
  using namespace asio::experimental::awaitable_operators;
  auto next_look = ports_.rt.now() + look_for_expired;
  while (!stopping_) {
    const auto until = std::min(next_wake_, next_look);
    co_await (ports_.rt.sleep_until(until) || time_changed_.wait());
    next_wake_ = time_point::max();
    const auto now = ports_.rt.now();
    if (now >= next_look) {
      next_look = now + look_for_expired;
      give_up_expired();
    }
    while (!later_.empty() && later_.begin()->first <= now) {
      const auto [due, s] = *later_.begin();
      later_.erase(later_.begin());
      const auto job = jobs_.find(s);
      if (job != jobs_.end() && job->second.due == due) make_ready(s);
    }
    if (!later_.empty()) next_wake_ = later_.begin()->first;
    pump();
  }
}

void outbound::stop() {
  stopping_ = true;
  time_changed_.notify();
}

}  // namespace duanwen
