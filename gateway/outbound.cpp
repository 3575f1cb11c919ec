#include "gateway/outbound.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>

#include "config/msisdn.hpp"
#include "gateway/booking.hpp"
#include "gateway/smpp/command_status.hpp"

namespace duanwen {
namespace {

constexpr std::uint64_t segments_a_job = 256;  // a token is serial × this + segment
constexpr auto throttle_pause = std::chrono::seconds(1);
constexpr auto store_retry = std::chrono::milliseconds(200);

std::string identity(const conversation_key& key, const std::string& id) {
  return std::to_string(bucket_of(key.msisdn)) + '-' + id;
}
std::string identity(const outbox_entry& e) { return identity(e.key, e.id); }

}  // namespace

outbound::outbound(outbound_ports ports)
    : ports_(std::move(ports)), lanes_(ports_.settings.routes), time_changed_(ports_.rt.executor()) {}

void outbound::add_carrier(smpp::supervisor& carrier) { lanes_.add(carrier); }

bool outbound::offer(outbox_entry entry) {
  const auto id = identity(entry);
  if (by_id_.contains(id)) return true;
  if (jobs_.size() >= ports_.settings.outbox.in_memory_max) return false;
  const serial s = next_serial_++;
  by_id_.emplace(id, s);
  auto& queue = residents_[entry.key];
  queue.push_back(s);
  outbound_job job;
  job.entry = std::move(entry);
  jobs_.emplace(s, std::move(job));
  if (queue.front() == s) make_ready(s);
  return true;
}

bool outbound::waits(const conversation_key& resident, const std::string& id) const {
  return by_id_.contains(identity(resident, id));
}

bool outbound::withdraw(const conversation_key& resident, const std::string& id) {
  const auto found = by_id_.find(identity(resident, id));
  if (found == by_id_.end()) return false;
  const serial s = found->second;
  auto& job = jobs_.at(s);
  const bool begun = job.over || !job.none_in_flight() || !job.none_accepted();
  if (begun || residents_.at(resident).front() != s) return false;
  std::erase_if(retries_, [s](const auto& retry) { return retry.second == s; });
  lanes_.drop(s);
  job.failure = "cancelled by the carrier";
  finish(s);
  return true;
}

void outbound::make_ready(serial s) {
  auto& job = jobs_.at(s);
  if (expired(job)) {
    job.failure = "not accepted by a carrier within outbox.reply_validity_s";
    finish(s);
    return;
  }
  if (lane* l = lanes_.choose(job.entry, ports_.rt.now())) {
    l->ready.push_back(s);
    pump_lane(*l);
  } else {
    job.failure = "no carrier is configured for it";
    retry_later(s);
  }
}

void outbound::pump() {
  for (auto& l : lanes_) pump_lane(l);
}

void outbound::pump_lane(lane& l) {
  if (l.ready.empty()) return;
  if (!l.worth_waiting_for(ports_.rt.now())) return hand_over(l);
  if (!l.carrier->bound()) wake_at(l.carrier->down_since() + l.settings().failover);
  while (!l.ready.empty() && !stopping_ && ports_.lease_held()) {
    if (!l.rate.may_send(ports_.rt.now())) {
      wake_at(l.rate.next(ports_.rt.now()));
      return;
    }
    const serial s = l.ready.front();
    auto& job = jobs_.at(s);
    const bool failing = !job.failure.empty();  // the rest waits until what is in flight has come back
    if (!failing && !send_next(l, s)) return;
    if (failing || !job.next_waiting()) l.ready.pop_front();
  }
}

void outbound::hand_over(lane& l) {
  if (!lanes_.another_is_bound(l)) return;  // then they wait here as well as anywhere
  std::deque<serial> waiting;
  waiting.swap(l.ready);
  for (const serial s : waiting) lanes_.choose(jobs_.at(s).entry, ports_.rt.now())->ready.push_back(s);
  for (auto& other : lanes_)
    if (other.carrier->bound()) pump_lane(other);
}

bool outbound::send_next(lane& l, serial s) {
  auto& job = jobs_.at(s);
  // The link by which the inquiry came: its response to the reply proves that ours to the inquiry was read.
  const auto& in_doubt = job.entry.in_doubt;
  smpp::link* by = l.carrier->with_room(in_doubt.empty() ? std::string() : in_doubt.front().link);
  if (!by) return false;
  if (job.carrier != l.settings().name)
    encode_for(job, l.settings(), static_cast<std::uint16_t>(ports_.rt.random()));
  auto* segment = job.next_waiting();
  segment->state = segment_state::sent;
  const auto index = static_cast<std::uint64_t>(segment - job.segments.data());
  ++in_flight_;
  l.rate.sent();
  by->submit(segment->submit, s * segments_a_job + index);
  return true;
}

void outbound::completed(smpp::link& by, std::uint64_t token, const smpp::pdu& response) {
  const serial s = token / segments_a_job;
  --in_flight_;
  auto& job = jobs_.at(s);
  auto& segment = job.segments.at(token % segments_a_job);
  const auto status = response.command_status;
  const auto outcome = smpp::class_of_status(status);
  segment.state = outcome == smpp::outcome_class::ok ? segment_state::accepted : segment_state::waiting;
  // A response on the link by which the inquiry came proves that our deliver_sm_resp, written before, was
  // read.
  for (const auto& arrival : job.entry.in_doubt)
    if (arrival.link == by.name() && arrival.bind_epoch == by.bind_epoch() &&
        std::find(job.proven_read.begin(), job.proven_read.end(), arrival) == job.proven_read.end())
      job.proven_read.push_back(arrival);
  if (outcome != smpp::outcome_class::ok) {
    job.failure = std::string("the carrier answered ") + smpp::name_of_status(status);
    job.permanent = job.permanent || outcome == smpp::outcome_class::permanent;
    spdlog::warn("{}: reply to {} was refused: {}", by.name(), masked(job.entry.key.msisdn),
                 smpp::name_of_status(status));
  }
  if (outcome == smpp::outcome_class::throttle)
    if (lane* l = lanes_.named(job.carrier)) l->rate.pause(ports_.rt.now() + throttle_pause);
  settle(s);
}

void outbound::lost(std::uint64_t token) {
  const serial s = token / segments_a_job;
  --in_flight_;
  auto& job = jobs_.at(s);
  job.segments.at(token % segments_a_job).state = segment_state::waiting;
  job.failure = "the link fell before the carrier answered";
  settle(s);
}

void outbound::settle(serial s) {
  auto& job = jobs_.at(s);
  if (!job.none_in_flight()) return;
  if (job.all_accepted()) {
    job.failure.clear();
    finish(s);
  } else if (job.permanent) {
    finish(s);
  } else if (!job.failure.empty()) {
    retry_later(s);
  }
}

void outbound::retry_later(serial s) {
  auto& job = jobs_.at(s);
  lanes_.drop(s);  // what was not sent yet must not leave before the retry
  ++job.attempts;
  job.failure.clear();
  const auto due = ports_.rt.now() + retry_delay(job.attempts, ports_.settings.outbox);
  retries_.emplace(due, s);
  wake_at(due);
}

bool outbound::expired(const outbound_job& job) const {
  const auto validity = std::chrono::milliseconds(ports_.settings.outbox.reply_validity).count();
  return ports_.clock.now() - job.entry.created > validity;
}

void outbound::finish(serial s) {
  auto& job = jobs_.at(s);
  job.over = true;
  if (!job.all_accepted()) lanes_.drop(s);
  reply_finish f;
  f.key = job.entry.key;
  f.outbox_id = job.entry.id;
  f.process = ports_.process;
  f.proven_read = job.proven_read;
  f.dead_reason = job.failure;
  f.day = day_of(ports_.clock.now(), ports_.settings.gateway.time_zone);
  const auto segments = job.accepted_billed();
  const lane* sent_by = lanes_.named(job.carrier);
  const std::uint32_t price = sent_by ? sent_by->settings().profile.segment_price_li : 0;
  const auto saved =
      job.failure.empty() && job.segments_one_by_one > segments ? job.segments_one_by_one - segments : 0;
  f.bookings = book(job.entry.answer, segments, saved, price);
  ++finishing_;
  asio::co_spawn(ports_.rt.executor(), finish_in_store(s, std::move(f)),
                 [](const std::exception_ptr& failure) {
                   if (failure) spdlog::critical("outbound: finishing a reply ended by a bug");
                 });
}

asio::awaitable<void> outbound::finish_in_store(serial s, reply_finish f) {
  while (true) {
    const auto done = co_await ports_.kept.finish(f);
    if (done.has_value()) break;
    if (done.error() == storage_errc::refused || done.error() == storage_errc::corrupt) {
      spdlog::error("outbound: a sent reply cannot be finished: {}", done.error().message());
      break;
    }
    if (stopping_) break;
    // The carrier has it; the store must learn of it, or it would be sent again.
    const auto again = ports_.rt.now() + store_retry;
    co_await ports_.rt.sleep_until(again);
  }
  --finishing_;
  forget(s);
}

void outbound::forget(serial s) {
  const auto found = jobs_.find(s);
  const auto key = found->second.entry.key;
  by_id_.erase(identity(found->second.entry));
  jobs_.erase(found);
  auto queue = residents_.find(key);
  queue->second.pop_front();
  if (queue->second.empty())
    residents_.erase(queue);
  else
    make_ready(queue->second.front());
  ports_.room_again(bucket_of(key.msisdn));
}

void outbound::forget_waiting() {
  std::erase_if(jobs_, [this](const auto& entry) {
    const auto& [s, job] = entry;
    if (job.over || !job.none_in_flight()) return false;
    lanes_.drop(s);
    by_id_.erase(identity(job.entry));
    return true;
  });
  const auto gone = [this](serial s) { return !jobs_.contains(s); };
  std::erase_if(retries_, [gone](const auto& retry) { return gone(retry.second); });
  for (auto& [key, queue] : residents_) std::erase_if(queue, gone);
  std::erase_if(residents_, [](const auto& entry) { return entry.second.empty(); });
}

std::size_t outbound::waiting_for(const std::string& carrier) const {
  const lane* l = lanes_.named(carrier);
  return l ? l->ready.size() : 0;
}

void outbound::wake_at(time_point when) {
  if (when >= next_wake_) return;
  next_wake_ = when;
  time_changed_.notify();
}

asio::awaitable<void> outbound::run() {
  using namespace asio::experimental::awaitable_operators;
  while (!stopping_) {
    co_await (ports_.rt.sleep_until(next_wake_) || time_changed_.wait());
    next_wake_ = time_point::max();
    const auto now = ports_.rt.now();
    while (!retries_.empty() && retries_.begin()->first <= now) {
      const serial s = retries_.begin()->second;
      retries_.erase(retries_.begin());
      make_ready(s);
    }
    if (!retries_.empty()) next_wake_ = retries_.begin()->first;
    pump();
  }
}

void outbound::stop() {
  stopping_ = true;
  time_changed_.notify();
}

}  // namespace duanwen
