// A carrier dials us: it binds to us, or asks us by outbind to bind to it.
#include <gtest/gtest.h>

#include "gateway/smpp/pdu/command_status.hpp"
#include "tests/support/simulated/smpp_script.hpp"

namespace duanwen::smpp {
namespace {

using testing::script;
using lines = script::lines;

TEST(session_centre, a_carrier_binds_to_us) {
  // Its texts come as submit_sm and get a message_id, ours go as deliver_sm.
  script s;
  s.it.accepted(s.now);
  EXPECT_EQ(s.receive_bind(command::bind_transceiver, 11, 0x34), lines{"asked bind_transceiver"});
  EXPECT_EQ(s.it.role(), session_role::centre);
  s.it.accept(script::settings(), s.now, s.out);
  const pdu response = std::get<write_pdu>(s.out.at(0)).what;
  EXPECT_EQ(response.system_id, "duanwen");
  ASSERT_NE(response.find(tag::sc_interface_version), nullptr);
  EXPECT_EQ(s.took(), (lines{"write bind_transceiver_resp 11", "bound to SMSC"}));
  EXPECT_EQ(s.receive(command::submit_sm, 12), lines{"deliver submit_sm"});
  s.it.respond(make_pdu(command::submit_sm, 12), esme::rok, "7F", s.out);
  EXPECT_EQ(std::get<write_pdu>(s.out.at(0)).what.message_id, "7F");
  EXPECT_EQ(s.took(), lines{"write submit_sm_resp 12"});
  EXPECT_EQ(s.submit(3, command::deliver_sm), lines{"write deliver_sm 1"});
  EXPECT_EQ(s.receive(command::deliver_sm_resp, 1), (lines{"read 12", "completed 3 status 0"}));
}

TEST(session_centre, a_carrier_of_version_3_3_gets_no_optional_parameters) {
  script s;
  s.it.accepted(s.now);
  s.receive_bind(command::bind_transmitter, 11, 0x33);
  s.it.accept(script::settings(), s.now, s.out);
  EXPECT_TRUE(std::get<write_pdu>(s.out.at(0)).what.tlvs.empty());
}

TEST(session_centre, a_refused_carrier) {
  // It is told why and the link closes.
  script s;
  s.it.accepted(s.now);
  s.receive(command::bind_receiver, 11);
  s.it.refuse(esme::rinvpaswd, s.out);
  EXPECT_EQ(s.took(), (lines{"write bind_receiver_resp 11 status 14", "close bind refused status 14"}));
}

TEST(session_centre, outbind) {
  // After it we bind with the carrier's settings and are an ESME like any other.
  script s;
  s.it.accepted(s.now);
  EXPECT_EQ(s.receive(command::outbind, 1), lines{"asked outbind"});
  s.it.accept(script::settings(command::bind_receiver), s.now, s.out);
  EXPECT_EQ(s.took(), lines{"write bind_receiver 1"});
  EXPECT_EQ(s.receive(command::bind_receiver_resp, 1), lines{"bound to SMSC"});
  EXPECT_EQ(s.it.role(), session_role::esme);
  EXPECT_EQ(s.it.state(), session_state::bound_rx);
}

TEST(session_centre, a_refused_outbind) {
  // It has no response: the link closes.
  script s;
  s.it.accepted(s.now);
  s.receive(command::outbind, 1);
  s.it.refuse(esme::rinvpaswd, s.out);
  EXPECT_EQ(s.took(), lines{"close bind refused status 14"});
}

TEST(session_centre, an_answer_too_late) {
  // The owner decides after the carrier left: nothing happens any more, nor on the next link.
  script s;
  s.it.accepted(s.now);
  s.receive(command::bind_receiver, 11);
  s.it.disconnected(s.out);
  s.it.accept(script::settings(), s.now, s.out);
  s.it.refuse(esme::rinvpaswd, s.out);
  s.it.respond(make_pdu(command::submit_sm, 12), esme::rok, s.out);
  EXPECT_EQ(s.took(), lines{});
  EXPECT_EQ(s.connect(), lines{"write bind_transceiver 1"});
  s.it.accept(script::settings(), s.now, s.out);
  EXPECT_EQ(s.took(), lines{}) << "it is our own bind that waits";
}

TEST(session_centre, bodies_of_our_responses) {
  // An error has no body, but for the message_id that §4.6.2 and §4.7.2 have always.
  const auto body = [](command id, std::uint32_t status) {
    script s;
    s.it.accepted(s.now);
    s.it.respond(make_pdu(id, 1), status, s.out);
    return !std::get<write_pdu>(s.out.at(0)).what.without_body;
  };
  EXPECT_TRUE(body(command::deliver_sm, esme::rx_t_appn));
  EXPECT_TRUE(body(command::data_sm, esme::rx_t_appn));
  EXPECT_FALSE(body(command::submit_sm, esme::rsyserr));
  EXPECT_TRUE(body(command::submit_sm, esme::rok));
}

}  // namespace
}  // namespace duanwen::smpp
