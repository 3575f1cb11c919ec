// What carriers that dial us ask about their inquiries.
#include "tests/unit/gateway/walks/walk_listen.hpp"

namespace duanwen::test {
namespace {

class walk_desk : public walk_listen {
 protected:
  static smpp::pdu multi_to(std::initializer_list<const char*> numbers) {
    auto multi = smpp::make_pdu(command::submit_multi);
    multi.source_addr = resident;
    multi.data_coding = 4;
    multi.short_message = "龙泉国土1";
    for (const char* to : numbers) multi.dest_addresses.emplace_back().destination_addr = to;
    return multi;
  }
  smpp::pdu replace(sim_carrier& by, const std::string& id, const std::string& text,
                    const std::string& from = resident) {
    segmentation one;
    one.used = alphabet::ucs2;
    one.segments.push_back(text);
    auto p = smpp::make_pdu(command::replace_sm);
    p.message_id = id;
    p.source_addr = from;
    p.short_message = smpp::encode_segments(one, long_message_form::none, 0).front().short_message;
    by.deliver(std::move(p));
    daemon().step();
    return by.others.empty() ? smpp::pdu() : by.others.back();
  }
  smpp::pdu ask(sim_carrier& by, command what, const std::string& id, const std::string& from = resident) {
    auto p = smpp::make_pdu(what);
    p.message_id = id;
    p.source_addr = from;
    p.destination_addr = number;
    by.deliver(std::move(p));
    daemon().step();
    return by.others.back();
  }
};

TEST_F(walk_desk, a_query_says_enroute_while_the_reply_waits_and_delivered_then) {
  auto& sends = dial(command::bind_transmitter);
  sends.submit(resident, number, "龙泉国土");
  daemon().step();
  const auto id = sends.responses.at(0).message_id;
  auto said = ask(sends, command::query_sm, id);
  EXPECT_EQ(said.id(), command::query_sm_resp);
  EXPECT_EQ(said.command_status, rok);
  EXPECT_EQ(said.message_id, id);
  EXPECT_EQ(said.message_state, 1);
  EXPECT_EQ(said.final_date, "");
  dial(command::bind_receiver);
  said = ask(sends, command::query_sm, id);
  EXPECT_EQ(said.message_state, 2);
  EXPECT_EQ(said.final_date.size(), 16u);
  EXPECT_EQ(ask(sends, command::query_sm, id, "13900000002").command_status, rqueryfail) << "not its sender";
  EXPECT_EQ(ask(sends, command::query_sm, "1234").command_status, rqueryfail);
}

TEST_F(walk_desk, a_cancel_takes_the_waiting_reply_out) {
  auto& sends = dial(command::bind_transmitter);
  sends.submit(resident, number, "龙泉国土");
  daemon().step();
  const auto id = sends.responses.at(0).message_id;
  EXPECT_EQ(ask(sends, command::cancel_sm, id).command_status, rok);
  EXPECT_EQ(ask(sends, command::cancel_sm, id).command_status, rcancelfail) << "it is gone";
  EXPECT_EQ(ask(sends, command::query_sm, id).message_state, 4) << "deleted";
  auto& receives = dial(command::bind_receiver);
  EXPECT_TRUE(receives.submits.empty());
  EXPECT_EQ(outbox_size(), 0u);
  const auto dead = *run_coroutine(kept.dead_letters(10));
  ASSERT_EQ(dead.size(), 1u);
  EXPECT_EQ(dead[0].reason, "cancelled by the carrier");
}

TEST_F(walk_desk, a_cancel_finds_a_reply_behind_another_and_leaves_that) {
  auto& sends = dial(command::bind_transmitter);
  sends.submit(resident, number, "龙泉国土");
  sends.submit(resident, number, "帮助");
  sends.submit(resident, number, "龙泉国土1");
  daemon().step();
  EXPECT_EQ(ask(sends, command::cancel_sm, sends.responses.at(1).message_id).command_status, rok);
  auto& receives = dial(command::bind_receiver);
  ASSERT_EQ(receives.submits.size(), 2u);
  EXPECT_THAT(receives.texts()[0], ::testing::HasSubstr("1"));
  EXPECT_NE(receives.texts()[0], receives.texts()[1]);
  EXPECT_EQ(run_coroutine(kept.dead_letters(10))->size(), 1u);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_desk, a_cancel_without_an_id_means_all_between_the_addresses) {
  auto& sends = dial(command::bind_transmitter);
  sends.submit(resident, number, "龙泉国土");
  sends.submit("13900000002", number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(ask(sends, command::cancel_sm, "").command_status, rok);
  EXPECT_EQ(dial(command::bind_receiver).submits.size(), 1u) << "the other resident's reply";
}

TEST_F(walk_desk, nothing_sent_is_replaced_or_cancelled) {
  auto& mobile = dial(command::bind_transceiver);
  mobile.submit(resident, number, "龙泉国土");
  daemon().step();
  const auto id = mobile.responses.at(0).message_id;
  EXPECT_EQ(replace(mobile, id, "改天").command_status, rreplacefail);
  EXPECT_EQ(ask(mobile, command::cancel_sm, id).command_status, rcancelfail);
  EXPECT_EQ(mobile.submits.size(), 1u);
}

TEST_F(walk_desk, a_replace_gives_the_waiting_reply_other_words) {
  auto& sends = dial(command::bind_transmitter);
  sends.submit(resident, number, "龙泉国土");
  daemon().step();
  const auto id = sends.responses.at(0).message_id;
  const auto said = replace(sends, id, "改天再来");
  EXPECT_EQ(said.id(), command::replace_sm_resp);
  EXPECT_EQ(said.command_status, rok);
  EXPECT_EQ(replace(sends, id, "明天再来").command_status, rok) << "as often as it waits";
  EXPECT_EQ(ask(sends, command::query_sm, id).message_state, 1) << "it still waits";
  auto& receives = dial(command::bind_receiver);
  ASSERT_EQ(receives.submits.size(), 1u);
  EXPECT_EQ(receives.texts()[0], "【龙泉国土】明天再来");
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_EQ(replace(sends, id, "后天再来").command_status, rreplacefail) << "it has left";
  EXPECT_EQ(ask(sends, command::query_sm, id).message_state, 2);
}

TEST_F(walk_desk, what_cannot_be_replaced_stays_as_it_was) {
  auto& sends = dial(command::bind_transmitter);
  sends.submit(resident, number, "龙泉国土");
  daemon().step();
  const auto id = sends.responses.at(0).message_id;
  EXPECT_EQ(replace(sends, id, "").command_status, rreplacefail) << "no text";
  EXPECT_EQ(replace(sends, "4711", "改天").command_status, rreplacefail) << "no such message";
  EXPECT_EQ(replace(sends, id, "改天", "13900000002").command_status, rreplacefail) << "not its sender";
  EXPECT_THAT(dial(command::bind_receiver).texts().at(0), ::testing::HasSubstr("事项1"));
}

TEST_F(walk_desk, a_replaced_reply_goes_behind_the_others_and_a_restart_changes_nothing) {
  auto& sends = dial(command::bind_transmitter);
  sends.submit(resident, number, "龙泉国土");
  sends.submit(resident, number, "帮助");
  daemon().step();
  EXPECT_EQ(replace(sends, sends.responses.at(0).message_id, "改天再来").command_status, rok);
  started.reset();
  auto& receives = dial(command::bind_receiver);
  daemon().advance(settings.outbox.lease + 5s);
  ASSERT_EQ(receives.submits.size(), 2u);
  EXPECT_EQ(receives.texts()[1], "【龙泉国土】改天再来");
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_desk, a_replace_while_the_store_is_away_waits_for_it_and_then_leaves_the_reply_alone) {
  auto& sends = dial(command::bind_transmitter);
  sends.submit(resident, number, "龙泉国土");
  daemon().step();
  const auto id = sends.responses.at(0).message_id;
  kept.away = true;
  const auto before = sends.others.size();
  replace(sends, id, "改天再来");
  EXPECT_EQ(sends.others.size(), before) << "not before it is known";
  EXPECT_EQ(ask(sends, command::query_sm, id).message_state, 1);
  kept.away = false;
  daemon().advance(1s);
  EXPECT_EQ(sends.others.back().id(), command::replace_sm_resp);
  EXPECT_EQ(sends.others.back().command_status, rok);
  kept.away = true;
  replace(sends, id, "明天再来");
  daemon().advance(settings.redis.hold + 1s);
  EXPECT_EQ(sends.others.back().command_status, rreplacefail);
  kept.away = false;
  daemon().advance(settings.outbox.lease + 5s);
  auto& receives = dial(command::bind_receiver);
  daemon().advance(5s);
  ASSERT_EQ(receives.submits.size(), 1u);
  EXPECT_EQ(receives.texts()[0], "【龙泉国土】改天再来");
}

TEST_F(walk_desk, a_submit_multi_is_an_inquiry_for_each_of_our_numbers) {
  auto& mobile = dial(command::bind_transceiver);
  mobile.deliver(multi_to({"10690001", "1069000103", "4711"}));
  daemon().step();
  const auto& said = mobile.others.back();
  EXPECT_EQ(said.id(), command::submit_multi_resp);
  EXPECT_EQ(said.command_status, rok);
  EXPECT_EQ(said.message_id.size(), 16u);
  ASSERT_EQ(said.unsuccess_smes.size(), 1u);
  EXPECT_EQ(said.unsuccess_smes[0].destination_addr, "4711");
  EXPECT_EQ(said.unsuccess_smes[0].error_status_code, rinvdstadr);
  EXPECT_EQ(mobile.submits.size(), 2u);
}

TEST_F(walk_desk, a_submit_multi_that_was_read_is_asked_again_when_it_comes_again) {
  const auto multi = multi_to({"10690001", "10690002"});
  settings.services.push_back(settings.services[0]);
  settings.services.back().number = "10690002";
  auto& first = dial(command::bind_transceiver);
  first.deliver(multi);
  daemon().advance(2s);
  ASSERT_EQ(first.submits.size(), 2u);
  first.connection().close();
  daemon().step();
  auto& second = dial(command::bind_transceiver);
  second.deliver(multi);
  daemon().advance(2s);
  EXPECT_EQ(second.submits.size(), 2u);
}

TEST_F(walk_desk, what_is_asked_about_a_submit_multi_means_all_of_its_inquiries) {
  auto& sends = dial(command::bind_transmitter);
  sends.deliver(multi_to({"10690001", "1069000103"}));
  daemon().step();
  const auto id = sends.others.back().message_id;
  EXPECT_EQ(ask(sends, command::query_sm, id).message_state, 1);
  EXPECT_EQ(ask(sends, command::cancel_sm, id).command_status, rok);
  EXPECT_EQ(ask(sends, command::query_sm, id).message_state, 4);
  EXPECT_TRUE(dial(command::bind_receiver).submits.empty());
}

TEST_F(walk_desk, what_is_remembered_is_counted_by_inquiries_and_not_by_ids) {
  settings.smpp.messages_remembered_max = 3;
  auto& sends = dial(command::bind_transmitter);
  const auto submit_to_two = [&] {
    sends.deliver(multi_to({"10690001", "1069000103"}));
    daemon().step();
    return sends.others.back().message_id;
  };
  const auto first = submit_to_two(), second = submit_to_two();
  EXPECT_NE(ask(sends, command::query_sm, first).command_status, rok);
  EXPECT_EQ(ask(sends, command::query_sm, second).command_status, rok);
}

}  // namespace
}  // namespace duanwen::test
