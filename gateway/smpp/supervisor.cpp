#include "gateway/smpp/supervisor.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>

#include "gateway/smpp/command_status.hpp"

namespace duanwen::smpp {
namespace {

// A refused bind that the same credentials will not heal, §5.1.3: wait the longest and say so loudly.
bool is_hopeless(std::uint32_t command_status) {
  return command_status == esme::rinvpaswd || command_status == esme::rinvsysid;
}

}  // namespace

supervisor::supervisor(runtime& rt, const carrier_settings& carrier, const dial_settings& dial,
                       const smpp_settings& smpp, link_events events)
    : runtime_(rt),
      carrier_(carrier),
      dial_(dial),
      smpp_(smpp),
      events_(std::move(events)),
      slots_(carrier.links),
      stopped_(rt.executor()),
      down_since_(rt.now()) {
  for (std::size_t i = 0; i < slots_.size(); ++i) slots_[i].name = carrier.name + "/" + std::to_string(i);
}

void supervisor::start() {
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    ++running_;
    asio::co_spawn(runtime_.executor(), keep_up(i), [this, i](const std::exception_ptr& failure) {
      --running_;
      if (failure) spdlog::critical("{}: the dialler ended by a bug", slots_[i].name);
    });
  }
}

asio::awaitable<void> supervisor::keep_up(std::size_t index) {
  using namespace asio::experimental::awaitable_operators;
  slot& s = slots_[index];
  backoff waits(dial_.backoff_min, dial_.backoff_max);
  while (!stopping_) {
    const link_end end = co_await dial_once(s);
    if (stopping_) break;
    s.last_error = end.reason;
    if (end.was_bound) waits.reset();
    const bool hopeless = is_hopeless(end.command_status);
    const auto wait = hopeless ? waits.longest(runtime_.random()) : waits.next(runtime_.random());
    if (hopeless)
      spdlog::error("{}: {} refuses the bind: {}; correct system_id and password. Next attempt in {} ms",
                    s.name, carrier_.host, name_of_status(end.command_status), wait.count());
    else
      spdlog::warn("{}: link is down ({}); dialling again in {} ms", s.name, end.reason, wait.count());
    const auto until = runtime_.now() + wait;
    co_await (runtime_.sleep_until(until) || stopped_.wait());
  }
}

asio::awaitable<link_end> supervisor::dial_once(slot& s) {
  link_end end;
  const auto until = runtime_.now() + dial_.connect_timeout;
  auto stream = co_await runtime_.connect(carrier_.host, carrier_.port, until);
  if (stream.has_error()) {
    end.reason = stream.error().message();
    co_return end;
  }
  if (stopping_) co_return end;
  s.current = std::make_shared<link>(runtime_, std::move(*stream), s.name, runtime_.random(), session(),
                                     smpp_.pdu_octets_max, events_);
  end = co_await s.current->run();
  s.current.reset();
  if (end.was_bound && !bound()) down_since_ = runtime_.now();
  co_return end;
}

session_settings supervisor::session() const {
  session_settings settings;
  settings.bind = command::bind_transceiver;
  settings.system_id = carrier_.system_id;
  settings.password = carrier_.password;
  settings.system_type = carrier_.system_type;
  settings.window = carrier_.window;
  settings.enquire_link = carrier_.enquire_link;
  settings.response_timeout = carrier_.response_timeout;
  settings.session_init_timeout = smpp_.session_init_timeout;
  settings.inactivity_timeout = smpp_.inactivity_timeout;
  return settings;
}

void supervisor::stop_reading() {
  for (auto& s : slots_)
    if (s.current) s.current->stop_reading();
}

void supervisor::stop() {
  stopping_ = true;
  stopped_.notify();
  for (auto& s : slots_)
    if (s.current) s.current->stop();
}

void supervisor::reading_allowed() {
  for (auto& s : slots_)
    if (s.current) s.current->reading_allowed();
}

bool supervisor::bound() const {
  return std::any_of(slots_.begin(), slots_.end(), [](const slot& s) {
    return s.current && s.current->state() == session_state::bound_trx;
  });
}

link* supervisor::with_room(const std::string& preferred) {
  link* best = nullptr;
  for (auto& s : slots_) {
    if (!s.current || !s.current->can_submit()) continue;
    if (s.name == preferred) return s.current.get();
    if (!best || s.current->window_used() < best->window_used()) best = s.current.get();
  }
  return best;
}

std::vector<link_status> supervisor::status() const {
  std::vector<link_status> all;
  for (const auto& s : slots_) {
    link_status one;
    one.name = s.name;
    one.state = s.current ? name_of(s.current->state()) : "down";
    one.last_error = s.last_error;
    one.window_used = s.current ? s.current->window_used() : 0;
    all.push_back(one);
  }
  return all;
}

}  // namespace duanwen::smpp
