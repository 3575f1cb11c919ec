// Texts that can be nothing but a receipt, whatever their message is labelled as.
#include "gateway/smpp/text/receipt_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/smpp/text/alphabets.hpp"
#include "gateway/smpp/text/receipt.hpp"

namespace duanwen::smpp {
namespace {

constexpr const char* as_in_appendix_b =
    "id:0123456789 sub:001 dlvrd:001 submit date:2611241200 done date:2611241201 stat:DELIVRD err:000 text:";

pdu deliver_of(std::string octets, std::uint8_t data_coding = 0) {
  auto p = make_pdu(command::deliver_sm);
  p.short_message = std::move(octets);
  p.data_coding = data_coding;
  return p;
}

TEST(receipt_text, is_known_in_any_order_and_case) {
  for (const auto* text : {
           as_in_appendix_b,
           "ID:7 SUB:001 DLVRD:001 STAT:UNDELIV ERR:027 TEXT:",
           "stat:DELIVRD err:000 id:7",
           "dlvrd:001 sub:001 done date:2611241201 stat:EXPIRED",
           "submit date:2611241200 done date:2611241201 id:7 err:000",
           "id:7 stat:DELIVRD",
           "  id: 7 , stat: ACCEPTD",
           "Msg_Id:7291 Stat:DELIVRD Submit_time:2611241200 Done_time:2611241201 "
           "Dest_terminal_Id:13800000001",
           "Msg_Id=7291,Stat=MK:0005,Submit_time=2611241200,Done_time=2611241201",
           "MSGID:7 STATUS:DELIVERED",
           "message id: 7 status: FAILED",
           "id：7 stat：DELIVRD err：000",
           "{\"id\":\"7\",\"stat\":\"DELIVRD\"}",
           "SubmitSequenceNumber:7 ReportType:0 State:0 ErrorCode:0",
           "id:7 Submit_Date:2611241200 Done_Date:2611241201 Stat:DELIVRD Err:000 Txt:001",
       })
    EXPECT_TRUE(is_receipt_text(text)) << text;
}

TEST(receipt_text, is_nothing_that_a_resident_writes) {
  for (const auto* text : {"", "1", "龙泉国土", "id", "id:", "身份证:510112197001011234",
                           "ID: 510112197001011234", "请问 id:7 stat:DELIVRD 是什么意思", "status?",
                           "text: 我要办身份证", "1:30 stat", "我的短信显示 stat:DELIVRD", "err: 网站打不开",
                           "时间:8点 地点:龙泉 id:7", "sub:001", "姓名：张三 电话：13800000001 事由：stat"})
    EXPECT_FALSE(is_receipt_text(text)) << text;
}

TEST(receipt_text, is_read_under_any_data_coding) {
  const std::string text = as_in_appendix_b, wide = to_ucs2(text);
  std::string little;
  for (const char c : text) little += {c, '\0'};
  for (int data_coding = 0; data_coding < 256; ++data_coding)
    for (const auto& octets : {text, wide, little, text + '\0'}) {
      const auto receipt = read_receipt(deliver_of(octets, static_cast<std::uint8_t>(data_coding)));
      ASSERT_TRUE(receipt) << data_coding;
      EXPECT_THAT(receipt->message_ids, testing::ElementsAre("0123456789")) << data_coding;
      EXPECT_EQ(receipt->state, message_state::delivered) << data_coding;
    }
}

TEST(receipt_text, is_read_under_any_esm_class_with_its_ids) {
  for (int esm_class = 0; esm_class < 256; ++esm_class) {
    auto p = deliver_of("Msg_Id:7291 Stat:UNDELIV Submit_time:2611241200 Done_time:2611241201");
    p.esm_class = static_cast<std::uint8_t>(esm_class);
    const auto receipt = read_receipt(p);
    ASSERT_TRUE(receipt) << esm_class;
    EXPECT_THAT(receipt->message_ids, testing::ElementsAre("7291")) << esm_class;
    EXPECT_EQ(receipt->state, message_state::undeliverable) << esm_class;
  }
}

TEST(receipt_text, is_read_in_message_payload) {
  for (const auto& octets : {std::string(as_in_appendix_b), to_ucs2(as_in_appendix_b)}) {
    auto p = make_pdu(command::data_sm);
    p.tlvs.push_back({tag::message_payload, octets});
    EXPECT_TRUE(read_receipt(p));
    p.short_message = " ";
    EXPECT_TRUE(read_receipt(p)) << "beside a short_message";
  }
}

TEST(receipt_text, is_read_in_the_structure_of_cmpp) {
  auto octets = std::string("\x01\x02\x03\x04\x05\x06\x07\x08", 8) + "DELIVRD" + "2611241200" + "2611241201" +
                "13800000001" + std::string(10, '\0') + std::string(4, '\0');
  for (const auto& one : {octets, octets + std::string(11, '\0')}) {
    const auto receipt = read_receipt(deliver_of(one, 4));
    ASSERT_TRUE(receipt);
    EXPECT_THAT(receipt->message_ids, testing::ElementsAre("72623859790382856"));
    EXPECT_EQ(receipt->state, message_state::delivered);
  }
}

TEST(receipt_text, is_a_receipt_by_its_parameters_alone) {
  auto p = deliver_of("");
  p.tlvs.push_back({tag::message_state, std::string(1, '\2')});
  ASSERT_TRUE(read_receipt(p));
  EXPECT_EQ(read_receipt(p)->state, message_state::delivered);
}

TEST(receipt_text, speaks_of_ids_that_may_be_awaited) {
  using testing::Contains;
  EXPECT_THAT(ids_spoken_of("Message 4711A DELIVERED"), Contains("4711A"));
  EXPECT_THAT(ids_spoken_of("the id: 7 was read"), Contains("7"));
  EXPECT_THAT(ids_spoken_of("7 FAILED"), testing::Not(Contains("7")));
  EXPECT_THAT(ids_spoken_of("4711A"), testing::IsEmpty());
  EXPECT_THAT(ids_spoken_of("龙泉国土1 4711A"), testing::IsEmpty());
}

}  // namespace
}  // namespace duanwen::smpp
