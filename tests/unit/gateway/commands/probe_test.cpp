// What a probe finds out about a carrier that is played over simulated time.
#include "gateway/commands/probe.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>

#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/pdu.hpp"
#include "gateway/smpp/pdu/status_lookup.hpp"
#include "tests/support/simulated/sim_carrier.hpp"
#include "tests/support/simulated/sim_daemon.hpp"

namespace duanwen::test {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class probing : public ::testing::Test {
 protected:
  /// Runs it to its end; `at_each_step` plays the carrier's part beyond answering.
  template <class Play>
  probe_findings run(probe_options options, Play at_each_step) {
    std::optional<probe_findings> found;
    asio::co_spawn(runtime.executor(), probe(runtime, settings.carriers[0], settings, std::move(options)),
                   [&](const std::exception_ptr&, probe_findings f) { found = std::move(f); });
    for (int i = 0; i < 10000 && !found; ++i) {
      runtime.advance(50ms);
      while (carriers.size() < runtime.connections.size()) {
        carriers.push_back(std::make_unique<sim_carrier>(runtime.connections[carriers.size()]));
        carriers.back()->bind_status = carriers.size() == refuses ? smpp::esme::rinvcmdid : bind_status;
      }
      for (auto& c : carriers) c->serve();
      if (!carriers.empty()) at_each_step(*carriers.back());
    }
    return found.value();
  }
  std::string report(const probe_findings& found) { return as_settings(found, settings.carriers[0]); }

  sim_runtime runtime;
  config settings = sim_settings();
  std::vector<std::unique_ptr<sim_carrier>> carriers;
  std::size_t refuses = 0;  // which bind, counted from 1
  std::uint32_t bind_status = 0;
};

TEST_F(probing, binds_in_every_way_and_sends_nothing_without_a_test_number) {
  const auto found = run({}, [](sim_carrier&) {});
  EXPECT_EQ(found.binds, (tried{{"receiver", ""}, {"transmitter", ""}, {"transceiver", ""}}));
  EXPECT_THAT(report(found), HasSubstr("bind = \"transceiver\""));
  for (const auto& c : carriers) EXPECT_TRUE(c->submits.empty());
}

TEST_F(probing, a_carrier_without_transceivers_is_a_pair) {
  refuses = 3;
  EXPECT_THAT(report(run({}, [](sim_carrier&) {})), HasSubstr("bind = \"pair\""));
}

TEST_F(probing, a_carrier_that_refuses_every_bind_teaches_no_setting) {
  // Neither one that answers so, nor one that cannot be reached: all lines are comments.
  bind_status = smpp::esme::rinvpaswd;
  const auto refused = report(run({}, [](sim_carrier&) {}));
  EXPECT_EQ(refused, "# bind: none was accepted: " + smpp::describe_status(smpp::esme::rinvpaswd) + "\n");
  runtime.refuse_connections = true;
  EXPECT_EQ(report(run({}, [](sim_carrier&) {})), "# bind: none was accepted: Connection refused\n");
}

TEST_F(probing, one_way_alone_is_no_setting) {
  // Half a pair is told, and not written as if it were one.
  for (const auto& half : {tried{{"receiver", ""}, {"transmitter", "x"}, {"transceiver", "x"}},
                           tried{{"receiver", "x"}, {"transmitter", ""}, {"transceiver", "y"}}}) {
    probe_findings found;
    found.binds = half;
    EXPECT_THAT(report(found), StartsWith("# bind: "));
    EXPECT_THAT(report(found), HasSubstr("accepted"));
  }
}

TEST_F(probing, what_was_seen_both_ways_is_no_setting) {
  probe_findings found;
  found.binds = {{"receiver", ""}, {"transmitter", ""}, {"transceiver", ""}};
  found.alphabets[0] = {"gsm7", "utf8"};
  EXPECT_THAT(report(found), HasSubstr("# data_coding: of the texts that came: gsm7 under 0, utf8 under 0"));
  found.long_messages = {{"udh8", ""}, {"udh16", "x"}};
  EXPECT_THAT(report(found), HasSubstr("# registered_delivery: no receipt came while it waited"));
  EXPECT_THAT(report(found), Not(HasSubstr("registered_delivery =")));
}

TEST_F(probing, tries_every_form_and_learns_how_receipts_spell_ids) {
  probe_options options;
  options.to = "13800000001";
  options.from = "10690001";
  options.burst = 5;
  std::size_t receipts = 0;
  const auto found = run(options, [&](sim_carrier& c) {
    c.submit_status = 0;
    for (; receipts < c.submits.size(); ++receipts) {
      auto receipt = smpp::make_pdu(smpp::command::deliver_sm);
      receipt.esm_class = 4;
      // What sim_carrier calls id7 is no number, so that it is named as it is.
      receipt.short_message = "id:ID" + std::to_string(c.submits[receipts].sequence_number) + " stat:DELIVRD";
      c.deliver(receipt);
    }
  });
  EXPECT_EQ(found.long_messages, (tried{{"udh8", ""}, {"udh16", ""}, {"sar", ""}, {"payload", ""}}));
  EXPECT_EQ(found.burst.at("ESME_ROK"), 5u);
  EXPECT_EQ(found.receipts.at("same"), carriers.back()->submits.size());
  EXPECT_THAT(report(found), HasSubstr("long_messages = \"udh16\""));
  EXPECT_THAT(report(found), HasSubstr("registered_delivery = true"));
}

TEST_F(probing, tells_how_the_carrier_throttles_and_what_texts_came) {
  probe_options options;
  options.to = "13800000001";
  options.burst = 3;
  bool texted = false;
  const auto found = run(options, [&](sim_carrier& c) {
    c.submit_status = smpp::esme::rthrottled;
    if (!texted && c.binds.front().id() == smpp::command::bind_transceiver) {
      auto text = smpp::make_pdu(smpp::command::deliver_sm);
      text.short_message = "龙泉国土";
      c.deliver(text);
      texted = true;
    }
  });
  EXPECT_EQ(found.burst.at("ESME_RTHROTTLED"), 3u);
  EXPECT_THAT(report(found), HasSubstr("data_coding = { 0 = \"utf8\" }"));
  // Plain pieces were not tried, and whether receipts come cannot be told from texts that were refused.
  EXPECT_THAT(report(found), Not(HasSubstr("long_messages =")));
  EXPECT_THAT(report(found), HasSubstr("# long_messages: none was accepted: ESME_RTHROTTLED"));
  EXPECT_THAT(report(found), Not(HasSubstr("registered_delivery")));
}

}  // namespace
}  // namespace duanwen::test
