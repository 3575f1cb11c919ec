// Every command in every state of both roles, against the rules of SMPP 3.4 §2.2 and table 2-1 in words.
#include <gtest/gtest.h>

#include "gateway/smpp/pdu/command_status.hpp"
#include "tests/support/simulated/smpp_script.hpp"

namespace duanwen::smpp {
namespace {

using testing::script;
using lines = script::lines;
using state = session_state;

constexpr command binds[] = {command::bind_transmitter, command::bind_receiver, command::bind_transceiver};

command response_to(command id) {
  return static_cast<command>(static_cast<std::uint32_t>(id) | response_bit);
}

/// A session of `role` that got to `wanted` as its peers bring it there.
script in_state(session_role role, state wanted) {
  const auto way = static_cast<std::size_t>(wanted) - static_cast<std::size_t>(state::bound_tx);
  const command bind = wanted < state::bound_tx || way > 2 ? command::bind_transceiver : binds[way];
  script s(script::settings(bind));
  if (wanted == state::closed) return s;
  s.it.accepted(s.now);
  if (wanted == state::open) return s;
  s.receive(role == session_role::centre ? bind : command::outbind, 1);
  if (role == session_role::esme) {
    s.it.accept(script::settings(bind), s.now, s.out);
    if (wanted != state::binding) s.receive(response_to(bind), 1);
  } else if (wanted != state::binding) {
    s.it.accept(script::settings(), s.now, s.out);
  }
  if (wanted == state::unbinding) s.stop();
  s.took();
  return s;
}

bool is_bound(state s) { return s == state::bound_tx || s == state::bound_rx || s == state::bound_trx; }
bool is_bind(command c) { return std::find(std::begin(binds), std::end(binds), c) != std::end(binds); }

/// Whether the peer may send us `c` now, and what is refused with what.
bool delivers(session_role role, state s, command c) {
  if (c == command::data_sm) return is_bound(s);
  if (c == command::deliver_sm)
    return s == state::bound_trx || s == (role == session_role::esme ? state::bound_rx : state::bound_tx);
  const bool to_centre = c == command::submit_sm || c == command::submit_multi || c == command::query_sm ||
                         c == command::cancel_sm || c == command::replace_sm;
  return to_centre && role == session_role::centre && (s == state::bound_tx || s == state::bound_trx);
}

std::uint32_t error_of(session_role role, state s, command c) {
  const bool centre = role == session_role::centre;
  if (centre && is_bind(c) && is_bound(s)) return esme::ralybnd;
  const bool peers_business = centre || c == command::deliver_sm;
  if (s == state::unbinding && !is_bind(c) && (peers_business || c == command::data_sm))
    return centre ? esme::rsyserr : esme::rx_t_appn;
  return esme::rinvbndsts;
}

lines expected(session_role role, state s, command c) {
  if (s == state::closed) return {};
  if (static_cast<std::uint32_t>(c) & response_bit) return {"note"};
  const std::string response = std::string("write ") + name_of(response_to(c)) + " 99";
  if (c == command::enquire_link) return {response};
  if (c == command::unbind) return {response, "close unbound by the peer status 0"};
  if (s == state::open && (is_bind(c) || c == command::outbind)) return {std::string("asked ") + name_of(c)};
  if (c == command::alert_notification || c == command::outbind) return {"note"};
  if (delivers(role, s, c)) return {std::string("deliver ") + name_of(c)};
  const std::uint32_t error = error_of(role, s, c);
  lines all{response + " status " + std::to_string(error)};
  if (error == esme::rinvbndsts) all.insert(all.begin(), "note");
  return all;
}

TEST(session_states, every_command_in_every_state) {
  // 2 roles × 7 states × 27 commands; sequence number 99 is nothing that we asked.
  for (const auto role : {session_role::esme, session_role::centre})
    for (const auto s : {state::closed, state::open, state::binding, state::bound_tx, state::bound_rx,
                         state::bound_trx, state::unbinding})
      for (const command c : all_commands) {
        script at = in_state(role, s);
        ASSERT_EQ(at.it.state(), s);
        EXPECT_EQ(at.receive(c, 99), expected(role, s, c))
            << name_of(c) << " in " << name_of(s) << (role == session_role::esme ? " as esme" : " as centre");
      }
}

TEST(session_states, who_may_submit) {
  // An ESME transmits when bound for it; a centre sends to a carrier that receives.
  for (const auto s : {state::closed, state::open, state::binding, state::bound_tx, state::bound_rx,
                       state::bound_trx, state::unbinding}) {
    EXPECT_EQ(in_state(session_role::esme, s).it.can_submit(), s == state::bound_tx || s == state::bound_trx);
    EXPECT_EQ(in_state(session_role::centre, s).it.can_submit(),
              s == state::bound_rx || s == state::bound_trx);
  }
}

}  // namespace
}  // namespace duanwen::smpp
