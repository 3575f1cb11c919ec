// The session by scripts: events in, actions out, no socket and no clock.
#include <gtest/gtest.h>

#include "gateway/smpp/pdu/command_status.hpp"
#include "tests/support/simulated/smpp_script.hpp"

namespace duanwen::smpp {
namespace {

using testing::script;
using lines = script::lines;

TEST(session, binds_submits_and_unbinds) {
  // The plain life of a link.
  script s;
  EXPECT_EQ(s.connect(), lines{"write bind_transceiver 1"});
  EXPECT_FALSE(s.it.can_submit());
  EXPECT_EQ(s.receive(command::bind_transceiver_resp, 1), lines{"bound to SMSC"});
  EXPECT_TRUE(s.it.can_submit());
  EXPECT_EQ(s.submit(70), lines{"write submit_sm 2"});
  EXPECT_EQ(s.it.window_used(), 1u);
  EXPECT_EQ(s.receive(command::submit_sm_resp, 2, 0x58), lines{"completed 70 status 88"});
  EXPECT_EQ(s.it.window_used(), 0u);
  EXPECT_EQ(s.receive(command::deliver_sm, 44), lines{"deliver deliver_sm"});
  s.it.respond(make_pdu(command::deliver_sm, 44), esme::rok, s.out);
  EXPECT_EQ(s.took(), lines{"write deliver_sm_resp 44"});
  EXPECT_EQ(s.stop(), lines{"write unbind 3"});
  EXPECT_EQ(s.receive(command::unbind_resp, 3), (lines{"read 44", "close unbound status 0"}));
  EXPECT_EQ(s.it.state(), session_state::closed);
}

TEST(session, a_bind_tells_which_numbers_we_serve) {
  // addr_ton, addr_npi and address_range of the settings, after an outbind too.
  auto settings = script::settings(command::bind_receiver);
  settings.addr_ton = 1;
  settings.addr_npi = 8;
  settings.address_range = "^10690001";
  const auto asked = [](const script& s) { return std::get<write_pdu>(s.out.at(0)).what; };
  script dials(settings);
  dials.it.connected(dials.now, dials.out);
  script called;
  called.it.accepted(called.now);
  called.receive(command::outbind, 1);
  called.it.accept(settings, called.now, called.out);
  for (const auto* s : {&dials, &called}) {
    EXPECT_EQ(asked(*s).id(), command::bind_receiver);
    EXPECT_EQ(asked(*s).addr_ton, 1);
    EXPECT_EQ(asked(*s).addr_npi, 8);
    EXPECT_EQ(asked(*s).address_range, "^10690001");
  }
}

TEST(session, only_what_answers_a_later_request_proves_a_response_read) {
  script s;
  s.bind();
  s.receive(command::deliver_sm, 44);
  EXPECT_TRUE(s.it.awaits_proof(44)) << "there is nothing that could have been read";
  s.submit(70);
  s.it.respond(make_pdu(command::deliver_sm, 44), esme::rok, s.out);
  s.took();
  EXPECT_EQ(s.receive(command::submit_sm_resp, 2), lines{"completed 70 status 0"}) << "it was sent before";
  EXPECT_TRUE(s.it.awaits_proof(44));
  s.submit(71);
  EXPECT_EQ(s.receive(command::submit_sm_resp, 3), (lines{"read 44", "completed 71 status 0"}));
  EXPECT_FALSE(s.it.awaits_proof(44));
}

TEST(session, a_submit_that_is_not_answered_keeps_no_response_from_being_proven_read) {
  script s;
  s.bind();
  s.submit(70);
  s.receive(command::deliver_sm, 44);
  s.it.respond(make_pdu(command::deliver_sm, 44), esme::rok, s.out);
  s.took();
  EXPECT_EQ(s.pass(std::chrono::seconds(1)), lines{"write enquire_link 3"});
  EXPECT_EQ(s.pass(std::chrono::seconds(1)), lines{}) << "one that will prove it is under way";
  EXPECT_EQ(s.receive(command::enquire_link_resp, 3), lines{"read 44"});
}

TEST(session, a_number_used_again_is_proven_with_the_later_message) {
  script s;
  s.bind();
  s.receive(command::deliver_sm, 44);
  s.it.respond(make_pdu(command::deliver_sm, 44), esme::rok, s.out);
  s.took();
  s.submit(70);
  s.receive(command::deliver_sm, 44);
  s.it.respond(make_pdu(command::deliver_sm, 44), esme::rok, s.out);
  s.took();
  EXPECT_EQ(s.receive(command::submit_sm_resp, 2), lines{"completed 70 status 0"});
  s.submit(71);
  EXPECT_EQ(s.receive(command::submit_sm_resp, 3), (lines{"read 44", "completed 71 status 0"}));
}

TEST(session, the_bind_carries_the_settings) {
  // system_id, password, system_type and version 3.4 are in it.
  script s;
  s.it.connected(s.now, s.out);
  const pdu bind = std::get<write_pdu>(s.out.at(0)).what;
  EXPECT_EQ(bind.system_id, "duanwen");
  EXPECT_EQ(bind.password, "secret");
  EXPECT_EQ(bind.interface_version, 0x34);
}

TEST(session, a_refused_bind_closes_with_its_status) {
  // By a bind_resp or a nack; a nack that says ESME_ROK still refuses.
  for (const auto& [id, status, told] : {std::tuple{command::bind_transceiver_resp, 14u, 14u},
                                         {command::generic_nack, 3u, 3u},
                                         {command::generic_nack, 0u, 255u}}) {
    script s;
    s.connect();
    EXPECT_EQ(s.receive(id, 1, status).back(), "close bind refused status " + std::to_string(told));
    EXPECT_EQ(s.it.state(), session_state::closed);
  }
}

TEST(session, the_window_is_never_exceeded) {
  // can_submit says when it is full; who submits all the same loses at once and nothing is written.
  auto settings = script::settings();
  settings.window = 2;
  script s(settings);
  s.bind();
  s.submit(1);
  EXPECT_TRUE(s.it.can_submit());
  s.submit(2);
  EXPECT_FALSE(s.it.can_submit());
  EXPECT_EQ(s.submit(3), lines{"lost 3"});
  EXPECT_EQ(s.receive(command::submit_sm_resp, 3), lines{"completed 2 status 0"});
  EXPECT_TRUE(s.it.can_submit());
}

TEST(session, a_lost_link_gives_everything_back) {
  // Every submitted message comes back once, the oldest first.
  script s;
  s.bind();
  s.submit(5);
  s.submit(6);
  s.it.disconnected(s.out);
  EXPECT_EQ(s.took(), (lines{"lost 5", "lost 6"}));
  s.it.disconnected(s.out);
  EXPECT_EQ(s.took(), lines{});
}

TEST(session, the_peers_unbind_is_answered_and_closes) {
  // Also while messages are in flight.
  script s;
  s.bind();
  s.submit(5);
  EXPECT_EQ(s.receive(command::unbind, 9),
            (lines{"write unbind_resp 9", "lost 5", "close unbound by the peer status 0"}));
}

TEST(session, a_wrong_response_still_completes) {
  // A nack completes, and so does a response of the wrong kind with the right number: both are noted.
  script s;
  s.bind();
  s.submit(5);
  s.submit(6);
  EXPECT_EQ(s.receive(command::generic_nack, 2, 3), (lines{"note", "completed 5 status 3"}));
  EXPECT_EQ(s.receive(command::data_sm_resp, 3), (lines{"note", "completed 6 status 0"}));
  EXPECT_EQ(s.receive(command::submit_sm_resp, 3), lines{"note"}) << "a second response";
  s.submit(7);
  EXPECT_EQ(s.receive(command::generic_nack, 4, 0), (lines{"note", "completed 7 status 255"}))
      << "ESME_ROK in a nack is no success";
  EXPECT_EQ(s.receive(command::generic_nack, 0, 2), lines{"note"});
}

TEST(session, unknown_commands_are_nacked) {
  // A request with ESME_RINVCMDID; a response that nobody asked for is only noted.
  script s;
  s.bind();
  EXPECT_EQ(s.receive(static_cast<command>(0x00010200), 8), lines{"write generic_nack 8 status 3"});
  EXPECT_EQ(s.receive(static_cast<command>(0x80010200), 8), lines{"note"});
}

TEST(session, broken_pdus) {
  // A broken request is answered with its error, a broken response counts by its header.
  script s;
  s.bind();
  s.submit(5);
  s.it.received_broken(make_pdu(command::deliver_sm, 4), esme::rinvmsglen, s.now, s.out);
  EXPECT_EQ(s.took(), (lines{"note", "write deliver_sm_resp 4 status 1"}));
  s.it.received_broken(make_pdu(command::alert_notification, 4), esme::rinvcmdlen, s.now, s.out);
  EXPECT_EQ(s.took(), (lines{"note", "write generic_nack 4 status 2"}));
  s.it.received_broken(make_pdu(command::submit_sm_resp, 2), esme::rinvoptparstream, s.now, s.out);
  EXPECT_EQ(s.took(), (lines{"note", "completed 5 status 0"}));
}

TEST(session, answering_what_has_no_response) {
  // An error becomes a nack, ESME_ROK nothing, and a response is never answered.
  script s;
  s.bind();
  s.it.respond(make_pdu(command::alert_notification, 4), esme::rok, s.out);
  s.it.respond(make_pdu(command::submit_sm_resp, 4), esme::rsyserr, s.out);
  EXPECT_EQ(s.took(), lines{});
  s.it.respond(make_pdu(command::outbind, 4), esme::rsyserr, s.out);
  s.it.respond(make_pdu(static_cast<command>(0x00010200), 5), esme::rsyserr, s.out);
  EXPECT_EQ(s.took(), (lines{"write generic_nack 4 status 8", "write generic_nack 5 status 8"}));
}

TEST(session, sequence_numbers_wrap_and_skip) {
  // After 0x7FFFFFFF comes 1, and a number in flight is not given twice.
  script s(script::settings(), sequence_number_max - 1);
  s.bind();
  EXPECT_EQ(s.submit(1), lines{"write submit_sm 2147483647"});
  EXPECT_EQ(s.submit(2), lines{"write submit_sm 1"});
  script again(script::settings(), sequence_number_max);
  again.connect();
  EXPECT_EQ(again.receive(command::enquire_link, 5), lines{"write enquire_link_resp 5"});
  EXPECT_EQ(again.receive(command::bind_transceiver_resp, sequence_number_max).size(), 1u);
  EXPECT_EQ(again.submit(1), lines{"write submit_sm 1"});
}

}  // namespace
}  // namespace duanwen::smpp
