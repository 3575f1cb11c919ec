#pragma once
// A session, a clock and what it asked for, as lines that a test compares: "write submit_sm 3", "lost 7".

#include <string>
#include <vector>

#include "gateway/smpp/session/session.hpp"

namespace duanwen::smpp::testing {

inline std::string line_of(const action& a) {
  struct {
    std::string operator()(const write_pdu& w) const {
      const std::string status =
          w.what.command_status == 0 ? "" : " status " + std::to_string(w.what.command_status);
      return std::string("write ") + name_of(w.what.id()) + " " + std::to_string(w.what.sequence_number) +
             status;
    }
    std::string operator()(const deliver_pdu& d) const {
      return std::string("deliver ") + name_of(d.what.id());
    }
    std::string operator()(const completed& c) const {
      return "completed " + std::to_string(c.token.id) + " status " +
             std::to_string(c.response.command_status);
    }
    std::string operator()(const lost& l) const { return "lost " + std::to_string(l.token.id); }
    std::string operator()(const bind_asked& b) const { return std::string("asked ") + name_of(b.what.id()); }
    std::string operator()(const now_bound& b) const { return "bound to " + b.peer_system_id; }
    std::string operator()(const close_link& c) const {
      return "close " + c.reason + " status " + std::to_string(c.command_status);
    }
    std::string operator()(const proven_read& p) const {
      std::string all = "read";
      for (const auto sequence_number : p.sequence_numbers) all += ' ' + std::to_string(sequence_number);
      return all;
    }
    std::string operator()(const note&) const { return "note"; }
  } const spell;
  return std::visit(spell, a);
}

struct script {
  script() : script(settings()) {}
  explicit script(session_settings s, std::uint32_t first = 1) : it(std::move(s), first) {}

  static session_settings settings(command bind = command::bind_transceiver) {
    session_settings s;
    s.bind = bind;
    s.system_id = "duanwen";
    s.password = secret("secret");
    return s;
  }

  using lines = std::vector<std::string>;
  /// What the session asked for since the last call.
  lines took() {
    lines all;
    for (const action& a : out) all.push_back(line_of(a));
    out.clear();
    return all;
  }
  lines connect() { return it.connected(now, out), took(); }
  lines receive(command id, std::uint32_t sequence_number, std::uint32_t status = 0) {
    pdu p = make_pdu(id, sequence_number, status);
    p.system_id = "SMSC";
    return it.received(p, now, out), took();
  }
  lines receive_bind(command id, std::uint32_t sequence_number, std::uint8_t interface_version) {
    pdu p = make_pdu(id, sequence_number);
    p.system_id = "SMSC";
    p.interface_version = interface_version;
    return it.received(p, now, out), took();
  }
  lines submit(std::uint64_t id_of_token, command id = command::submit_sm) {
    return it.submit(make_pdu(id), {request_owner::alone, id_of_token}, now, out), took();
  }
  lines stop() { return it.stop(now, out), took(); }
  /// Lets time pass with a tick a second.
  lines pass(std::chrono::seconds time) {
    for (std::int64_t i = 0; i < time.count(); ++i) it.tick(now += std::chrono::seconds(1), out);
    return took();
  }
  /// Connects and binds under the first sequence number.
  void bind() {
    it.connected(now, out);
    const pdu asked = std::get<write_pdu>(out.at(0)).what;
    it.received(make_pdu(static_cast<command>(asked.command_id | response_bit), asked.sequence_number), now,
                out);
    took();
  }

  session it;
  time_point now{std::chrono::hours(1)};
  actions out;
};

}  // namespace duanwen::smpp::testing
