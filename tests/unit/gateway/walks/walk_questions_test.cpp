// What administrators ask of a carrier about messages that it accepted.
#include <boost/asio/co_spawn.hpp>

#include "gateway/smpp/pdu/command_status.hpp"
#include "tests/unit/gateway/walks/walk_listen.hpp"

namespace duanwen::test {
namespace {

using testing::HasSubstr;

class walk_questions : public walk {
 protected:
  sim_carrier& mobile() { return daemon().carrier(); }
  std::string id_of_last() { return "id" + std::to_string(mobile().submits.back().sequence_number); }
  /// What becomes of it is in `said`, once it is known.
  void ask(carrier_request what, const std::string& id, const std::string& words = "",
           const std::string& carrier = "mobile") {
    carrier_question q;
    q.what = what;
    q.carrier = carrier;
    q.message_id = id;
    q.text = words;
    said.reset();
    auto asking = daemon().the_core().links().ask(std::move(q));
    asio::co_spawn(runtime.executor(), std::move(asking),
                   [this](const std::exception_ptr&, carrier_said end) { said = std::move(end); });
    daemon().step();
  }
  /// The carrier answers the last thing that it was asked.
  void answers(smpp::pdu response) {
    response.sequence_number = mobile().others.back().sequence_number;
    mobile().say(response);
    daemon().step();
  }
  void answers(std::uint32_t command_status) {
    const auto asked = mobile().others.back().command_id;
    answers(smpp::make_pdu(static_cast<command>(asked | smpp::response_bit), 0, command_status));
  }

