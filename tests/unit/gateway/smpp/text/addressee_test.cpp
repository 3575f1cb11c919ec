// Messages for programs, telephones and SIMs, and those for nobody.
#include "gateway/smpp/text/addressee.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace duanwen::smpp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

pdu with_header(const std::string& elements, const std::string& text) {
  auto p = make_pdu(command::deliver_sm);
  p.esm_class = 0x40;
  p.short_message = static_cast<char>(elements.size()) + elements + text;
  return p;
}

bool is_for_somebody(const addressee& to) { return to.ports.empty() && !to.device && !to.nobody; }

TEST(addressee, ports_stand_in_a_header_of_8_and_of_16_bits) {
  const std::string wap_push("\x05\x04\x0B\x84\x23\xF0", 6), vcard("\x04\x02\xE2\x00", 4);
  EXPECT_THAT(addressee_of(with_header(wap_push, "\1\6")).ports, ElementsAre(2948, 9200));
  EXPECT_THAT(addressee_of(with_header(vcard, "BEGIN")).ports, ElementsAre(226));
  const std::string part("\x00\x03\x07\x02\x01", 5);
  EXPECT_THAT(addressee_of(with_header(part + wap_push, "\1\6")).ports, ElementsAre(2948, 9200));
}

TEST(addressee, ports_stand_in_parameters) {
  auto p = make_pdu(command::data_sm);
  p.tlvs.push_back({0x020B, std::string("\x0B\x84", 2)});
  EXPECT_THAT(addressee_of(p).ports, ElementsAre(2948));
  p.tlvs = {{0x020A, std::string("\0\0", 2)}};
  EXPECT_TRUE(is_for_somebody(addressee_of(p))) << "port 0 is nobody's";
}

TEST(addressee, a_telephone_is_told_that_voicemail_waits) {
  EXPECT_TRUE(addressee_of(with_header(std::string("\x01\x02\x80\x01", 4), "call 101")).device);
  EXPECT_TRUE(addressee_of(with_header(std::string("\x23\x02\x80\x01", 4), "call 101")).device);
  for (int data_coding = 0; data_coding < 256; ++data_coding) {
    auto p = make_pdu(command::deliver_sm);
    p.data_coding = static_cast<std::uint8_t>(data_coding);
    p.short_message = "1";
    const bool waits = data_coding >= 0xC0 && data_coding < 0xF0 && (data_coding & 8) != 0;
    const bool sim = data_coding == 0xF6 || data_coding == 0x16;
    EXPECT_EQ(addressee_of(p).device, waits || sim) << data_coding;
  }
  auto p = make_pdu(command::deliver_sm);
  p.tlvs.push_back({0x0030, "\x80"});
  EXPECT_TRUE(addressee_of(p).device);
}

TEST(addressee, a_sim_is_told_settings_over_the_air) {
  EXPECT_TRUE(addressee_of(with_header(std::string("\x70\x00", 2), "\x02\x71")).device);
  for (const int protocol_id : {0x40, 0x7C, 0x7D, 0x7E, 0x7F}) {
    auto p = make_pdu(command::deliver_sm);
    p.protocol_id = static_cast<std::uint8_t>(protocol_id);
    EXPECT_TRUE(addressee_of(p).device) << protocol_id;
  }
  auto p = make_pdu(command::deliver_sm);
  p.tlvs.push_back({0x0005, "\x03"});
  EXPECT_TRUE(addressee_of(p).device);
}

TEST(addressee, a_picture_without_a_word_is_for_nobody) {
  const std::string picture("\x12\x05\x00\x01\x01\xFF\xFF", 7);
  EXPECT_TRUE(addressee_of(with_header(picture, "")).nobody);
  EXPECT_TRUE(addressee_of(with_header(picture, " \n")).nobody);
  EXPECT_FALSE(addressee_of(with_header(picture, "1")).nobody);
  EXPECT_TRUE(is_for_programs("\xEF\xBF\xBC"));
  EXPECT_TRUE(is_for_programs(" \xEF\xBF\xBC\n\xEF\xBF\xBC"));
  EXPECT_FALSE(is_for_programs("\xEF\xBF\xBC 1"));
  EXPECT_TRUE(is_for_programs("BEGIN:VCARD\r\nVERSION:2.1"));
  for (const auto* text : {"", " ", "1", "begin"}) EXPECT_FALSE(is_for_programs(text)) << text;
}

TEST(addressee, texts_and_their_parts_are_for_somebody) {
  auto p = make_pdu(command::deliver_sm);
  EXPECT_TRUE(is_for_somebody(addressee_of(p)));
  for (const int protocol_id : {0x00, 0x20, 0x32, 0x41, 0x47}) {
    p.protocol_id = static_cast<std::uint8_t>(protocol_id);
    EXPECT_TRUE(is_for_somebody(addressee_of(p))) << protocol_id;
  }
  EXPECT_TRUE(is_for_somebody(addressee_of(with_header(std::string("\x00\x03\x07\x02\x01", 5), "1"))));
  EXPECT_TRUE(is_for_somebody(addressee_of(with_header(std::string("\x08\x04\x00\x07\x02\x01", 6), ""))));
  EXPECT_TRUE(is_for_somebody(addressee_of(with_header(std::string("\x0A\x03\x00\x01\x10", 5), "1"))));
  EXPECT_THAT(addressee_of(with_header("\x05\x04\x0B", "1")).ports, IsEmpty()) << "no header at all";
}

}  // namespace
}  // namespace duanwen::smpp
