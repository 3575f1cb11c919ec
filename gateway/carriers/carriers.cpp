#include "gateway/carriers/carriers.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <map>

#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/message_time.hpp"

namespace duanwen {

carriers::carriers(carrier_ports ports)
    : ports_(std::move(ports)),
      centre_(inquiry_centre_ports{ports_.rt, ports_.store, ports_.clock, ports_.settings, ports_.inquiries,
                                   ports_.outbound, ports_.outbox, ports_.process}),
      reply_receipts_(
          reply_receipts_ports{ports_.rt, ports_.store, ports_.clock, ports_.settings, ports_.metrics}),
      questions_(ports_.rt) {
  for (const auto& carrier : ports_.settings.carriers) {
    auto& made = supervisors_.emplace_back(std::make_unique<smpp::supervisor>(
        ports_.rt, carrier, ports_.settings.dial, ports_.settings.smpp, events_for(carrier)));
    ports_.outbound.add_carrier(*made);
  }
  make_listeners();
}

void carriers::make_listeners() {
  std::map<std::string, std::vector<smpp::supervisor*>> by_address;
  for (const auto& s : supervisors_)
    if (s->settings().mode == carrier_mode::listen) by_address[s->settings().listen].push_back(s.get());
  for (auto& [address, dialling_us] : by_address)
    listeners_.push_back(
        std::make_unique<smpp::listener>(ports_.rt, address, ports_.settings.smpp, std::move(dialling_us)));
}

smpp::supervisor& carriers::supervisor_of(const carrier_settings& carrier) {
  return **std::find_if(supervisors_.begin(), supervisors_.end(),
                        [&](const auto& s) { return &s->settings() == &carrier; });
}

smpp::link_events carriers::events_for(const carrier_settings& carrier) {
  smpp::link_events events;
  events.bound = [this, &carrier](smpp::link& by) {
    spdlog::info("{}: bound", by.name());
    room_at(carrier);
  };
  events.delivered = [this, &carrier](smpp::link& by, smpp::pdu message) {
    delivered(carrier, by, std::move(message));
  };
  events.completed = [this, &carrier](smpp::link& by, smpp::request_token token, const smpp::pdu& response) {
    completed(carrier, by, token, response);
  };
  events.lost = [this](smpp::link&, smpp::request_token token) { lost(token); };
  events.writable = [this, &carrier](smpp::link&) { room_at(carrier); };
  events.wrong = [this, &carrier](smpp::link&, std::string_view kind) {
    ports_.metrics.pdu_error(carrier.name, kind);
  };
  events.proven_read = [this](smpp::link& by, const std::vector<std::uint32_t>& sequence_numbers) {
    ports_.proofs.proven(by.name(), by.bind_epoch(), sequence_numbers);
  };
  events.may_read = [this] { return in_flight_ < ports_.settings.gateway.max_inquiries_in_flight; };
  return events;
}

void carriers::completed(const carrier_settings& carrier, smpp::link& by, smpp::request_token token,
                         const smpp::pdu& response) {
  using enum smpp::request_owner;
  if (token.owner == receipts) centre_.receipts().completed(token.id, response);
  if (token.owner == questions) questions_.completed(token.id, response);
  if (token.owner != replies) return;
  auto accepted = ports_.outbound.completed(by, token.id, response);
  reply_receipts_.sent(carrier, response.message_id, std::move(accepted));
}

void carriers::lost(smpp::request_token token) {
  using enum smpp::request_owner;
  if (token.owner == receipts) centre_.receipts().lost(token.id);
  if (token.owner == questions) questions_.lost(token.id);
  if (token.owner == replies) ports_.outbound.lost(token.id);
}

void carriers::room_at(const carrier_settings& carrier) {
  auto& links = supervisor_of(carrier);
  questions_.pump(links);
  centre_.receipts().pump(links);
  ports_.outbound.pump();
}

// An inquiry is answered when it comes: it is not held until later, nor answered when that is worth nothing
// any more.
bool carriers::refused_for_its_times(const carrier_settings& carrier, smpp::link& by,
                                     const smpp::pdu& message) {
  constexpr std::int64_t second_ms = 1000;
  const auto status = smpp::judge_times(message.schedule_delivery_time, message.validity_period,
                                        ports_.clock.now() / second_ms);
  if (status == smpp::esme::rok) return false;
  if (message.id() != smpp::command::replace_sm) ports_.metrics.inquiry(carrier.name, undecided::refused);
  by.respond(message, status);
  return true;
}

void carriers::delivered(const carrier_settings& carrier, smpp::link& by, smpp::pdu message) {
  using smpp::command;
  const auto id = message.id();
  if (id == command::query_sm || id == command::cancel_sm)
    return by.respond(centre_.answer(carrier, message));
  if (by.role() == smpp::session_role::centre && refused_for_its_times(carrier, by, message)) return;
  if (id == command::replace_sm)
    return work(answer_replace(by.weak_from_this(), std::move(message), carrier));
  arrival_place place;
  place.carrier = &carrier;
  place.link = by.name();
  place.bind_epoch = by.bind_epoch();
  place.gone = [weak = by.weak_from_this()] {
    const auto link = weak.lock();
    return !link || link->state() == smpp::session_state::closed;
  };
  auto answering = id == command::submit_multi ? &carriers::answer_multi : &carriers::answer;
  work((this->*answering)(by.weak_from_this(), std::move(message), std::move(place), ports_.rt.now()));
}

void carriers::work(asio::awaitable<void> answering) {
  ++in_flight_;
  asio::co_spawn(ports_.rt.executor(), std::move(answering), [this](const std::exception_ptr& failure) {
    if (failure) spdlog::critical("an inquiry ended by a bug; the carrier will deliver it again");
    answered();
  });
}

asio::awaitable<void> carriers::answer(std::weak_ptr<smpp::link> by, smpp::pdu message, arrival_place place,
                                       time_point arrived) {
  const carrier_settings& carrier = *place.carrier;
  const smpp::pdu request = message;
  inquiry_end end;
  end.receipt = reply_receipts_.awaited(carrier, request);
  if (!end.receipt) end = co_await ports_.inquiries.answer(std::move(message), std::move(place));
  if (const auto link = by.lock()) {
    if (end.close_link)
      link->stop();
    else if (link->role() == smpp::session_role::esme)
      link->respond(request, end.command_status);
    else
      centre_.respond(supervisor_of(carrier), *link, request, end);
  }
  if (end.receipt) reply_receipts_.received(carrier, *end.receipt);
  hand_on(end, arrived);
}

asio::awaitable<void> carriers::answer_multi(std::weak_ptr<smpp::link> by, smpp::pdu message,
                                             arrival_place place, time_point arrived) {
  auto& carrier = supervisor_of(*place.carrier);
  auto ends = co_await centre_.answer_multi(carrier, std::move(by), std::move(message), std::move(place));
  for (auto& end : ends) hand_on(end, arrived);
}

asio::awaitable<void> carriers::answer_replace(std::weak_ptr<smpp::link> by, smpp::pdu message,
                                               const carrier_settings& carrier) {
  auto response = co_await centre_.replace(carrier, std::move(message));
  if (const auto link = by.lock()) link->respond(std::move(response));
}

void carriers::hand_on(inquiry_end& end, std::optional<time_point> arrived) {
  await_proofs(end);
  if (end.answer_may_be_stored) ports_.outbox.read_bucket(*end.answer_may_be_stored);
  if (!end.answer) return;
  end.answer->arrived = arrived;
  ports_.outbox.offer(std::move(*end.answer));
}

void carriers::await_proofs(const inquiry_end& end) {
  for (const auto& arrival : end.in_doubt) {
    const auto proof = proof_of(arrival);
    if (proof == smpp::read_proof::open)
      ports_.proofs.await(end.resident, arrival.stored, arrival.sequence_number);
    if (proof == smpp::read_proof::proven) ports_.proofs.read(end.resident, arrival.stored);
  }
}

smpp::read_proof carriers::proof_of(const doubtful_arrival& arrival) const {
  for (const auto& s : supervisors_) {
    const auto proof = s->proof_of(arrival.stored.link, arrival.stored.bind_epoch, arrival.sequence_number);
    if (proof != smpp::read_proof::never) return proof;
  }
  return smpp::read_proof::never;
}

void carriers::answered() {
  const bool was_full = in_flight_ == ports_.settings.gateway.max_inquiries_in_flight;
  --in_flight_;
  if (was_full)
    for (auto& s : supervisors_) s->reading_allowed();
}

void carriers::start() {
  for (auto& l : listeners_) l->start();
  for (auto& s : supervisors_) s->start();
}

void carriers::stop_reading() {
  for (auto& s : supervisors_) s->stop_reading();
}

void carriers::stop() {
  questions_.stop();
  for (auto& l : listeners_) l->stop();
  for (auto& s : supervisors_) s->stop();
  reply_receipts_.stop();
}

bool carriers::ended() const {
  return std::all_of(supervisors_.begin(), supervisors_.end(),
                     [](const auto& s) { return s->all_ended(); }) &&
         std::all_of(listeners_.begin(), listeners_.end(), [](const auto& l) { return l->ended(); }) &&
         reply_receipts_.idle();
}

bool carriers::any_bound() const {
  return std::any_of(supervisors_.begin(), supervisors_.end(), [](const auto& s) { return s->bound(); });
}

std::vector<carrier_status> carriers::status() const {
  std::vector<carrier_status> all;
  for (const auto& s : supervisors_) {
    carrier_status one;
    one.name = s->settings().name;
    one.inquiries = ports_.metrics.inquiries(one.name);
    one.replies = ports_.metrics.replies(one.name);
    const auto& lane = *ports_.outbound.lane_of(one.name);
    one.receipt_ids = reply_receipts_.learnt(one.name);
    one.waiting = lane.line.size() + lane.leaving.jobs.size();
    one.paused = lane.paused;
    one.resting = lane.rate.resting();
    one.segments_per_second = static_cast<std::uint32_t>(lane.rate.limit());
    for (const auto& l : s->status()) {
      link_status link;
      link.name = l.name;
      link.state = l.state;
      link.window_used = static_cast<std::uint32_t>(l.window_used);
      link.window = s->settings().window;
      link.last_error = l.last_error;
      one.links.push_back(std::move(link));
      if (!l.last_error.empty()) one.last_error = l.last_error;
    }
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace duanwen
