#include "gateway/carriers.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>

namespace duanwen {

carriers::carriers(runtime& rt, const config& settings, inquiries& asked, outbound& out, outbox_feed& waiting,
                   metrics& seen)
    : runtime_(rt), settings_(settings), inquiries_(asked), out_(out), waiting_(waiting), seen_(seen) {
  for (const auto& carrier : settings.carriers) {
    auto& made = supervisors_.emplace_back(
        std::make_unique<smpp::supervisor>(rt, carrier, settings.dial, settings.smpp, events_for(carrier)));
    out_.add_carrier(*made);
  }
}

smpp::link_events carriers::events_for(const carrier_settings& carrier) {
  smpp::link_events events;
  events.bound = [this](smpp::link& by) {
    spdlog::info("{}: bound", by.name());
    out_.pump();
  };
  events.delivered = [this, &carrier](smpp::link& by, smpp::pdu message) {
    delivered(carrier, by, std::move(message));
  };
  events.completed = [this](smpp::link& by, std::uint64_t token, const smpp::pdu& response) {
    out_.completed(by, token, response);
  };
  events.lost = [this](smpp::link&, std::uint64_t token) { out_.lost(token); };
  events.writable = [this](smpp::link&) { out_.pump(); };
  events.wrong = [this, &carrier](smpp::link&, std::string_view kind) {
    seen_.pdu_error(carrier.name, kind);
  };
  events.may_read = [this] { return in_flight_ < settings_.gateway.max_inquiries_in_flight; };
  return events;
}

void carriers::delivered(const carrier_settings& carrier, smpp::link& by, smpp::pdu message) {
  arrival_place place;
  place.carrier = &carrier;
  place.link = by.name();
  place.bind_epoch = by.bind_epoch();
  ++in_flight_;
  asio::co_spawn(runtime_.executor(),
                 answer(by.weak_from_this(), std::move(message), std::move(place), runtime_.now()),
                 [this](const std::exception_ptr& failure) {
                   if (failure)
                     spdlog::critical("an inquiry ended by a bug; the carrier will deliver it again");
                   answered();
                 });
}

asio::awaitable<void> carriers::answer(std::weak_ptr<smpp::link> by, smpp::pdu message, arrival_place place,
                                       time_point arrived) {
  const smpp::pdu_header header = message;
  auto end = co_await inquiries_.answer(std::move(message), std::move(place));
  // The response is written before the reply's submit_sm: a submit_sm_resp on this link then proves that it
  // was read.
  if (const auto link = by.lock()) {
    if (end.close_link)
      link->stop();
    else
      link->respond(header, end.command_status);
  }
  if (end.answer_may_be_stored) waiting_.read_bucket(*end.answer_may_be_stored);
  if (!end.answer) co_return;
  end.answer->arrived = arrived;
  waiting_.offer(std::move(*end.answer));
}

void carriers::answered() {
  const bool was_full = in_flight_ == settings_.gateway.max_inquiries_in_flight;
  --in_flight_;
  if (was_full)
    for (auto& s : supervisors_) s->reading_allowed();
}

void carriers::start() {
  for (auto& s : supervisors_) s->start();
}

void carriers::stop_reading() {
  for (auto& s : supervisors_) s->stop_reading();
}

void carriers::stop() {
  for (auto& s : supervisors_) s->stop();
}

bool carriers::ended() const {
  return std::all_of(supervisors_.begin(), supervisors_.end(), [](const auto& s) { return s->all_ended(); });
}

bool carriers::any_bound() const {
  return std::any_of(supervisors_.begin(), supervisors_.end(), [](const auto& s) { return s->bound(); });
}

std::vector<carrier_status> carriers::status() const {
  std::vector<carrier_status> all;
  for (const auto& s : supervisors_) {
    carrier_status one;
    one.name = s->settings().name;
    one.inquiries = seen_.inquiries(one.name);
    one.replies = seen_.replies(one.name);
    const auto& lane = *out_.lane_of(one.name);
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
      one.links.push_back(std::move(link));
      if (!l.last_error.empty()) one.last_error = l.last_error;
    }
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace duanwen
