// The session over every string of events up to a length: its rules hold on every way.
#include <gtest/gtest.h>

#include "gateway/smpp/pdu/command_status.hpp"
#include "tests/support/simulated/session_checker.hpp"

namespace duanwen::smpp {
namespace {

using testing::session_checker;
using event = void (*)(session_checker&);

session_settings small_window() {
  session_settings settings;
  settings.window = 2;
  return settings;
}

template <command Id, std::uint32_t Number, std::uint32_t Status = 0>
void peer(session_checker& c) {
  c.receive(make_pdu(Id, Number, Status));
}

template <int Seconds>
void pass(session_checker& c) {
  c.now += std::chrono::seconds(Seconds);
  c.let([](session& s, time_point t, actions& out) { s.tick(t, out); });
}

constexpr event events[] = {
    [](session_checker& c) { c.let([](session& s, time_point t, actions& out) { s.connected(t, out); }); },
    [](session_checker& c) { c.let([](session& s, time_point t, actions&) { s.accepted(t); }); },
    [](session_checker& c) {
      c.let([](session& s, time_point t, actions& out) { s.accept(small_window(), t, out); });
    },
    [](session_checker& c) {
      c.let([](session& s, time_point, actions& out) { s.refuse(esme::rbindfail, out); });
    },
    [](session_checker& c) { c.let([](session& s, time_point, actions& out) { s.disconnected(out); }); },
    [](session_checker& c) { c.let([](session& s, time_point t, actions& out) { s.stop(t, out); }); },
    [](session_checker& c) { c.submit(); },
    peer<command::bind_transceiver, 5>,
    peer<command::bind_transceiver_resp, 1>,
    peer<command::submit_sm_resp, 2>,
    peer<command::generic_nack, 3, 8>,
    peer<command::deliver_sm, 1>,
    peer<command::unbind, 1>,
    pass<11>,
    pass<31>,
};

void run_all(const session_checker& from, int depth) {
  if (depth == 0) return;
  for (const event e : events) {
    session_checker next = from;
    e(next);
    run_all(next, depth - 1);
  }
}

TEST(session_property, every_string_of_events) {
  // 15 events, every string of up to 4 of them: from nothing, bound, and bound with two messages in flight.
  session_checker start(small_window(), sequence_number_max);
  EXPECT_NO_THROW(run_all(start, 4));
  session_checker bound(small_window());
  events[0](bound);
  bound.receive(make_pdu(command::bind_transceiver_resp, 1));
  EXPECT_NO_THROW(run_all(bound, 4));
  bound.submit();
  bound.submit();
  EXPECT_NO_THROW(run_all(bound, 4));
}

}  // namespace
}  // namespace duanwen::smpp
