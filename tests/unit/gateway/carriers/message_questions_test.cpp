// Questions about messages as PDUs, and what is read out of the answers.
#include "gateway/carriers/message_questions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/smpp/pdu/command_status.hpp"

namespace duanwen {
namespace {

using smpp::command;
using ::testing::HasSubstr;

class message_questions : public ::testing::Test {
 protected:
  message_questions() {
    message.message_id = "5F3A";
    message.source_addr = "10690001";
    message.source_addr_ton = 2;
    message.source_addr_npi = 1;
    message.destination_addr = "13800000001";
    message.dest_addr_ton = 1;
    message.data_coding = 8;
    message.registered_delivery = 1;
  }
  std::variant<smpp::pdu, std::string> asked(carrier_request what, const std::string& text = "") {
    carrier_question q;
    q.what = what;
    q.text = text;
    return question_about(message, q, carrier);
  }
  smpp::pdu replaced_by(const std::string& text) {
    return std::get<smpp::pdu>(asked(carrier_request::replace, text));
  }
  std::string unfit(const std::string& text) {
    const auto said = asked(carrier_request::replace, text);
    const auto* why = std::get_if<std::string>(&said);
    return why ? *why : "it fits";
  }
  static std::string times(int n, const std::string& what) {
    std::string all;
    while (n-- > 0) all += what;
    return all;
  }

  sent_message message;
  carrier_settings carrier;
};

TEST_F(message_questions, name_the_message_as_it_was_sent) {
  const auto query = std::get<smpp::pdu>(asked(carrier_request::query));
  EXPECT_EQ(query.id(), command::query_sm);
  EXPECT_EQ(query.message_id, "5F3A");
  EXPECT_EQ(query.source_addr, "10690001");
  EXPECT_EQ(query.source_addr_ton, 2);
  EXPECT_EQ(query.source_addr_npi, 1);
  const auto cancel = std::get<smpp::pdu>(asked(carrier_request::cancel));
  EXPECT_EQ(cancel.id(), command::cancel_sm);
  EXPECT_EQ(cancel.message_id, "5F3A");
  EXPECT_EQ(cancel.destination_addr, "13800000001");
  EXPECT_EQ(cancel.dest_addr_ton, 1);
  EXPECT_EQ(cancel.service_type, "") << "§4.9.1: it would mean a group of messages";
}

TEST_F(message_questions, a_text_takes_the_alphabet_of_what_was_sent) {
  const auto ucs2 = replaced_by("AB");
  EXPECT_EQ(ucs2.id(), command::replace_sm);
  EXPECT_EQ(ucs2.short_message, std::string("\0A\0B", 4));
  EXPECT_EQ(ucs2.registered_delivery, 1);
  EXPECT_EQ(ucs2.validity_period, "") << "§4.10.1: it stays as it was";
  message.data_coding = 0;
  EXPECT_EQ(replaced_by("AB@").short_message, std::string("AB\0", 3));
  EXPECT_THAT(unfit("龙"), HasSubstr("alphabet"));
  message.data_coding = 15;
  EXPECT_EQ(replaced_by("龙").short_message, "\xC1\xFA") << "GBK";
  EXPECT_THAT(unfit("😀"), HasSubstr("alphabet"));
}

TEST_F(message_questions, a_text_takes_one_segment) {
  EXPECT_EQ(replaced_by(times(70, "龙")).short_message.size(), 140u);
  EXPECT_THAT(unfit(times(71, "龙")), HasSubstr("one segment"));
  EXPECT_THAT(unfit(times(71, "A")), HasSubstr("one segment")) << "it goes as UCS-2";
  message.data_coding = 0;
  EXPECT_EQ(replaced_by(times(160, "A")).short_message.size(), 160u);
  EXPECT_THAT(unfit(times(161, "A")), HasSubstr("one segment"));
  carrier.profile.billing = billing_rule::seventy_67;
  EXPECT_THAT(unfit(times(71, "A")), HasSubstr("one segment")) << "it would be billed as two";
}

TEST_F(message_questions, parts_of_long_messages_are_not_replaced) {
  message.part = 2;
  message.parts = 3;
  EXPECT_THAT(unfit("A"), HasSubstr("part 2 of 3"));
  message.parts = 1;
  message.plain = false;
  EXPECT_THAT(unfit("A"), HasSubstr("message_payload"));
}

TEST_F(message_questions, a_state_is_told_in_words) {
  auto response = smpp::make_pdu(command::query_sm_resp);
  response.message_state = 5;
  response.final_date = "261124120003032+";
  response.error_code = 27;
  auto said = said_by(response, carrier_request::query, "mobile");
  EXPECT_EQ(said.end, question_end::done);
  EXPECT_EQ(said.state, "undeliverable");
  EXPECT_TRUE(said.final);
  EXPECT_EQ(said.final_date, "2026-11-24T12:00:03+08:00");
  EXPECT_EQ(said.error_code, 27);
  response.message_state = 99;
  response.final_date = "soon";
  said = said_by(response, carrier_request::query, "mobile");
  EXPECT_EQ(said.state, "undefined");
  EXPECT_FALSE(said.final);
  EXPECT_EQ(said.final_date, "soon") << "as the carrier wrote it";
}

TEST_F(message_questions, a_refusal_is_told_in_words) {
  const auto response = smpp::make_pdu(command::cancel_sm_resp, 1, smpp::esme::rcancelfail);
  const auto said = said_by(response, carrier_request::cancel, "mobile");
  EXPECT_EQ(said.end, question_end::refused);
  EXPECT_EQ(said.detail, "mobile answered ESME_RCANCELFAIL (0x00000011): it could not be cancelled");
}

TEST_F(message_questions, a_query_answered_by_nothing_is_no_state) {
  auto response = smpp::make_pdu(command::query_sm_resp);
  response.without_body = true;
  EXPECT_EQ(said_by(response, carrier_request::query, "mobile").end, question_end::refused);
  EXPECT_EQ(said_by(smpp::make_pdu(command::submit_sm_resp), carrier_request::query, "mobile").end,
            question_end::refused);
  EXPECT_EQ(said_by(smpp::make_pdu(command::cancel_sm_resp), carrier_request::cancel, "mobile").end,
            question_end::done)
      << "what has no body says all by its status";
}

}  // namespace
}  // namespace duanwen
