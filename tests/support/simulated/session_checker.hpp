#pragma once
// A session that is watched: whatever happens to it, these rules hold, or it throws.

#include <set>
#include <stdexcept>

#include "gateway/smpp/session/session.hpp"
#include "gateway/smpp/wire/wire.hpp"

namespace duanwen::smpp::testing {

class session_checker {
 public:
  explicit session_checker(session_settings settings, std::uint32_t first = 1)
      : window_(settings.window), it_(std::move(settings), first) {}

  /// Lets `event(session, now, out)` happen and checks what it led to.
  template <class Event>
  void let(const Event& event) {
    const bool was_closed = it_.state() == session_state::closed;
    actions out;
    event(it_, now, out);
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (std::holds_alternative<close_link>(out[i])) {
        rule(i + 1 == out.size(), "nothing comes after close_link");
        rule(!was_closed && it_.state() == session_state::closed, "close_link comes once, when it closes");
      }
      std::visit([this](const auto& a) { this->saw(a); }, out[i]);
    }
    if (it_.state() == session_state::closed) requests_.clear();
    rule(it_.state() != session_state::closed || tokens_.empty(), "a closed session owes nothing");
    rule(it_.window_used() == tokens_.size(), "the window is what is owed");
    rule(tokens_.size() <= window_, "the window is not exceeded");
  }

  /// Submits under a new token, whether there is room or not.
  void submit() {
    tokens_.insert(++last_token_);
    let([this](session& s, time_point t, actions& out) {
      s.submit(make_pdu(s.role() == session_role::esme ? command::submit_sm : command::deliver_sm),
               {request_owner::alone, last_token_}, t, out);
    });
  }

  void receive(const pdu& p) {
    if (p.is_response()) requests_.erase(p.sequence_number);
    let([&p](session& s, time_point t, actions& out) { s.received(p, t, out); });
  }

  void receive_broken(const pdu_header& h, std::uint32_t command_status) {
    if ((h.command_id & response_bit) != 0) requests_.erase(h.sequence_number);
    let([&](session& s, time_point t, actions& out) { s.received_broken(h, command_status, t, out); });
  }

  const session& it() const { return it_; }
  time_point now{std::chrono::hours(1)};

 private:
  static void rule(bool holds, const char* what) {
    if (!holds) throw std::logic_error(what);
  }

  void saw(const write_pdu& w) {
    std::string octets;
    rule(encode(w.what, octets) == wire_status::ok, "what is written can be written");
    if (w.what.is_response()) return;
    const std::uint32_t number = w.what.sequence_number;
    rule(number >= 1 && number <= sequence_number_max, "sequence numbers are 1 to 0x7FFFFFFF");
    rule(requests_.insert(number).second, "no sequence number is in flight twice");
  }
  void saw(const completed& c) { rule(tokens_.erase(c.token.id) == 1, "what completes was owed"); }
  void saw(const lost& l) { rule(tokens_.erase(l.token.id) == 1, "what is lost was owed"); }
  template <class Other>
  void saw(const Other&) {}

  std::uint32_t window_;
  session it_;
  std::set<std::uint64_t> tokens_;
  std::set<std::uint32_t> requests_;
  std::uint64_t last_token_ = 0;
};

}  // namespace duanwen::smpp::testing
