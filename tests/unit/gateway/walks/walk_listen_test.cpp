// Carriers that dial us: who is let in, what they text, how they are answered.
#include "tests/unit/gateway/walks/walk_listen.hpp"

#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen::test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST_F(walk_listen, a_transceiver_texts_and_is_answered) {
  auto& mobile = dial(command::bind_transceiver);
  ASSERT_EQ(told(mobile), rok);
  EXPECT_NE(mobile.binds[0].find(smpp::tag::sc_interface_version), nullptr);
  mobile.submit(resident, number, "龙泉国土");
  daemon().step();
  ASSERT_EQ(mobile.responses.size(), 1u);
  EXPECT_EQ(mobile.responses[0].id(), command::submit_sm_resp);
  EXPECT_EQ(mobile.responses[0].message_id.size(), 16u);
  ASSERT_EQ(mobile.submits.size(), 1u);
  EXPECT_EQ(mobile.submits[0].id(), command::deliver_sm);
  EXPECT_EQ(mobile.submits[0].source_addr, number);
  EXPECT_EQ(mobile.submits[0].destination_addr, resident);
  EXPECT_THAT(mobile.last_text(), HasSubstr("事项1"));
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_listen, a_carrier_of_version_33_gets_no_optional_parameters) {
  auto& mobile = daemon().dial_in(port);
  mobile.bind(command::bind_transmitter, "mobile", "secret", 0x33);
  daemon().step();
  EXPECT_EQ(told(mobile), rok);
  EXPECT_TRUE(mobile.binds[0].tlvs.empty());
}

TEST_F(walk_listen, a_reply_waits_for_a_link_that_can_receive) {
  auto& sends = dial(command::bind_transmitter);
  sends.submit(resident, number, "龙泉国土");
  daemon().advance(2s);
  EXPECT_EQ(sends.responses.at(0).command_status, rok);
  EXPECT_EQ(outbox_size(), 1u);
  EXPECT_EQ(daemon().the_core().not_ready(), "no carrier is bound");
  auto& receives = dial(command::bind_receiver);
  EXPECT_EQ(receives.submits.size(), 1u);
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_EQ(daemon().the_core().not_ready(), "");
}

TEST_F(walk_listen, who_is_not_let_in_is_told_why) {
  settings.carriers[0].allowed_from = {"10.0.0.0/8"};
  EXPECT_EQ(told(dial(command::bind_transceiver, "nobody")), rinvsysid);
  EXPECT_EQ(told(dial(command::bind_transceiver, "mobile", "guess")), rinvpaswd);
  EXPECT_EQ(told(dial(command::bind_transceiver, "mobile", "")), rinvpaswd);
  EXPECT_EQ(told(dial(command::bind_transceiver, "mobile", "secret", "11.0.0.1")), rbindfail);
  EXPECT_EQ(told(dial(command::bind_transceiver)), rok);
}

TEST_F(walk_listen, long_accounts_are_compared_to_their_last_octet) {
  // Longer ones than SMPP 3.4 §5.2.1 and §5.2.2 have are given out all the same.
  const std::string name(64, 'n'), word = std::string(63, 'p') + '1';
  settings.carriers[0].system_id = name;
  settings.carriers[0].password = secret(word);
  EXPECT_EQ(told(dial(command::bind_transceiver, name, std::string(63, 'p') + '2')), rinvpaswd);
  EXPECT_EQ(told(dial(command::bind_transceiver, name, std::string(63, 'p'))), rinvpaswd);
  EXPECT_EQ(told(dial(command::bind_transceiver, name, std::string(8, 'p'))), rinvpaswd);
  EXPECT_EQ(told(dial(command::bind_transceiver, std::string(15, 'n'), word)), rinvsysid);
  EXPECT_EQ(told(dial(command::bind_transceiver, name, word)), rok);
}

