#pragma once
// The SMPP session without a socket: events and time in, actions out (SMPP 3.4 §2.2 states, §7.2 timers, §2.7
// sequence numbers). A link performs the actions; nothing here reads a clock.

#include <chrono>
#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "config/settings/config.hpp"
#include "gateway/smpp/pdu/pdu.hpp"
#include "gateway/smpp/session/request_token.hpp"
#include "gateway/smpp/session/session_state.hpp"
#include "gateway/smpp/session/window.hpp"

namespace duanwen::smpp {

struct session_settings {
  command bind = command::bind_transceiver;
  std::string system_id, system_type;
  secret password;
  std::uint8_t addr_ton = 0, addr_npi = 0;  ///< of bind_*, SMPP 3.4 §5.2.5 and §5.2.6
  std::string address_range;                ///< §5.2.7
  std::uint32_t window = 10;
  std::chrono::seconds enquire_link{30};      ///< after so long without a PDU from the peer; 0 = never
  std::chrono::seconds response_timeout{30};  ///< a request older than this is lost and the link is closed;
                                              ///< a query_sm, cancel_sm or replace_sm is only lost
  std::chrono::seconds session_init_timeout{10};  ///< from connected to bound
  std::chrono::seconds inactivity_timeout{0};     ///< without any message; 0 = no limit
  std::chrono::seconds unbind_timeout{3};         ///< for the answer to our unbind
};

// What the link has to do, in this order.
struct write_pdu {
  pdu what;
};
struct deliver_pdu {
  pdu what;
};  ///< a request that the owner answers with respond()
struct completed {
  request_token token;
  pdu response;
};  ///< the response to submit(token); also errors and nacks, and a nack never has ESME_ROK here
struct lost {
  request_token token;
};  ///< submitted, and no answer will come any more
struct bind_asked {
  pdu what;
};  ///< after accepted(): bind_* or outbind of a carrier that dialled us; answer with accept() or refuse()
struct now_bound {
  std::string peer_system_id;
};
struct close_link {
  std::string reason;
  std::uint32_t command_status = 0;
};  ///< status of a refused bind, else 0
struct proven_read {
  std::vector<std::uint32_t> sequence_numbers;
};  ///< of the peer's messages: it has read our responses, since it answered what we sent after them
struct note {
  std::string text;
  bool unreadable = false;  ///< else it could be read and makes no sense here
};                          ///< for the log: something the peer did wrong
using action = std::variant<write_pdu, deliver_pdu, completed, lost, bind_asked, now_bound, close_link,
                            proven_read, note>;
using actions = std::vector<action>;

class session {
 public:
  /// `first_sequence_number` 1..0x7FFFFFFF.
  explicit session(session_settings settings, std::uint32_t first_sequence_number = 1);

  session_state state() const { return state_; }
  session_role role() const { return role_; }
  bool can_submit() const;  ///< bound for transmitting and room in the window
  std::size_t window_used() const { return window_.messages(); }
  /// Bound for transmitting, whether or not the window has room.
  bool can_transmit() const;
  /// Whether it is still unknown if the peer read our response to its message of this sequence_number, or
  /// it got none yet.
  bool awaits_proof(std::uint32_t sequence_number) const;

  void connected(time_point now, actions& out);  ///< the socket is open: binds
  /// A carrier dialled us: waits for its bind or outbind. Of the settings only the timers count until
  /// accept().
  void accepted(time_point now);
  /// Answers bind_asked with the carrier's settings: binds the carrier to us, or us to it after an outbind.
  void accept(session_settings settings, time_point now, actions& out);
  void refuse(std::uint32_t command_status, actions& out);  ///< answers bind_asked; then close_link comes
  void received(const pdu& p, time_point now, actions& out);
  /// A frame whose body could not be read; `command_status` says why. Answers by a response with it or a
  /// generic_nack.
  void received_broken(const pdu_header& h, std::uint32_t command_status, time_point now, actions& out);
  /// Answers a delivered request (by its id and sequence_number). Nothing is written when the link is closed.
  /// What the specification has no response to gets a generic_nack for an error and nothing for ESME_ROK.
  void respond(const pdu_header& request, std::uint32_t command_status, actions& out);
  /// The same with the message_id that a submit_sm or data_sm got from us.
  void respond(const pdu_header& request, std::uint32_t command_status, std::string message_id, actions& out);
  /// The same with a whole response to a delivered request, under that request's sequence_number.
  void respond(pdu response, actions& out);
  /// Sends a request under a sequence_number of the session's; `token` (not of the session) comes back in
  /// completed or lost. Precondition: can_submit(); else it is lost at once.
  void submit(pdu request, request_token token, time_point now, actions& out);
  void tick(time_point now, actions& out);  ///< fires timers that are due; call about once a second
  void stop(time_point now, actions& out);  ///< unbinds; then close_link comes
  void disconnected(actions& out);          ///< the socket is gone: every outstanding request is lost

 private:
  bool is_bound() const;
  std::uint32_t next_sequence_number();
  void write(pdu p, actions& out);
  void request(pdu p, request_token token, time_point now, actions& out);
  void bind(time_point now, actions& out);
  void unbind(time_point now, actions& out);
  void close(std::string reason, std::uint32_t command_status, actions& out);
  void give_up_requests(actions& out);
  void give_up_questions(time_point now, actions& out);
  void ask_whether_alive(time_point now, actions& out);
  void prove_read(std::uint64_t responses, actions& out);

  void on_request(const pdu& p, time_point now, actions& out);
  void on_response(const pdu& p, actions& out);
  void on_bind_response(const pdu& p, actions& out);

  session_settings settings_;
  session_role role_ = session_role::esme;
  session_state state_ = session_state::closed;
  request_window window_;
  std::uint32_t next_sequence_number_;
  time_point connected_at_{}, last_received_{}, last_message_{}, unbinding_since_{};
  bool enquiring_ = false;                   ///< an enquire_link of ours waits for its response
  std::multiset<std::uint32_t> unanswered_;  ///< messages of the peer that wait for respond()
  struct unproven {
    std::uint32_t sequence_number;
    std::uint64_t response;  ///< which one of ours, counted from 1
  };
  std::deque<unproven> unproven_;  ///< responses to messages that the peer may not have read
  std::uint64_t responses_ = 0;    ///< to messages, written on this link
  pdu bind_request_;               ///< the peer's bind or outbind while the owner decides
};

}  // namespace duanwen::smpp
