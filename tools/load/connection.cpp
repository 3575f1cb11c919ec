#include "tools/load/connection.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <iostream>
#include <utility>

#include "gateway/smpp/wire/wire.hpp"

namespace duanwen::load {
namespace {

namespace asio = boost::asio;
using error_code = boost::system::error_code;

// The load decides how much is under way; a peer that stops answering is a finding, not a reason to close.
smpp::session_settings centre_settings() {
  smpp::session_settings s;
  s.system_id = "load";
  s.window = UINT32_MAX;
  s.enquire_link = s.response_timeout = s.inactivity_timeout = std::chrono::seconds(0);
  return s;
}

}  // namespace

connection::connection(asio::ip::tcp::socket socket, connection_events events)
    : socket_(std::move(socket)), events_(std::move(events)), session_(centre_settings()) {
  error_code ignored;
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
}

void connection::start() {
  session_.accepted(now());
  read();
}

void connection::read() {
  socket_.async_read_some(asio::buffer(octets_),
                          [self = shared_from_this()](const error_code& error, std::size_t octets) {
                            if (error) return self->shut();
                            self->take({self->octets_.data(), octets});
                            if (!self->shut_) self->read();
                          });
}

void connection::take(std::span<const std::uint8_t> octets) {
  framer_.feed(octets);
  smpp::actions todo;
  while (const auto frame = framer_.next()) {
    smpp::pdu p;
    if (const auto status = smpp::decode(*frame, p); status != smpp::wire_status::ok) {
      std::cerr << "load: a PDU that can't be read: " << name_of(status) << '\n';
      return shut();
    }
    session_.received(p, now(), todo);
    perform(todo);
    if (shut_) return;
  }
  if (framer_.broken()) shut();
}

void connection::perform(smpp::actions& todo) {
  // What an action leads to may add actions of its own, in a list of its own.
  for (auto& a : std::exchange(todo, {})) {
    if (auto* w = std::get_if<smpp::write_pdu>(&a)) {
      smpp::encode(w->what, unwritten_);
      write_later();
    } else if (auto* d = std::get_if<smpp::deliver_pdu>(&a)) {
      request_of_peer(d->what);
    } else if (auto* c = std::get_if<smpp::completed>(&a)) {
      events_.acknowledged(c->token.id, c->response.command_status);
    } else if (auto* l = std::get_if<smpp::lost>(&a)) {
      events_.lost(l->token.id);
    } else if (std::holds_alternative<smpp::bind_asked>(a)) {
      smpp::actions more;
      session_.accept(centre_settings(), now(), more);
      perform(more);
    } else if (std::holds_alternative<smpp::now_bound>(a)) {
      events_.bound(*this);
    } else if (std::holds_alternative<smpp::close_link>(a)) {
      write();
      shut();
    }
  }
}

void connection::request_of_peer(const smpp::pdu& p) {
  smpp::actions todo;
  session_.respond(p, 0, "1", todo);
  perform(todo);
  events_.submitted(*this, p);
}

void connection::deliver(smpp::pdu deliver_sm, std::uint64_t token) {
  smpp::actions todo;
  session_.submit(std::move(deliver_sm), {smpp::request_owner::alone, token}, now(), todo);
  perform(todo);
}

// What a turn of the loop says goes out in one write.
void connection::write_later() {
  if (std::exchange(write_posted_, true)) return;
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    self->write_posted_ = false;
    self->write();
  });
}

void connection::write() {
  if (shut_ || !writing_.empty() || unwritten_.empty()) return;
  writing_.swap(unwritten_);
  asio::async_write(socket_, asio::buffer(writing_),
                    [self = shared_from_this()](const error_code& error, std::size_t) {
                      self->writing_.clear();
                      if (error) return self->shut();
                      self->write();
                    });
}

void connection::cut() {
  error_code ignored;
  socket_.set_option(asio::socket_base::linger(true, 0), ignored);
  shut();
}

void connection::shut() {
  if (std::exchange(shut_, true)) return;
  const auto alive = shared_from_this();
  error_code ignored;
  socket_.close(ignored);
  smpp::actions todo;
  session_.disconnected(todo);
  perform(todo);
  events_.closed(*this);
}

}  // namespace duanwen::load