TEST_F(walk_listen, as_many_links_as_configured_and_no_more) {
  // A receiver and a transmitter are one; what left makes room.
  settings.carriers[0].links = 2;
  auto& first = dial(command::bind_transceiver);
  EXPECT_EQ(told(dial(command::bind_receiver)), rok);
  EXPECT_EQ(told(dial(command::bind_transmitter)), rok);
  EXPECT_EQ(told(dial(command::bind_transceiver)), ralybnd);
  EXPECT_EQ(told(dial(command::bind_receiver)), ralybnd);
  first.connection().close();
  daemon().step();
  EXPECT_EQ(told(dial(command::bind_transceiver)), rok);
}

TEST_F(walk_listen, several_carriers_share_one_address) {
  settings.carriers.resize(2, settings.carriers[0]);
  settings.carriers[1].name = settings.carriers[1].system_id = "unicom";
  auto& mobile = dial(command::bind_transceiver);
  auto& unicom = dial(command::bind_transceiver, "unicom");
  unicom.submit(resident, number, "龙泉国土");
  daemon().step();
  EXPECT_TRUE(mobile.submits.empty());
  EXPECT_EQ(unicom.submits.size(), 1u);
}

TEST_F(walk_listen, a_receipt_says_delivered_when_the_inquiry_is_safe) {
  // It goes to the sender's side, from the number that was texted, and only where it was asked for.
  auto& mobile = dial(command::bind_transceiver);
  mobile.submit(resident, number, "龙泉国土", 1);
  mobile.submit("13900000002", number, "龙泉国土", 2);
  daemon().step();
  std::vector<smpp::pdu> receipts;
  for (const auto& p : mobile.submits)
    if (p.esm_class == 0x04) receipts.push_back(p);
  ASSERT_EQ(receipts.size(), 1u);
  const auto& id = mobile.responses.at(0).message_id;
  EXPECT_THAT(receipts[0].short_message, StartsWith("id:" + id + " sub:001 dlvrd:001 submit date:"));
  EXPECT_THAT(receipts[0].short_message, HasSubstr(" stat:DELIVRD err:000 text:"));
  EXPECT_EQ(receipts[0].source_addr, number);
  EXPECT_EQ(receipts[0].destination_addr, resident);
  EXPECT_EQ(receipts[0].find(smpp::tag::receipted_message_id)->value, id + '\0');
}

TEST_F(walk_listen, receipts_wait_for_a_link_that_can_receive_within_their_limit) {
  settings.smpp.receipts_waiting_max = 2;
  auto& sends = dial(command::bind_transmitter);
  for (int i = 0; i < 4; ++i) sends.submit("1380000001" + std::to_string(i), number, "龙泉国土", 1);
  daemon().step();
  auto& receives = dial(command::bind_receiver);
  const auto is_receipt = [](const smpp::pdu& p) { return p.esm_class == 0x04; };
  EXPECT_EQ(std::count_if(receives.submits.begin(), receives.submits.end(), is_receipt), 2);
  EXPECT_EQ(receives.submits.size(), 6u) << "and every reply";
}

TEST_F(walk_listen, who_tries_passwords_is_not_heard_for_the_rest_of_the_minute) {
  settings.smpp.refused_binds_per_minute = 3;
  for (int i = 0; i < 3; ++i) EXPECT_EQ(told(dial(command::bind_transceiver, "mobile", "guess")), rinvpaswd);
  auto& shut_out = dial(command::bind_transceiver);
  EXPECT_TRUE(shut_out.binds.empty());
  EXPECT_TRUE(shut_out.connection().closed_by_gateway);
  EXPECT_EQ(told(dial(command::bind_transceiver, "mobile", "guess", "10.0.0.2")), rinvpaswd) << "others are";
  daemon().advance(61s);
  EXPECT_EQ(told(dial(command::bind_transceiver)), rok);
}

TEST_F(walk_listen, connections_are_limited_and_silent_ones_end) {
  settings.smpp.connections_max = 2;
  auto& silent = daemon().dial_in(port);
  daemon().dial_in(port);
  EXPECT_TRUE(dial(command::bind_transceiver).binds.empty());
  daemon().advance(settings.smpp.session_init_timeout + 3s);
  EXPECT_TRUE(silent.connection().closed_by_gateway);
  EXPECT_EQ(told(dial(command::bind_transceiver)), rok);
}

