// The checkers of simulations can fail: each notices the broken gateway, store or wire that it is there for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "gateway/smpp/pdu/command_status.hpp"
#include "tests/sim/liars.hpp"

namespace duanwen::sim {

// For what gtest prints of a failure.
void PrintTo(rule r, std::ostream* out) { *out << name_of(r); }

namespace {

using smpp::command;
using testing::Contains;

/// The rules that break first, seed by seed, until the one that is looked for does.
std::set<rule> broken_by(const mutation& m, rule looked_for) {
  std::set<rule> found;
  constexpr std::uint64_t seeds = 60;
  for (std::uint64_t seed = 1; seed <= seeds && !found.contains(looked_for); ++seed) {
    world_options options;
    options.seed = seed;
    options.broken = m;
    if (const auto first = world(std::move(options)).run().first()) found.insert(*first);
  }
  return found;
}

mutation wire(std::function<void(test::sim_connection&)> rewrite) {
  mutation m;
  m.wire = std::move(rewrite);
  return m;
}

#define NOTICES(broken_rule, mutated) \
  EXPECT_THAT(broken_by(mutated, rule::broken_rule), Contains(rule::broken_rule))

TEST(checkers, a_store_that_says_committed_and_did_nothing) {
  NOTICES(ok_before_safe, lying<commits_nothing>());
}

TEST(checkers, a_store_that_keeps_what_is_finished) { NOTICES(not_drained, lying<finishes_nothing>()); }

TEST(checkers, a_store_that_keeps_no_reply) { NOTICES(lost, lying<forgets_replies>()); }

TEST(checkers, a_reply_that_goes_to_somebody_else) {
  NOTICES(nobodys_reply, wire(on_the_wire([](test::sim_connection& c, smpp::pdu p) {
            if (p.id() == command::submit_sm) p.destination_addr = "13899999999";
            append(c.from_gateway, p);
          })));
}

TEST(checkers, a_store_that_knows_no_redelivery) { NOTICES(committed_twice, lying<knows_no_redelivery>()); }

TEST(checkers, a_store_that_keeps_doubts) { NOTICES(in_doubt_in_vain, lying<keeps_doubts>()); }

TEST(checkers, parts_that_wait_for_ever) { NOTICES(lost, lying<waits_for_ever>()); }

TEST(checkers, a_reply_that_is_forgotten_and_taken_for_sent) {
  NOTICES(booked_unsent, wire(on_the_wire([](test::sim_connection& c, const smpp::pdu& p) {
            if (p.id() != command::submit_sm) return append(c.from_gateway, p);
            std::string response;
            append(response, smpp::make_pdu(command::submit_sm_resp, p.sequence_number));
            c.send(response);
          })));
}

TEST(checkers, a_reply_that_is_sent_twice) {
  NOTICES(doubled, wire(on_the_wire([](test::sim_connection& c, smpp::pdu p) {
            append(c.from_gateway, p);
            if (p.id() != command::submit_sm) return;
            p.sequence_number += 0x10000;
            append(c.from_gateway, p);
          })));
}

TEST(checkers, more_unrecorded_replies_than_there_may_be) {
  auto m = lying<finishes_seldom>();
  m.settings = [](config& c) { c.outbox.unrecorded_max = 1000; };
  NOTICES(doubled_by_an_end, m);
}

TEST(checkers, a_sequence_number_that_is_in_flight_twice) {
  NOTICES(sequence_in_flight, wire(on_the_wire([last = std::uint32_t{0}](auto& c, smpp::pdu p) mutable {
            if (p.id() == command::submit_sm) p.sequence_number = 1000 + (++last / 2);
            append(c.from_gateway, p);
          })));
}

TEST(checkers, an_inquiry_that_is_never_told_ok) {
  auto m = lying<commits_never>();
  m.at_the_latest = std::chrono::seconds(35);
  NOTICES(acknowledged_late, m);
}

TEST(checkers, a_link_that_does_not_leave) {
  auto m = wire(on_the_wire([](test::sim_connection& c, const smpp::pdu& p) {
    if (p.id() != command::unbind) append(c.from_gateway, p);
  }));
  m.settings = [](config& c) {
    for (auto& carrier : c.carriers) carrier.response_timeout = std::chrono::seconds(1000);
  };
  NOTICES(stop_hangs, m);
}

TEST(checkers, a_window_that_is_exceeded) {
  mutation m;
  m.settings = [](config& c) {
    for (auto& carrier : c.carriers) ++carrier.window;
  };
  NOTICES(window_exceeded, m);
}

TEST(checkers, a_rate_that_is_exceeded) {
  mutation m;
  m.settings = [](config& c) {
    for (auto& carrier : c.carriers) carrier.throughput *= 2;
  };
  NOTICES(rate_exceeded, m);
}

TEST(checkers, a_conversation_that_answers_after_its_ttl) {
  mutation m;
  m.settings = [](config& c) { c.conversation.ttl *= 100; };
  NOTICES(answered_after_ttl, m);
}

TEST(checkers, a_link_that_stays_down) {
  mutation m;
  m.carriers = [](centre& c) { c.never_binds = true; };
  NOTICES(not_bound, m);
}

}  // namespace
}  // namespace duanwen::sim
