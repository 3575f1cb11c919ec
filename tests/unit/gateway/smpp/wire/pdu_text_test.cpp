// Hexadecimal as people write it, and PDUs as people read them.
#include "gateway/smpp/wire/pdu_text.hpp"

#include <gtest/gtest.h>

namespace duanwen::smpp {
namespace {

TEST(pdu_text, hexadecimal_of_every_style) {
  // Blanks, colons, lines, comments, both cases.
  EXPECT_EQ(octets_from_hex("41 4a:4B\n# a comment with words\n4c # and one\n"), "AJKL");
  EXPECT_EQ(octets_from_hex(""), "");
  EXPECT_EQ(octets_from_hex("# only a comment"), "");
}

TEST(pdu_text, what_is_no_hexadecimal) {
  // A letter beyond F and half an octet.
  EXPECT_FALSE(octets_from_hex("4g"));
  EXPECT_FALSE(octets_from_hex("414"));
  EXPECT_FALSE(octets_from_hex("0x41"));
}

TEST(pdu_text, an_unknown_command_shows_its_header) {
  // All that is known of it.
  EXPECT_EQ(fields_as_text(make_pdu(static_cast<command>(0x10200), 7)),
            "command_length: 0\ncommand_id: 0x00010200 unknown\ncommand_status: ESME_ROK (0x00000000)\n"
            "sequence_number: 7\n");
}

TEST(pdu_text, odd_characters_are_escaped) {
  // So that a line stays a line.
  pdu p = make_pdu(command::submit_sm_resp, 1);
  p.message_id = "a\"\n\xC3";
  EXPECT_NE(fields_as_text(p).find("message_id: \"a\\x22\\x0A\\xC3\"\n"), std::string::npos);
}

}  // namespace
}  // namespace duanwen::smpp