TEST_F(walk_listen, outbind_makes_us_bind_back) {
  auto& mobile = dial(command::outbind);
  ASSERT_EQ(mobile.binds.size(), 1u);
  EXPECT_EQ(mobile.binds[0].id(), command::bind_transceiver);
  EXPECT_EQ(mobile.binds[0].system_id, "mobile");
  mobile.deliver(resident, number, "龙泉国土");
  daemon().step();
  ASSERT_EQ(mobile.submits.size(), 1u);
  EXPECT_EQ(mobile.submits[0].id(), command::submit_sm);
}

TEST_F(walk_listen, two_outbinds_make_a_pair) {
  settings.carriers[0].bind = bind_kind::pair;
  auto& first = dial(command::outbind);
  auto& second = dial(command::outbind);
  EXPECT_EQ(first.binds.at(0).id(), command::bind_receiver);
  EXPECT_EQ(second.binds.at(0).id(), command::bind_transmitter);
  first.deliver(resident, number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(second.submits.size(), 1u);
}

TEST_F(walk_listen, an_outbind_with_a_wrong_password_is_closed) {
  auto& mobile = dial(command::outbind, "mobile", "guess");
  daemon().advance(2s);
  EXPECT_TRUE(mobile.binds.empty());
  EXPECT_TRUE(mobile.connection().closed_by_gateway);
}

TEST_F(walk_listen, while_the_store_is_away_the_carrier_is_told_so) {
  auto& mobile = dial(command::bind_transceiver);
  kept.away = true;
  mobile.submit(resident, number, "龙泉国土");
  daemon().advance(settings.redis.hold + 1s);
  EXPECT_EQ(mobile.responses.at(0).command_status, rsyserr);
}

TEST_F(walk_listen, what_it_did_not_read_the_response_to_is_answered_once) {
  auto& sends = dial(command::bind_transmitter);
  auto& receives = dial(command::bind_receiver);
  sends.submit(resident, number, "龙泉国土");
  daemon().step();
  sends.connection().close();
  daemon().step();
  auto& again = dial(command::bind_transmitter);
  again.submit(resident, number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(again.responses.at(0).command_status, rok);
  EXPECT_EQ(receives.submits.size(), 1u);
}

TEST_F(walk_listen, what_it_read_the_response_to_is_asked_again_when_it_comes_again) {
  // On a carrier's transmitter we can send nothing but enquire_link: its answer is the proof.
  auto& sends = dial(command::bind_transmitter);
  auto& receives = dial(command::bind_receiver);
  sends.submit(resident, number, "龙泉国土");
  daemon().advance(2s);
  sends.connection().close();
  daemon().step();
  dial(command::bind_transmitter).submit(resident, number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(receives.submits.size(), 2u);
}

TEST_F(walk_listen, what_is_to_be_told_later_or_is_over_is_refused) {
  auto& mobile = dial(command::bind_transceiver);
  const auto submit = [&](const std::string& schedule, const std::string& validity, command how) {
    auto p = smpp::make_pdu(how, mobile.next_sequence_number++);
    p.source_addr = resident;
    p.destination_addr = number;
    p.dest_addresses.resize(1);
    p.dest_addresses[0].destination_addr = number;
    p.short_message = "1";
    p.schedule_delivery_time = schedule;
    p.validity_period = validity;
    mobile.say(p);
    daemon().step();
    return mobile.responses.back().command_status;
  };
  for (const auto how : {command::submit_sm, command::submit_multi}) {
    EXPECT_EQ(submit("", "200101000000000+", how), rinvexpiry);
    EXPECT_EQ(submit("", "tomorrow", how), rinvexpiry);
    EXPECT_EQ(submit("990101000000000+", "", how), rinvsched);
    EXPECT_EQ(submit("000001000000000R", "", how), rinvsched);
    EXPECT_EQ(submit("1", "", how), rinvsched);
  }
  EXPECT_TRUE(mobile.submits.empty());
  EXPECT_EQ(submit("200101000000000+", "000001000000000R", command::submit_sm), rok);
  EXPECT_EQ(mobile.submits.size(), 1u);
}

}  // namespace
}  // namespace duanwen::test
