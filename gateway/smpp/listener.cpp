#include "gateway/smpp/listener.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>

#include "config/addresses/address.hpp"
#include "gateway/runtime/give_up.hpp"
#include "gateway/runtime/sleep.hpp"
#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/status_lookup.hpp"

namespace duanwen::smpp {
namespace {

constexpr auto listen_again = std::chrono::seconds(5);
constexpr auto accept_again = std::chrono::milliseconds(100);  // out of descriptors, say

}  // namespace

listener::listener(runtime& rt, std::string address, const smpp_settings& smpp,
                   std::vector<supervisor*> carriers)
    : runtime_(rt),
      address_(std::move(address)),
      smpp_(smpp),
      carriers_(std::move(carriers)),
      guard_(smpp.refused_binds_per_minute),
      stopped_(rt.executor()) {}

void listener::start() {
  ++running_;
  asio::co_spawn(runtime_.executor(), listen(), [this](const std::exception_ptr& failure) {
    --running_;
    if (failure) spdlog::critical("{}: the listener ended by a bug", address_);
  });
}

asio::awaitable<void> listener::listen() {
  const auto at = *parse_host_port(address_);
  const auto tls = tls_of(carriers_.front()->settings());
  while (!stopping_) {
    auto door = runtime_.listen(at.host, at.port, tls);
    if (door.has_value()) {
      spdlog::info("{}: waiting for carriers", address_);
      door_ = door->get();
      co_await accept_all(**door);
      door_ = nullptr;
      continue;
    }
    spdlog::error("{}: cannot listen: {}", address_, door.error().message());
    const auto again = runtime_.now() + listen_again;
    co_await sleep_until(runtime_, again, stopped_);
  }
}

asio::awaitable<void> listener::accept_all(acceptor& door) {
  while (!stopping_) {
    auto came = co_await door.accept();
    if (stopping_) break;
    if (came.has_value()) {
      welcome(std::move(*came));
      continue;
    }
    spdlog::error("{}: cannot accept: {}", address_, came.error().message());
    const auto again = runtime_.now() + accept_again;
    co_await runtime_.sleep_until(again);
  }
}

void listener::welcome(accepted_stream came) {
  // Closed without a word: whoever tries passwords or takes up connections is not worth an answer.
  if (connections_ >= smpp_.connections_max) {
    spdlog::warn("{}: smpp.connections_max is reached; {} is closed", address_, came.address);
    return;
  }
  if (guard_.is_shut_to(came.address, runtime_.now())) {
    spdlog::debug("{}: {} has tried too many binds; closed", address_, came.address);
    return;
  }
  ++running_;
  ++connections_;
  asio::co_spawn(runtime_.executor(), serve(std::move(came.stream), came.address),
                 [this](const std::exception_ptr& failure) {
                   --running_;
                   --connections_;
                   if (failure) spdlog::critical("{}: a connection ended by a bug", address_);
                 });
}

asio::awaitable<void> listener::serve(std::unique_ptr<byte_stream> stream, std::string address) {
  const auto until = runtime_.now() + smpp_.session_init_timeout;
  if (stopping_ || !co_await shake_hands(runtime_, *stream, until, stopped_) || stopping_) co_return;
  supervisor* admitted_to = nullptr;
  session_settings until_bound;
  until_bound.session_init_timeout = smpp_.session_init_timeout;
  const auto by = std::make_shared<link>(runtime_, std::move(stream), address_ + " from " + address,
                                         runtime_.random(), std::move(until_bound), smpp_.pdu_octets_max,
                                         events_before_bind(address, admitted_to));
  unbound_.insert(by.get());
  const link_end end = co_await by->run_accepted();
  unbound_.erase(by.get());
  if (admitted_to)
    admitted_to->left(*by, end);
  else
    spdlog::info("{}: closed before it was bound ({})", by->name(), end.reason);
}

link_events listener::events_before_bind(std::string address, supervisor*& admitted_to) {
  link_events events;
  events.bound = [](link&) {};
  events.delivered = [](link&, const pdu&) {};
  events.completed = [](link&, request_token, const pdu&) {};
  events.lost = [](link&, request_token) {};
  events.writable = [](link&) {};
  events.wrong = [](link&, std::string_view) {};  // it was logged, and is no carrier's yet
  events.proven_read = [](link&, const std::vector<std::uint32_t>&) {};
  events.may_read = [] { return true; };
  events.bind_asked = [this, &admitted_to, from = std::move(address)](link& by, const pdu& request) {
    judge(by, request, from, admitted_to);
  };
  return events;
}

void listener::judge(link& by, const pdu& request, const std::string& address, supervisor*& admitted_to) {
  const auto judged = judge_bind(request, address, carriers_);
  auto status = judged.command_status;
  if (judged.carrier) {
    unbound_.erase(&by);
    // Set before, since admitting tells the carrier's owner at once.
    admitted_to = judged.carrier;
    status = judged.carrier->admit(by, request);
    if (status == esme::rok) return;
    admitted_to = nullptr;
  } else {
    guard_.refused(address, runtime_.now());
  }
  spdlog::warn("{}: {} of \"{}\" is refused: {}", by.name(), name_of(request.id()), request.system_id,
               name_of_status(status));
  by.refuse(status);
}

void listener::stop() {
  stopping_ = true;
  stopped_.notify();
  if (door_) door_->close();
  for (link* l : unbound_) l->stop();
}

}  // namespace duanwen::smpp
