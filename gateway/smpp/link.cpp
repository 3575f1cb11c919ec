#include "gateway/smpp/link.hpp"

#include <spdlog/spdlog.h>

#include <array>
#include <boost/asio/experimental/awaitable_operators.hpp>

#include "gateway/smpp/session/centre.hpp"
#include "gateway/smpp/wire/wire.hpp"

namespace duanwen::smpp {

link::link(runtime& rt, std::unique_ptr<byte_stream> stream, std::string name, std::uint64_t bind_epoch,
           session_settings session, std::uint32_t pdu_octets_max, link_events events)
    : runtime_(rt),
      stream_(std::move(stream)),
      name_(std::move(name)),
      bind_epoch_(bind_epoch),
      session_(std::move(session)),
      framer_(pdu_octets_max),
      events_(std::move(events)),
      to_write_(rt.executor()),
      to_read_(rt.executor()) {}

asio::awaitable<link_end> link::run() {
  actions todo;
  session_.connected(runtime_.now(), todo);
  perform(todo);
  return live();
}

asio::awaitable<link_end> link::run_accepted() {
  session_.accepted(runtime_.now());
  return live();
}

asio::awaitable<link_end> link::live() {
  using namespace asio::experimental::awaitable_operators;
  const auto alive = shared_from_this();
  // The first of the three to end ends the others.
  co_await (read_loop() || write_loop() || tick_loop());
  stream_->close();
  actions todo;
  session_.disconnected(todo);
  perform(todo);
  co_return end_;
}

asio::awaitable<void> link::read_loop() {
  // With the rest of the coroutine's frame not above 16 KiB, which allocators have a size for.
  std::array<std::uint8_t, 15 * 1024> octets;
  while (!ending_) {
    // Too much in flight, or the peer does not read our answers: the rest stays in the socket, and TCP slows
    // it down.
    while (!ending_ && (!events_.may_read() || unwritten_.size() > unwritten_max)) co_await to_read_.wait();
    if (ending_) break;
    const auto got = co_await stream_->read_some(octets);
    if (ending_) break;
    if (got.has_error()) {
      end(got.error().message());
      break;
    }
    framer_.feed(std::span(octets).first(*got));
    while (const auto frame = framer_.next()) take_frame(*frame);
    if (framer_.broken()) {
      spdlog::warn("{}: command_length {} is not possible, closing", name_, framer_.broken_command_length());
      events_.wrong(*this, "framing");
      end("framing lost");
    }
  }
  // The writer still says what the session wants said (an unbind_resp, a nack), and ends the link by
  // returning.
  while (true) co_await to_read_.wait();
}

void link::take_frame(std::span<const std::uint8_t> frame) {
  pdu p;
  actions todo;
  const auto status = decode(frame, p);
  if (status == wire_status::ok)
    session_.received(p, runtime_.now(), todo);
  else {
    spdlog::warn("{}: {} {} is broken ({})", name_, name_of(p.id()), p.sequence_number, name_of(status));
    events_.wrong(*this, name_of(status));
    session_.received_broken(p, command_status_for(status), runtime_.now(), todo);
  }
  perform(todo);
}

asio::awaitable<void> link::write_loop() {
  std::string writing;
  while (true) {
    while (unwritten_.empty()) {
      if (ending_) co_return;
      co_await to_write_.wait();
    }
    writing.clear();
    writing.swap(unwritten_);
    const auto written = co_await stream_->write_all(writing);
    to_read_.notify();
    if (written.has_error()) {
      end(written.error().message());
      unwritten_.clear();
      co_return;
    }
    if (session_.can_submit()) events_.writable(*this);
  }
}

asio::awaitable<void> link::tick_loop() {
  while (!ending_) {
    co_await runtime_.sleep_until(runtime_.now() + std::chrono::seconds(1));
    actions todo;
    session_.tick(runtime_.now(), todo);
    perform(todo);
  }
  // Ended while the peer does not read: the writer is given one more second and no longer.
  co_await runtime_.sleep_until(runtime_.now() + std::chrono::seconds(1));
}

void link::perform(actions& todo) {
  for (auto& a : todo) std::visit([this](auto& one) { perform_one(one); }, a);
}

void link::perform_one(write_pdu& a) {
  if (const auto status = encode(a.what, unwritten_); status != wire_status::ok)
    spdlog::error("{}: {} cannot be encoded ({})", name_, name_of(a.what.id()), name_of(status));
  to_write_.notify();
}

void link::perform_one(deliver_pdu& a) {
  if (!deaf_) events_.delivered(*this, std::move(a.what));
}

void link::perform_one(completed& a) {
  events_.completed(*this, a.token, std::move(a.response));
  events_.writable(*this);
}

void link::perform_one(lost& a) { events_.lost(*this, a.token); }

void link::perform_one(bind_asked& a) {
  // Copied, since the answer gives the link other events.
  const auto ask = events_.bind_asked;
  ask(*this, a.what);
}

void link::perform_one(now_bound&) {
  end_.was_bound = true;
  events_.bound(*this);
}

void link::perform_one(close_link& a) { end(a.reason, a.command_status); }

void link::perform_one(proven_read& a) { events_.proven_read(*this, a.sequence_numbers); }

void link::perform_one(note& a) {
  spdlog::warn("{}: {}", name_, a.text);
  if (!a.unreadable) events_.wrong(*this, "unexpected");
}

void link::end(std::string reason, std::uint32_t command_status) {
  if (ending_) return;
  ending_ = true;
  end_.reason = std::move(reason);
  end_.command_status = command_status;
  to_write_.notify();
  to_read_.notify();
}

void link::submit(pdu request, request_token token) {
  actions todo;
  if (session_.role() == session_role::centre) request = as_deliver_sm(std::move(request));
  session_.submit(std::move(request), token, runtime_.now(), todo);
  perform(todo);
}

void link::accept(std::string name, session_settings session, link_events events) {
  name_ = std::move(name);
  events_ = std::move(events);
  actions todo;
  session_.accept(std::move(session), runtime_.now(), todo);
  perform(todo);
}

void link::refuse(std::uint32_t command_status) {
  actions todo;
  session_.refuse(command_status, todo);
  perform(todo);
}

void link::respond(const pdu_header& request, std::uint32_t command_status, std::string message_id) {
  actions todo;
  session_.respond(request, command_status, std::move(message_id), todo);
  perform(todo);
}

void link::respond(pdu response) {
  actions todo;
  session_.respond(std::move(response), todo);
  perform(todo);
}

void link::stop() {
  actions todo;
  session_.stop(runtime_.now(), todo);
  perform(todo);
}

void link::stop_reading() { deaf_ = true; }

void link::reading_allowed() { to_read_.notify(); }

}  // namespace duanwen::smpp
