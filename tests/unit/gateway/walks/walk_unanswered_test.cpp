// What comes in and is never answered: ourselves, receipts under any label, programs, the rest of long texts.
#include "gateway/smpp/text/alphabets.hpp"
#include "tests/unit/gateway/walks/walk_listen.hpp"

namespace duanwen::test {
namespace {

using testing::HasSubstr;

class walk_unanswered : public walk {
 protected:
  smpp::pdu from(const std::string& sender, const std::string& octets, std::uint8_t ton = 0) {
    auto p = smpp::make_pdu(command::deliver_sm);
    p.source_addr = sender;
    p.source_addr_ton = ton;
    p.destination_addr = number;
    p.short_message = octets;
    return p;
  }
  static std::string ucs2(const std::string& text) { return smpp::to_ucs2(text); }
  smpp::pdu keyword_from(const std::string& sender, std::uint8_t ton = 0) {
    auto p = from(sender, ucs2("龙泉国土"), ton);
    p.data_coding = 8;
    return p;
  }
  smpp::pdu part(int index, int total, const std::string& text) {
    const char header[] = {5, 0, 3, 7, static_cast<char>(total), static_cast<char>(index)};
    auto p = from(resident, std::string(header, sizeof header) + ucs2(text));
    p.esm_class = 0x40;
    p.data_coding = 8;
    return p;
  }
  void deliver(const smpp::pdu& p) {
    daemon().carrier().deliver(p);
    daemon().step();
    EXPECT_EQ(daemon().carrier().responses.back().command_status, rok);
  }
  std::size_t answers() { return daemon().carrier().submits.size(); }
  std::string counted(const std::string& outcome, int times) {
    return "duanwen_inquiries_total{carrier=\"mobile\",outcome=\"" + outcome + "\"} " +
           std::to_string(times) + "\n";
  }
  std::string metrics() { return daemon().the_core().metrics_text(); }
};

TEST_F(walk_unanswered, a_text_from_a_number_of_ours) {
  for (const auto* sender :
       {"10690001", "+8610690001", "8610690001", "008610690001", "1069000103", "1069000155"})
    deliver(keyword_from(sender));
  EXPECT_EQ(answers(), 0u);
  EXPECT_THAT(metrics(), HasSubstr(counted("own_number", 6)));
}

TEST_F(walk_unanswered, what_programs_and_other_services_send) {
  deliver(keyword_from("1065512345678"));
  deliver(keyword_from("13800000001", 5));
  auto push = from(resident, std::string("\x06\x05\x04\x0B\x84\x23\xF0\1\6", 9));
  push.esm_class = 0x40;
  deliver(push);
  auto waits = from(resident, "1 new message");
  waits.data_coding = 0xC8;
  deliver(waits);
  EXPECT_EQ(answers(), 0u);
  EXPECT_THAT(metrics(), HasSubstr(counted("ignored", 4)));
}

TEST_F(walk_unanswered, but_by_a_service_that_lists_none) {
  settings.services[0].ignored_senders.clear();
  settings.services[0].ignored_ports.clear();
  deliver(keyword_from("1065512345678"));
  auto with_port = keyword_from(resident);
  with_port.tlvs.push_back({0x020B, std::string("\x0B\x84", 2)});
  deliver(with_port);
  EXPECT_EQ(answers(), 2u);
}

TEST_F(walk_unanswered, a_receipt_under_no_label) {
  settings.carriers[0].registered_delivery = true;
  text("龙泉国土");
  const auto id = "id" + std::to_string(daemon().carrier().submits.at(0).sequence_number);
  deliver(from(resident, "Msg_Id:" + id + " Stat:DELIVRD Submit_time:2611241200 Done_time:2611241201"));
  EXPECT_EQ(answers(), 1u);
  EXPECT_THAT(metrics(), HasSubstr("state=\"delivered\"} 1\n"));
}

TEST_F(walk_unanswered, an_id_that_is_awaited_from_its_number) {
  settings.carriers[0].registered_delivery = true;
  text("龙泉国土");
  const auto id = "id" + std::to_string(daemon().carrier().submits.at(0).sequence_number);
  deliver(from("13800000002", "the message id: " + id + " was read"));
  EXPECT_EQ(answers(), 2u) << "nothing of this id was sent to that number";
  deliver(from(resident, "the message id: " + id + " was DELIVERED"));
  EXPECT_EQ(answers(), 2u);
  EXPECT_THAT(metrics(), HasSubstr("state=\"delivered\"} 1\n"));
}

TEST_F(walk_unanswered, a_receipt_in_parts) {
  deliver(part(1, 2, "id:7 sub:001 dlvrd:001 submit date:2611241200 done da"));
  deliver(part(2, 2, "te:2611241201 stat:DELIVRD err:000 text:"));
  EXPECT_EQ(answers(), 0u);
}

TEST_F(walk_unanswered, the_rest_of_a_text_in_more_parts_than_may_be) {
  settings.reassembly.parts_max = 3;
  for (const int total : {4, 12, 20}) {
    daemon().carrier().submits.clear();
    for (int index = total; index > 0; --index)
      deliver(part(index, total, index == 1 ? "龙泉国土" : "的事情"));
    EXPECT_EQ(answers(), 1u) << total;
    EXPECT_THAT(daemon().carrier().last_text(), HasSubstr("事项1")) << total;
    daemon().advance(11s);
  }
  daemon().carrier().submits.clear();
  for (int index = 1; index <= 12; ++index) deliver(part(index, 12, "呵呵哈哈"));
  EXPECT_EQ(answers(), 1u) << "the help reply";
  daemon().advance(300s);
  EXPECT_EQ(answers(), 1u) << "and nothing when the wait is over";
}

TEST_F(walk_unanswered, a_number_of_another_country_is_another_resident) {
  deliver(keyword_from("13805551234", 1));
  deliver(keyword_from("13805551234", 2));
  EXPECT_EQ(answers(), 2u);
  const auto& to = daemon().carrier().submits.at(0);
  EXPECT_EQ(to.destination_addr, "13805551234");
  EXPECT_EQ(to.dest_addr_ton, 1) << "replies keep the form in which the number came";
  EXPECT_EQ(run_coroutine(kept.traces("13805551234"))->size(), 1u);
  EXPECT_EQ(run_coroutine(kept.traces("8613805551234"))->size(), 1u);
}

TEST_F(walk_unanswered, unless_its_carrier_sends_all_numbers_so) {
  settings.carriers[0].source_ton_trusted = false;
  deliver(keyword_from("13805551234", 1));
  EXPECT_EQ(run_coroutine(kept.traces("8613805551234"))->size(), 1u);
}

TEST_F(walk_listen, a_receipt_that_is_submitted_has_no_receipt) {
  auto& mobile = dial(command::bind_transceiver);
  mobile.submit(resident, number, "id:7 sub:001 dlvrd:001 stat:DELIVRD err:000 text:", 1);
  daemon().advance(2s);
  EXPECT_EQ(mobile.responses.at(0).command_status, rok);
  EXPECT_TRUE(mobile.submits.empty());
}

}  // namespace
}  // namespace duanwen::test
