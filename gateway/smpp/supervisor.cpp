// Keeping a carrier's links: dialling them, or giving seats to those that dial us. What the rest of the
// gateway asks of them is in supervisor_links.cpp.
#include "gateway/smpp/supervisor.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>

#include "gateway/runtime/give_up.hpp"
#include "gateway/runtime/sleep.hpp"
#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/status_lookup.hpp"

namespace duanwen::smpp {
namespace {

// A refused bind that the same credentials will not heal, §5.1.3: wait the longest and say so loudly.
bool is_hopeless(std::uint32_t command_status) {
  return command_status == esme::rinvpaswd || command_status == esme::rinvsysid;
}

}  // namespace

session_settings session_of(const carrier_settings& carrier, const smpp_settings& smpp, command bind) {
  session_settings settings;
  settings.bind = bind;
  settings.system_id = carrier.system_id;
  settings.password = carrier.password;
  settings.system_type = carrier.system_type;
  settings.addr_ton = carrier.address_ton;
  settings.addr_npi = carrier.address_npi;
  settings.address_range = carrier.address_range;
  settings.window = carrier.window;
  settings.enquire_link = carrier.enquire_link;
  settings.response_timeout = carrier.response_timeout;
  settings.session_init_timeout = smpp.session_init_timeout;
  settings.inactivity_timeout = smpp.inactivity_timeout;
  settings.unbind_timeout = smpp.unbind_timeout;
  return settings;
}

std::optional<tls_files> tls_of(const carrier_settings& carrier) {
  if (!carrier.tls) return std::nullopt;
  return tls_files{carrier.tls_ca, carrier.tls_certificate, carrier.tls_key, carrier.tls_verify};
}

supervisor::supervisor(runtime& rt, const carrier_settings& carrier, const dial_settings& dial,
                       const smpp_settings& smpp, link_events events)
    : runtime_(rt),
      carrier_(carrier),
      dial_(dial),
      smpp_(smpp),
      events_(std::move(events)),
      stopped_(rt.executor()),
      down_since_(rt.now()) {
  for (std::uint32_t i = 0; dials() && i < carrier.links; ++i) {
    if (carrier.bind == bind_kind::pair) {
      slots_.push_back(make_slot(i, command::bind_receiver, session_role::esme));
      slots_.push_back(make_slot(i, command::bind_transmitter, session_role::esme));
    } else {
      slots_.push_back(make_slot(i, command::bind_transceiver, session_role::esme));
    }
  }
}

supervisor::slot supervisor::make_slot(std::uint32_t number, command bind, session_role role) const {
  slot s;
  s.name = carrier_.name + "/" + std::to_string(number);
  if (bind == command::bind_receiver) s.name += "/rx";
  if (bind == command::bind_transmitter) s.name += "/tx";
  s.number = number;
  s.bind = bind;
  // Whoever is bound as a receiver is sent to: by us as its centre, by the centre as its ESME.
  s.transmits = bind != (role == session_role::centre ? command::bind_transmitter : command::bind_receiver);
  return s;
}

void supervisor::start() {
  if (!dials()) return;
  for (slot& s : slots_) {
    ++running_;
    asio::co_spawn(runtime_.executor(), keep_up(s), [this, &s](const std::exception_ptr& failure) {
      --running_;
      if (failure) spdlog::critical("{}: the dialler ended by a bug", s.name);
    });
  }
}

asio::awaitable<void> supervisor::keep_up(slot& s) {
  backoff waits(dial_.backoff_min, dial_.backoff_max);
  while (!stopping_) {
    const auto began = runtime_.now();
    const link_end end = co_await dial_once(s);
    if (stopping_) break;
    // One that falls as soon as it is bound would otherwise be dialled many times a second.
    if (end.was_bound && runtime_.now() - began >= dial_.backoff_max) waits.reset();
    const auto until = runtime_.now() + wait_after(s, end, waits);
    co_await sleep_until(runtime_, until, stopped_);
  }
}

std::chrono::milliseconds supervisor::wait_after(slot& s, const link_end& end, backoff& waits) {
  s.refused = is_hopeless(end.command_status);
  if (!s.refused) {
    const auto wait = waits.next(runtime_.random());
    s.last_error = end.reason;
    if (end.command_status != 0) s.last_error += ": " + describe_status(end.command_status);
    spdlog::warn("{}: link is down ({}); dialling again in {} ms", s.name, s.last_error, wait.count());
    return wait;
  }
  const auto wait = waits.longest(runtime_.random());
  s.last_error = std::string(name_of_status(end.command_status)) + ": correct system_id and password";
  spdlog::error("{}: {} refuses the bind: {}. Next attempt in {} ms", s.name, carrier_.host, s.last_error,
                wait.count());
  return wait;
}

asio::awaitable<link_end> supervisor::dial_once(slot& s) {
  link_end end;
  const auto until = runtime_.now() + dial_.connect_timeout;
  auto tls = tls_of(carrier_);
  auto stream = co_await connect(runtime_, carrier_.host, carrier_.port, std::move(tls), until, stopped_);
  if (stream.has_error()) {
    end.reason = stream.error().message();
    co_return end;
  }
  if (stopping_) co_return end;
  s.current = std::make_shared<link>(runtime_, std::move(*stream), s.name, runtime_.random(),
                                     session_of(carrier_, smpp_, s.bind), smpp_.pdu_octets_max, events_);
  if (deaf_) s.current->stop_reading();
  end = co_await s.current->run();
  s.current.reset();
  if (end.was_bound && s.transmits && !bound()) down_since_ = runtime_.now();
  co_return end;
}

std::uint32_t supervisor::admit(link& by, const pdu& request) {
  if (stopping_ || deaf_) return esme::rsyserr;
  const bool outbind = request.id() == command::outbind;
  const command bind = outbind ? bind_after_outbind() : request.id();
  const auto number = free_number(bind);
  if (!number) return esme::ralybnd;
  slot& s =
      slots_.emplace_back(make_slot(*number, bind, outbind ? session_role::esme : session_role::centre));
  s.current = by.shared_from_this();
  by.accept(s.name, session_of(carrier_, smpp_, bind), events_);
  return esme::rok;
}

std::optional<std::uint32_t> supervisor::free_number(command bind) const {
  // A seat holds one transceiver, or one receiver and one transmitter.
  for (std::uint32_t number = 0; number < carrier_.links; ++number) {
    const bool taken = std::any_of(slots_.begin(), slots_.end(), [&](const slot& s) {
      return s.number == number &&
             (s.bind == bind || s.bind == command::bind_transceiver || bind == command::bind_transceiver);
    });
    if (!taken) return number;
  }
  return std::nullopt;
}

command supervisor::bind_after_outbind() const {
  if (carrier_.bind == bind_kind::transceiver) return command::bind_transceiver;
  // §2.2.1 has outbind bring a receiver; the next one completes the pair.
  const auto count = [this](command bind) {
    return std::count_if(slots_.begin(), slots_.end(), [bind](const slot& s) { return s.bind == bind; });
  };
  const bool unpaired = count(command::bind_receiver) > count(command::bind_transmitter);
  return unpaired ? command::bind_transmitter : command::bind_receiver;
}

void supervisor::left(const link& by, const link_end& end) {
  const auto found =
      std::find_if(slots_.begin(), slots_.end(), [&by](const slot& s) { return s.current.get() == &by; });
  if (found == slots_.end()) return;
  const bool transmitted = found->transmits;
  spdlog::warn("{}: link is down ({})", found->name, end.reason);
  slots_.erase(found);
  if (end.was_bound && transmitted && !bound()) down_since_ = runtime_.now();
}

}  // namespace duanwen::smpp
