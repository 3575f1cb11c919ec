// What the segments of a message look like in a submit_sm, for each form of long messages.
#include <gtest/gtest.h>

#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen::smpp {
namespace {

using namespace std::string_literals;

const segmentation two_parts{alphabet::ucs2, {"龙", "泉"}};

TEST(encode_segments, one_segment_is_plain_in_every_form) {
  // No header, no parameters.
  for (const auto form : {long_message_form::udh8, long_message_form::udh16, long_message_form::sar,
                          long_message_form::payload, long_message_form::none}) {
    const auto out = encode_segments({alphabet::gsm7, {"LQ@"}}, form, 7);
    ASSERT_EQ(out.size(), 1u);
    EXPECT_EQ(out[0].short_message, "LQ\0"s);
    EXPECT_EQ(out[0].data_coding, 0);
    EXPECT_EQ(out[0].esm_class, 0);
    EXPECT_TRUE(out[0].tlvs.empty());
  }
}

TEST(encode_segments, headers) {
  // 8-bit and 16-bit references, the octets of 3GPP 23.040.
  auto out = encode_segments(two_parts, long_message_form::udh8, 0x1234);
  ASSERT_EQ(out.size(), 2u);
  EXPECT_EQ(out[0].short_message, "\5\0\3\x34\2\1\x9f\x99"s);
  EXPECT_EQ(out[1].short_message, "\5\0\3\x34\2\2\x6c\xc9"s);
  EXPECT_EQ(out[0].esm_class, 0x40);
  EXPECT_EQ(out[0].data_coding, 8);
  out = encode_segments(two_parts, long_message_form::udh16, 0x1234);
  EXPECT_EQ(out[1].short_message, "\6\x8\4\x12\x34\2\2\x6c\xc9"s);
}

TEST(encode_segments, sar_and_payload_and_none) {
  // Parameters instead of a header; one PDU with everything; plain pieces.
  auto out = encode_segments(two_parts, long_message_form::sar, 0x1234);
  ASSERT_EQ(out.size(), 2u);
  EXPECT_EQ(out[1].short_message, "\x6c\xc9");
  EXPECT_EQ(out[1].tlvs, (std::vector<tlv>{{tag::sar_msg_ref_num, "\x12\x34"},
                                           {tag::sar_total_segments, "\2"},
                                           {tag::sar_segment_seqnum, "\2"}}));
  out = encode_segments(two_parts, long_message_form::payload, 0x1234);
  ASSERT_EQ(out.size(), 1u);
  EXPECT_EQ(out[0].short_message, "");
  EXPECT_EQ(out[0].tlvs, (std::vector<tlv>{{tag::message_payload, "\x9f\x99\x6c\xc9"}}));
  out = encode_segments(two_parts, long_message_form::none, 0x1234);
  ASSERT_EQ(out.size(), 2u);
  EXPECT_EQ(out[0].short_message, "\x9f\x99");
  EXPECT_EQ(out[0].esm_class, 0);
}

TEST(encode_segments, whatever_split_reads_back) {
  // Reassembly of our own parts finds their place and text.
  for (const auto form : {long_message_form::udh8, long_message_form::udh16, long_message_form::sar}) {
    const auto out = encode_segments(two_parts, form, 0x12);
    for (std::size_t i = 0; i < out.size(); ++i) {
      pdu p = make_pdu(command::submit_sm);
      p.short_message = out[i].short_message;
      p.esm_class = out[i].esm_class;
      p.tlvs = out[i].tlvs;
      const user_data data = split_user_data(p);
      EXPECT_EQ(data.part, (part_place{0x12, 2, static_cast<std::uint32_t>(i + 1)}));
      EXPECT_EQ(decode_text(data.octets, out[i].data_coding, {}).text, two_parts.segments[i]);
    }
  }
}

TEST(encode_segments, never_unsendable) {
  // A character outside the alphabet makes all parts UCS-2; a segment too long for short_message is a
  // payload.
  const auto mixed = encode_segments({alphabet::gsm7, {"a", "龙"}}, long_message_form::udh8, 1);
  ASSERT_EQ(mixed.size(), 2u);
  EXPECT_EQ(mixed[0].data_coding, 8);
  EXPECT_EQ(mixed[0].short_message, "\5\0\3\1\2\1\0a"s);
  const auto big = encode_segments({alphabet::gsm7, {std::string(255, 'a')}}, long_message_form::udh8, 1);
  EXPECT_EQ(big[0].short_message, "");
  EXPECT_EQ(big[0].tlvs.at(0).value.size(), 255u);
  EXPECT_EQ(encode_segments({alphabet::gsm7, {""}}, long_message_form::udh8, 1).size(), 1u);
}

TEST(encode_segments, gbk_where_the_carrier_has_it) {
  // Every part of a message in one alphabet: what GBK does not have makes all of them UCS-2; GSM 7-bit stays.
  const auto out = encode_segments(two_parts, long_message_form::udh8, 1, 15);
  EXPECT_EQ(out[0].data_coding, 15);
  EXPECT_EQ(out[0].short_message, "\5\0\3\1\2\1\xC1\xFA"s);
  EXPECT_EQ(out[1].short_message, "\5\0\3\1\2\2\xC8\xAA"s);
  const auto emoji = encode_segments({alphabet::ucs2, {"龙", "😀"}}, long_message_form::none, 1, 15);
  EXPECT_EQ(emoji[0].data_coding, 8);
  EXPECT_EQ(emoji[0].short_message, "\x9f\x99");
  EXPECT_EQ(encode_segments({alphabet::gsm7, {"1"}}, long_message_form::none, 1, 15)[0].data_coding, 0);
  EXPECT_EQ(gbk_data_coding({}), 15);
  EXPECT_EQ(gbk_data_coding({{0, "gbk"}, {8, "ucs2"}}), 0);
}

TEST(relative_time, is_spelled_as_the_specification_says) {
  using namespace std::chrono_literals;
  EXPECT_EQ(relative_time(0s), "000000000000000R");
  EXPECT_EQ(relative_time(1h + 2min + 3s), "000000010203000R");
  EXPECT_EQ(relative_time(30 * 24h), "000030000000000R");
  EXPECT_EQ(relative_time(1000 * 24h), "000099235959000R");
}

}  // namespace
}  // namespace duanwen::smpp
