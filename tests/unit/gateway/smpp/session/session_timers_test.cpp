// The session's timers over simulated time, a tick a second.
#include <gtest/gtest.h>

#include "gateway/smpp/pdu/command_status.hpp"
#include "tests/support/simulated/smpp_script.hpp"

namespace duanwen::smpp {
namespace {

using testing::script;
using lines = script::lines;
using std::chrono::seconds;

TEST(session_timers, a_bind_that_nobody_answers) {
  // The link closes after session_init_timeout.
  script s;
  s.connect();
  EXPECT_EQ(s.pass(seconds(9)), lines{});
  EXPECT_EQ(s.pass(seconds(1)), lines{"close not bound in time status 0"});
  EXPECT_EQ(s.pass(seconds(100)), lines{}) << "closed stays closed";
}

TEST(session_timers, a_carrier_that_dials_and_says_nothing) {
  // Also a link that we accepted must be bound in time.
  script s;
  s.it.accepted(s.now);
  EXPECT_EQ(s.pass(seconds(10)), lines{"close not bound in time status 0"});
}

TEST(session_timers, an_idle_link_is_asked_once_an_interval) {
  // A day of silence but for the answers: an enquire_link every 30 seconds and nothing else.
  script s;
  s.bind();
  int asked = 0;
  for (int second = 0; second < 24 * 3600; ++second) {
    for (const std::string& line : s.pass(seconds(1))) {
      ASSERT_TRUE(line.starts_with("write enquire_link ")) << line;
      ++asked;
      const auto number = static_cast<std::uint32_t>(std::stoul(line.substr(19)));
      EXPECT_EQ(s.receive(command::enquire_link_resp, number), lines{});
    }
  }
  EXPECT_EQ(asked, 24 * 3600 / 30);
}

TEST(session_timers, a_busy_link_is_not_asked) {
  // Any PDU from the peer shows that it lives.
  script s;
  s.bind();
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(s.pass(seconds(29)), lines{});
    s.receive(command::deliver_sm, 5);
  }
}

TEST(session_timers, a_question_that_nobody_answers_costs_the_question_alone) {
  // A message that nobody answers closes the link; what a centre may not know does not.
  script s;
  s.bind();
  s.submit(70, command::query_sm);
  s.submit(71, command::cancel_sm);
  s.submit(72, command::replace_sm);
  s.pass(seconds(29));
  s.receive(command::deliver_sm, 5);
  EXPECT_EQ(s.pass(seconds(2)), (lines{"lost 70", "lost 71", "lost 72"}));
  EXPECT_EQ(s.it.state(), session_state::bound_trx);
  EXPECT_EQ(s.it.window_used(), 0u);
  EXPECT_EQ(s.receive(command::query_sm_resp, 2), lines{"note"}) << "too late";
}

TEST(session_timers, a_dead_peer_is_found_out) {
  // An enquire_link without an answer closes the link once response_timeout is over.
  script s;
  s.bind();
  EXPECT_EQ(s.pass(seconds(30)), lines{"write enquire_link 2"});
  EXPECT_EQ(s.pass(seconds(30)), lines{});
  EXPECT_EQ(s.pass(seconds(1)), lines{"close no response in time status 0"});
}

TEST(session_timers, a_message_without_response_is_lost) {
  // With it all others in flight, the oldest first, although the peer answers enquire_link.
  script s;
  s.bind();
  s.submit(7);
  EXPECT_EQ(s.pass(seconds(10)), lines{});
  s.submit(8);
  EXPECT_EQ(s.pass(seconds(20)), lines{"write enquire_link 4"});
  s.receive(command::enquire_link_resp, 4);
  EXPECT_EQ(s.pass(seconds(1)), (lines{"lost 7", "lost 8", "close no response in time status 0"}));
}

TEST(session_timers, an_unbind_without_response) {
  // Leaving has seconds of its own, far below response_timeout, whatever else is open or still comes.
  script s;
  s.bind();
  s.submit(70);
  s.stop();
  EXPECT_EQ(s.pass(seconds(2)), lines{});
  s.receive(command::enquire_link, 5);
  EXPECT_EQ(s.pass(seconds(1)), (lines{"lost 70", "close no answer to unbind in time status 0"}));
  EXPECT_EQ(s.pass(seconds(100)), lines{}) << "closed stays closed";
}

TEST(session_timers, the_time_for_an_unbind_is_a_setting) {
  // It counts from the unbind, also where inactivity brought it.
  auto settings = script::settings();
  settings.inactivity_timeout = seconds(50);
  settings.enquire_link = seconds(0);
  settings.unbind_timeout = seconds(20);
  script s(settings);
  s.bind();
  EXPECT_EQ(s.pass(seconds(50)), (lines{"note", "write unbind 2"}));
  EXPECT_EQ(s.pass(seconds(19)), lines{});
  EXPECT_EQ(s.pass(seconds(1)), lines{"close no answer to unbind in time status 0"});
}

TEST(session_timers, inactivity) {
  // A link without messages for so long unbinds; enquire_link is no message.
  auto settings = script::settings();
  settings.inactivity_timeout = seconds(100);
  settings.enquire_link = seconds(0);
  script s(settings);
  s.bind();
  EXPECT_EQ(s.pass(seconds(90)), lines{});
  s.submit(1);
  s.receive(command::submit_sm_resp, 2);
  EXPECT_EQ(s.pass(seconds(90)), lines{});
  s.receive(command::deliver_sm, 5);
  EXPECT_EQ(s.pass(seconds(99)), lines{});
  s.receive(command::enquire_link, 6);
  EXPECT_EQ(s.pass(seconds(1)), (lines{"note", "write unbind 3"}));
}

TEST(session_timers, timers_of_0_never_fire) {
  // No limit means none, for a week.
  auto settings = script::settings();
  settings.enquire_link = settings.response_timeout = settings.session_init_timeout = seconds(0);
  script s(settings);
  s.connect();
  s.it.tick(s.now + std::chrono::hours(168), s.out);
  EXPECT_EQ(s.took(), lines{});
  s.receive(command::bind_transceiver_resp, 1);
  s.submit(4);
  s.it.tick(s.now + std::chrono::hours(336), s.out);
  EXPECT_EQ(s.took(), lines{});
}

}  // namespace
}  // namespace duanwen::smpp
