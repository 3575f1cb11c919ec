#pragma once
// One connection to a carrier: performs what the sans-IO session asks for. Reader, writer and ticker end
// together. io thread only. What it learns goes to its owner by link_events.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "gateway/runtime/runtime.hpp"
#include "gateway/runtime/wakeup.hpp"
#include "gateway/smpp/session/session.hpp"
#include "gateway/smpp/wire/framer.hpp"

namespace duanwen::smpp {

class link;

/// What a link tells its owner; every function must be set, but bind_asked where we dial.
struct link_events {
  std::function<void(link&)> bound;
  std::function<void(link&, pdu)> delivered;  ///< answer by link::respond, now or later
  std::function<void(link&, request_token, pdu response)> completed;
  std::function<void(link&, request_token)> lost;
  std::function<void(link&)> writable;  ///< the window has room again
  /// A PDU that was wrong: a name of wire_status, "framing" or "unexpected".
  std::function<void(link&, std::string_view kind)> wrong;
  /// The peer has read our responses to its messages of these sequence numbers.
  std::function<void(link&, const std::vector<std::uint32_t>&)> proven_read;
  /// A carrier that dialled us wants to bind, or us to bind to it: answer by link::accept or link::refuse.
  /// Only of links that run accepted.
  std::function<void(link&, const pdu&)> bind_asked;
  std::function<bool()> may_read;  ///< false: too much is in flight, leave the rest in the socket
};

/// Why a link ended.
struct link_end {
  std::string reason;
  std::uint32_t command_status = 0;  ///< of a refused bind, the peer's or ours
  bool was_bound = false;
  link_end() = default;
};

class link : public std::enable_shared_from_this<link> {
 public:
  /// `name` is carrier/number, for logs and in-doubt records; `bind_epoch` differs for every link ever made.
  link(runtime& rt, std::unique_ptr<byte_stream> stream, std::string name, std::uint64_t bind_epoch,
       session_settings session, std::uint32_t pdu_octets_max, link_events events);

  /// Binds, works and ends; everything outstanding was given back by `lost` when it returns.
  asio::awaitable<link_end> run();
  /// The same for a carrier that dialled us: waits for its bind or outbind, and asks its owner by bind_asked.
  asio::awaitable<link_end> run_accepted();
  /// Answers bind_asked: from here on the link is one of a carrier's, with its name, settings and events.
  void accept(std::string name, session_settings session, link_events events);
  void refuse(std::uint32_t command_status);  ///< answers bind_asked; the link ends

  const std::string& name() const { return name_; }
  std::uint64_t bind_epoch() const { return bind_epoch_; }
  session_state state() const { return session_.state(); }
  session_role role() const { return session_.role(); }
  bool can_submit() const { return session_.can_submit() && unwritten_.size() < unwritten_max; }
  bool can_transmit() const { return session_.can_transmit(); }
  bool awaits_proof(std::uint32_t sequence_number) const { return session_.awaits_proof(sequence_number); }
  std::size_t window_used() const { return session_.window_used(); }

  /// A submit_sm; to a carrier that bound to us it goes as deliver_sm.
  void submit(pdu request, request_token token);
  /// `message_id` is what a submit_sm or data_sm of a carrier that bound to us got from us.
  void respond(const pdu_header& request, std::uint32_t command_status, std::string message_id = "");
  void respond(pdu response);  ///< one with more in it than a status, to a request that was delivered
  void stop();                 ///< unbinds, then ends
  void stop_reading();         ///< no further inquiry is taken in; responses to what is out still count
  void reading_allowed();      ///< may_read() may be true again

 private:
  static constexpr std::size_t unwritten_max = 1u
                                               << 20;  // octets; a peer that reads slowly gets nothing more

  asio::awaitable<link_end> live();
  asio::awaitable<void> read_loop();
  asio::awaitable<void> write_loop();
  asio::awaitable<void> tick_loop();
  void take_frame(std::span<const std::uint8_t> frame);
  void perform(actions& todo);
  void perform_one(write_pdu& a);
  void perform_one(deliver_pdu& a);
  void perform_one(completed& a);
  void perform_one(lost& a);
  void perform_one(bind_asked& a);
  void perform_one(now_bound& a);
  void perform_one(close_link& a);
  void perform_one(proven_read& a);
  void perform_one(note& a);
  void end(std::string reason, std::uint32_t command_status = 0);

  runtime& runtime_;
  std::unique_ptr<byte_stream> stream_;
  std::string name_;
  std::uint64_t bind_epoch_;
  session session_;
  framer framer_;
  link_events events_;
  std::string unwritten_;
  wakeup to_write_, to_read_;
  bool ending_ = false, deaf_ = false;
  link_end end_;
};

}  // namespace duanwen::smpp
