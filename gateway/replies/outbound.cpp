#include "gateway/replies/outbound.hpp"

#include <algorithm>
#include <boost/container_hash/hash.hpp>

#include "gateway/runtime/sleep.hpp"

namespace duanwen {
namespace {

constexpr auto look_for_expired = std::chrono::minutes(1);

// Of what would have to be the same for two residents to be told it in one submit_multi; never 0.
std::uint64_t text_of(const outbox_entry& e) {
  std::size_t hash = 1;
  boost::hash_combine(hash, e.source);
  boost::hash_combine(hash, e.menu_extension);
  boost::hash_combine(hash, e.answer.signature_name);
  for (const auto& block : e.answer.blocks) boost::hash_combine(hash, block.text);
  return hash | 1;
}

}  // namespace

outbound::outbound(outbound_ports ports)
    : ports_(std::move(ports)),
      lanes_(ports_.settings.routes),
      ends_(recorder_ports()),
      time_changed_(ports_.rt.executor()) {}

end_recorder_ports outbound::recorder_ports() {
  return {ports_.rt, ports_.store, ports_.settings.outbox.unrecorded_max,
          [this] { wake_at(ports_.rt.now()); }, ports_.events.stored};
}

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

// A reply of which nothing has begun to leave; nothing is packed with it any more.
std::optional<outbound::untouched_reply> outbound::untouched(const conversation_key& resident,
                                                             const std::string& id) {
  const auto found = residents_.find(resident);
  if (found == residents_.end()) return std::nullopt;
  auto& job = jobs_.at(found->second);
  const auto entry =
      std::find_if(job.entries.begin(), job.entries.end(), [&](const auto& e) { return e.id == id; });
  if (entry == job.entries.end() || job.over || !job.none_in_flight() || !job.nothing_accepted())
    return std::nullopt;
  unpack(job);
  return untouched_reply{found->second, entry};
}

bool outbound::withdraw(const conversation_key& resident, const std::string& id) {
  const auto found = untouched(resident, id);
  if (!found) return false;
  auto& job = jobs_.at(found->job);
  std::rotate(job.entries.begin(), found->entry,
              found->entry + 1);  // it is finished alone, before the others
  job.due = time_point{};
  job.failure.clear();
  give_up(found->job, "cancelled by the carrier");
  return true;
}

std::optional<outbox_entry> outbound::take_out(const conversation_key& resident, const std::string& id) {
  const auto found = untouched(resident, id);
  if (!found) return std::nullopt;
  auto& job = jobs_.at(found->job);
  auto taken = std::move(*found->entry);
  job.entries.erase(found->entry);
  lanes_.drop(found->job);
  release(job);
  if (job.entries.empty()) {
    residents_.erase(resident);
    jobs_.erase(found->job);
  } else if (job.due == time_point{}) {
    begin(found->job);  // else the others wait for their time as before
  }
  return taken;
}

void outbound::readmit(const conversation_key& resident, const std::string& id) {
  known_.erase(identity(resident, id));
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
    release(jobs_.at(s));
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
  auto next_look = ports_.rt.now() + look_for_expired;
  while (!stopping_) {
    const auto until = std::min(next_wake_, next_look);
    co_await sleep_until(ports_.rt, until, time_changed_);
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
  ends_.stop(ports_.rt.now() + ports_.settings.gateway.stop_timeout);
  time_changed_.notify();
}

}  // namespace duanwen
