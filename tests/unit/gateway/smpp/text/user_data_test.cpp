// User data headers, well-formed and not: which part of a long message a PDU is.
#include <gtest/gtest.h>

#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen::smpp {
namespace {

using namespace std::string_literals;

pdu with_header(const std::string& short_message, std::uint8_t esm_class = 0x40) {
  pdu p = make_pdu(command::deliver_sm, 1);
  p.esm_class = esm_class;
  p.short_message = short_message;
  return p;
}

TEST(user_data, concatenation_with_both_references) {
  // 8-bit and 16-bit references, alone and with other elements before and behind.
  struct {
    std::string octets;
    part_place place;
  } const cases[] = {
      {"\5\0\3\x2a\2\1hi"s, {0x2a, 2, 1}},
      {"\6\x08\4\x12\x34\3\3hi"s, {0x1234, 3, 3}},
      {"\xB\5\4\x15\x82\x15\x82\0\3\7\2\2hi"s, {7, 2, 2}},
      {"\x8\0\3\7\2\2\x24\1\1hi"s, {7, 2, 2}},
      {"\xB\0\3\7\2\2\x08\4\1\2\3\1hi"s, {0x0102, 3, 1}},
  };
  for (const auto& c : cases) {
    const pdu p = with_header(c.octets);
    const user_data data = split_user_data(p);
    EXPECT_EQ(data.octets, "hi");
    ASSERT_TRUE(data.part);
    EXPECT_EQ(*data.part, c.place);
    EXPECT_EQ(data.udh_octets + 2, c.octets.size());
  }
}

TEST(user_data, a_length_that_counts_itself) {
  // Then the elements end an octet sooner: both references, other elements before and behind, ports alone,
  // nothing behind the header.
  struct {
    std::string octets;
    std::optional<part_place> place;
    std::string text;
  } const cases[] = {
      {"\6\0\3\x2a\2\1hi"s, part_place{0x2a, 2, 1}, "hi"},
      {"\6\0\3\x2a\2\1\0h\0i"s, part_place{0x2a, 2, 1}, "\0h\0i"s},
      {"\7\x08\4\x12\x34\3\3hi"s, part_place{0x1234, 3, 3}, "hi"},
      {"\xC\5\4\x15\x82\x15\x82\0\3\7\2\2hi"s, part_place{7, 2, 2}, "hi"},
      {"\x9\0\3\7\2\2\x24\1\1hi"s, part_place{7, 2, 2}, "hi"},
      {"\7\5\4\x15\x82\x15\x82hi"s, std::nullopt, "hi"},
      {"\6\0\3\x2a\2\2"s, part_place{0x2a, 2, 2}, ""},
  };
  for (const auto& c : cases) {
    const pdu p = with_header(c.octets);
    const user_data data = split_user_data(p);
    EXPECT_EQ(data.octets, c.text);
    EXPECT_EQ(data.part, c.place);
    EXPECT_EQ(data.udh_octets + c.text.size(), c.octets.size());
  }
  pdu in_payload = with_header("");
  in_payload.tlvs = {{tag::message_payload, "\6\0\3\x2a\2\1hi"s}};
  EXPECT_EQ(split_user_data(in_payload).octets, "hi");
}

TEST(user_data, numbers_that_say_nothing) {
  // One part of one, part 0 and a part beyond the total are whole messages; their header goes all the same.
  for (const std::string& octets :
       {"\5\0\3\7\1\1hi"s, "\5\0\3\7\0\0hi"s, "\5\0\3\7\2\0hi"s, "\5\0\3\7\2\3hi"s}) {
    const pdu p = with_header(octets);
    EXPECT_EQ(split_user_data(p).octets, "hi");
    EXPECT_FALSE(split_user_data(p).part);
  }
}

TEST(user_data, a_header_that_is_none_is_text) {
  // Longer than the message, elements beyond its end, an odd octet behind, a place of the wrong length, two
  // octets too many, one too many behind an element of no known length.
  for (const std::string& octets : {"\x40hi"s, "\5\0\4\7\2\1hi"s, "\1\0hi"s, "\4\0\2\7\2hi"s, "\2\x08\0hi"s,
                                    ""s, "\7\0\3\7\2\1hi"s, "\4\x24\1\1hi"s, "\1hi"s}) {
    const pdu p = with_header(octets);
    EXPECT_EQ(split_user_data(p).octets, octets);
    EXPECT_FALSE(split_user_data(p).part);
  }
}

TEST(user_data, without_the_indicator_nothing_is_cut) {
  // esm_class alone says whether there is a header.
  const pdu p = with_header("\5\0\3\7\2\1hi"s, 0x04);
  EXPECT_EQ(split_user_data(p).octets, p.short_message);
  EXPECT_FALSE(split_user_data(p).part);
  const pdu empty = with_header("\0hi"s);
  EXPECT_EQ(split_user_data(empty).octets, "hi");
}

TEST(user_data, sar_parameters) {
  // All three are needed; a header's place wins over them.
  pdu p = with_header("hi", 0);
  p.tlvs = {{tag::sar_msg_ref_num, "\x12\x34"s}, {tag::sar_total_segments, "\3"s}};
  EXPECT_FALSE(split_user_data(p).part);
  p.tlvs.push_back({tag::sar_segment_seqnum, "\2"s});
  ASSERT_TRUE(split_user_data(p).part);
  EXPECT_EQ(*split_user_data(p).part, (part_place{0x1234, 3, 2}));
  p.tlvs[0].value = "\7"s;
  EXPECT_EQ(split_user_data(p).part->reference, 7u) << "an octet instead of two";
  p.esm_class = 0x40;
  p.short_message = "\5\0\3\x2a\2\1hi"s;
  EXPECT_EQ(*split_user_data(p).part, (part_place{0x2a, 2, 1}));
  p.tlvs[0].value.clear();
  p.esm_class = 0;
  EXPECT_FALSE(split_user_data(p).part);
}

TEST(user_data, message_payload_where_there_is_no_short_message) {
  // Also with a header in it.
  pdu p = with_header("", 0x40);
  p.tlvs = {{tag::message_payload, "\5\0\3\x2a\2\1hi"s}};
  EXPECT_EQ(split_user_data(p).octets, "hi");
  EXPECT_TRUE(split_user_data(p).part);
  p.short_message = "\0yes"s;
  EXPECT_EQ(split_user_data(p).octets, "yes");
}

}  // namespace
}  // namespace duanwen::smpp