  std::optional<carrier_said> said;
};

TEST_F(walk_questions, a_query_brings_what_the_carrier_knows) {
  text("龙泉国土");
  ask(carrier_request::query, id_of_last());
  EXPECT_FALSE(said) << "the carrier has the word";
  const auto asked = mobile().others.at(0);
  EXPECT_EQ(asked.id(), command::query_sm);
  EXPECT_EQ(asked.message_id, id_of_last());
  EXPECT_EQ(asked.source_addr, number);
  auto response = smpp::make_pdu(command::query_sm_resp);
  response.message_id = asked.message_id;
  response.message_state = 2;
  response.final_date = "261124120003032+";
  answers(response);
  ASSERT_TRUE(said);
  EXPECT_EQ(said->end, question_end::done);
  EXPECT_EQ(said->state, "delivered");
  EXPECT_TRUE(said->final);
}

TEST_F(walk_questions, a_cancel_and_a_replace_are_told_to_the_carrier) {
  text("龙泉国土");
  ask(carrier_request::cancel, id_of_last());
  EXPECT_EQ(mobile().others.at(0).id(), command::cancel_sm);
  EXPECT_EQ(mobile().others.at(0).destination_addr, resident);
  answers(rok);
  EXPECT_EQ(said.value().end, question_end::done);
  ask(carrier_request::replace, id_of_last(), "改天再来");
  EXPECT_EQ(mobile().others.at(1).id(), command::replace_sm);
  EXPECT_EQ(smpp::decode_text(mobile().others.at(1).short_message, 8, {}).text, "改天再来");
  answers(rreplacefail);
  EXPECT_EQ(said.value().end, question_end::refused);
  EXPECT_THAT(said->detail, HasSubstr("ESME_RREPLACEFAIL"));
}

TEST_F(walk_questions, a_nack_is_a_refusal_whatever_it_says) {
  text("龙泉国土");
  for (const auto status : {rok, rinvcmdid}) {
    ask(carrier_request::cancel, id_of_last());
    answers(smpp::make_pdu(command::generic_nack, 0, status));
    EXPECT_EQ(said.value().end, question_end::refused) << status;
  }
}

TEST_F(walk_questions, who_cannot_be_asked_and_what_is_not_known) {
  text("龙泉国土");
  ask(carrier_request::query, "id1", "", "unicom");
  EXPECT_EQ(said.value().end, question_end::no_carrier);
  ask(carrier_request::query, "4711");
  EXPECT_EQ(said.value().end, question_end::no_message);
  ask(carrier_request::replace, id_of_last(), std::string(200, 'x'));
  EXPECT_EQ(said.value().end, question_end::unfit);
  EXPECT_TRUE(mobile().others.empty());
  runtime.refuse_connections = true;
  mobile().connection().close();
  daemon().step();
  ask(carrier_request::query, id_of_last());
  EXPECT_EQ(said.value().end, question_end::not_bound);
  EXPECT_THAT(said->detail, HasSubstr("no link that is bound"));
}

TEST_F(walk_questions, a_carrier_that_says_nothing_is_waited_for_so_long_and_keeps_its_link) {
  text("龙泉国土");
  ask(carrier_request::query, id_of_last());
  daemon().advance(settings.admin.carrier_timeout - 1s);
  EXPECT_FALSE(said);
  daemon().advance(2s);
  ASSERT_TRUE(said);
  EXPECT_EQ(said->end, question_end::late);
  daemon().advance(settings.carriers[0].response_timeout + 5s);
  EXPECT_EQ(daemon().connections(), 1u);
  answers(rok);
  EXPECT_THAT(text("龙泉国土1"), HasSubstr("窗口1")) << "a late answer hurts nobody";
}

TEST_F(walk_questions, a_link_that_falls_loses_the_question) {
  text("龙泉国土");
  ask(carrier_request::query, id_of_last());
  mobile().connection().close();
  daemon().step();
  EXPECT_EQ(said.value().end, question_end::lost);
}

TEST_F(walk_questions, a_full_window_is_waited_for_and_a_question_goes_before_replies) {
  settings.carriers[0].window = 1;
  text("龙泉国土");
  const auto id = id_of_last();
  mobile().answers_submits = false;
  mobile().deliver("13900000002", number, "龙泉国土");
  mobile().deliver("13900000003", number, "龙泉国土");
  daemon().step();
  ASSERT_EQ(mobile().submits.size(), 2u);
  ask(carrier_request::query, id);
  EXPECT_TRUE(mobile().others.empty());
  mobile().answer_submits();
  daemon().step();
  EXPECT_EQ(mobile().others.size(), 1u);
  EXPECT_EQ(mobile().submits.size(), 2u) << "the window is the question's";
  answers(rqueryfail);
  EXPECT_EQ(said.value().end, question_end::refused);
  EXPECT_EQ(mobile().submits.size(), 3u);
}

TEST_F(walk_questions, messages_are_listed_with_their_parts_and_receipts) {
  settings.carriers[0].registered_delivery = true;
  text("龙泉国土");
  const auto id = id_of_last();
  auto listed = daemon().the_core().links().messages("mobile", "8613800000001", 10);
  ASSERT_EQ(listed.value().size(), 1u);
  EXPECT_EQ(listed->at(0).message_id, id);
  EXPECT_EQ(listed->at(0).source, number);
  EXPECT_EQ(listed->at(0).destination, resident);
  EXPECT_EQ(listed->at(0).at, clock_ms());
  EXPECT_EQ(listed->at(0).parts, 1u);
  EXPECT_EQ(listed->at(0).receipt, "");
  auto receipt = smpp::make_pdu(command::deliver_sm);
  receipt.source_addr = resident;
  receipt.destination_addr = number;
  receipt.esm_class = 4;
  receipt.short_message = "id:" + id + " stat:UNDELIV err:027";
  mobile().deliver(std::move(receipt));
  daemon().step();
  listed = daemon().the_core().links().messages("mobile", "", 10);
  EXPECT_EQ(listed.value().at(0).receipt, "undeliverable");
  EXPECT_TRUE(daemon().the_core().links().messages("mobile", "8613900000002", 10)->empty());
  EXPECT_FALSE(daemon().the_core().links().messages("unicom", "", 10));
}

class walk_questions_to_callers : public walk_listen {};

TEST_F(walk_questions_to_callers, a_carrier_whose_centre_we_are_has_none_to_ask) {
  auto& caller = dial(command::bind_transceiver);
  caller.submit(resident, number, "龙泉国土");
  daemon().step();
  carrier_question q;
  q.carrier = "mobile";
  q.message_id = "id" + std::to_string(caller.submits.back().sequence_number);
  std::optional<carrier_said> said;
  auto asking = daemon().the_core().links().ask(std::move(q));
  asio::co_spawn(runtime.executor(), std::move(asking),
                 [&](const std::exception_ptr&, carrier_said end) { said = std::move(end); });
  daemon().step();
  EXPECT_EQ(said.value().end, question_end::not_bound);
  EXPECT_THAT(said->detail, HasSubstr("we are its centre"));
}

}  // namespace
}  // namespace duanwen::test
