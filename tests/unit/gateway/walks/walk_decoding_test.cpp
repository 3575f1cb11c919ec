// Texts under data_codings that are true, wrong or mixed: what is answered, and what is never done.
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

using namespace std::string_literals;

struct labelled {
  std::string octets;
  std::uint8_t data_coding = 8;
};

class walk_decoding : public walk {
 protected:
  /// What is said to it; "": nothing.
  std::string sent(const labelled& one) {
    const auto before = daemon().carrier().submits.size();
    daemon().carrier().deliver(message_of(one));
    daemon().step();
    return daemon().carrier().submits.size() == before ? "" : daemon().carrier().last_text();
  }
  void deliver_part(const labelled& one, std::uint8_t index, std::uint8_t total, bool counts_itself = false) {
    auto p = message_of(one);
    p.esm_class = 0x40;
    p.short_message = std::string{static_cast<char>(counts_itself ? 6 : 5),
                                  0,
                                  3,
                                  0x2A,
                                  static_cast<char>(total),
                                  static_cast<char>(index)} +
                      one.octets;
    daemon().carrier().deliver(p);
    daemon().step();
  }
  static smpp::pdu message_of(const labelled& one) {
    auto p = smpp::make_pdu(smpp::command::deliver_sm);
    p.source_addr = resident;
    p.destination_addr = number;
    p.data_coding = one.data_coding;
    p.short_message = one.octets;
    return p;
  }
  static bool tells(const std::string& reply, int item) {
    return reply.find("窗口" + std::to_string(item)) != std::string::npos;
  }
};

TEST_F(walk_decoding, numerals_whose_octets_are_ascii_select) {
  // ①③, ❶❸, ⒈⒊, ㈠㈢ and ⑴⑶ are 1 and 3; 一 ends with a zero octet.
  for (const auto& octets : {"\x24\x60\x24\x62"s, "\x27\x76\x27\x78"s, "\x24\x88\x24\x8A"s,
                             "\x32\x20\x32\x22"s, "\x24\x74\x24\x76"s}) {
    text("龙泉国土");
    const auto reply = sent({octets});
    EXPECT_TRUE(tells(reply, 1) && tells(reply, 3) && !tells(reply, 2)) << octets << ": " << reply;
  }
  EXPECT_TRUE(tells(sent({"\x4E\0"s}), 1));
  EXPECT_TRUE(tells(sent({"\x21\x62"}), 3)) << "Ⅲ";
}

TEST_F(walk_decoding, a_numeral_that_could_be_an_opt_out_is_none) {
  text("龙泉国土");
  EXPECT_TRUE(tells(sent({"\x24\x74"}), 1)) << "⑴ is no $t";
  EXPECT_NE(text("龙泉国土"), "");
  EXPECT_FALSE(text("2").empty());
}

TEST_F(walk_decoding, a_guess_finds_a_keyword_and_orders_nothing) {
  text("龙泉国土");
  EXPECT_EQ(sent({"TD"}).find("事项"), std::string::npos);
  EXPECT_FALSE(tells(sent({"13"}), 1)) << "a Korean letter";
  EXPECT_NE(sent({"\xC1\xFA\xC8\xAA\xB9\xFA\xCD\xC1"}).find("事项2"), std::string::npos) << "GBK, or Korean";
  EXPECT_NE(sent({"\x99\x9f\xc9\x6c\xfd\x56\x1f\x57"}).find("事项2"), std::string::npos) << "little-endian";
  EXPECT_TRUE(tells(text("2"), 2)) << "nobody opted out";
}

TEST_F(walk_decoding, what_can_be_nothing_else_may_order_too) {
  EXPECT_NE(sent({"\xC1\xFA\xC8\xAA\xB9\xFA\xCD\xC1", 0}).find("事项2"), std::string::npos) << "GBK under 0";
  EXPECT_TRUE(tells(sent({"\0\x32"s, 0x48}), 2));
  EXPECT_EQ(sent({"\xCD\xCB\xB6\xA9", 0}), "") << "退订 in GBK";
  EXPECT_EQ(sent({"2", 0}), "");
}

TEST_F(walk_decoding, a_carriers_own_alphabet_wins) {
  settings.carriers[0].data_coding[8] = "ascii";
  EXPECT_NE(sent({"longquanguotu"}).find("事项2"), std::string::npos);
  EXPECT_TRUE(tells(sent({"13"}), 3));
}

TEST_F(walk_decoding, parts_are_read_by_their_own_data_coding) {
  // 龙泉国土 under 8 and 3 under 0, in either order.
  deliver_part({"\x9f\x99\x6c\xc9\x56\xfd\x57\x1f"}, 1, 2);
  deliver_part({"3", 0}, 2, 2);
  EXPECT_TRUE(tells(daemon().carrier().last_text(), 3)) << daemon().carrier().last_text();
  deliver_part({"1", 0}, 2, 2);
  deliver_part({"\x9f\x99\x6c\xc9\x56\xfd\x57\x1f"}, 1, 2);
  EXPECT_TRUE(tells(daemon().carrier().last_text(), 1)) << daemon().carrier().last_text();
}

TEST_F(walk_decoding, parts_whose_header_counts_itself_are_one_inquiry) {
  deliver_part({"\x9f\x99\x6c\xc9"}, 1, 2, true);
  deliver_part({"\x56\xfd\x57\x1f"}, 2, 2, true);
  ASSERT_EQ(daemon().carrier().submits.size(), 1u);
  EXPECT_NE(daemon().carrier().last_text().find("事项2"), std::string::npos);
}

TEST_F(walk_decoding, a_trace_shows_the_reading_that_was_answered) {
  sent({"\xC1\xFA\xC8\xAA\xB9\xFA\xCD\xC1"});
  const auto traces = *run_coroutine(kept.traces("8613800000001"));
  ASSERT_EQ(traces.size(), 1u);
  EXPECT_EQ(traces.front().text, "龙泉国土");
}

}  // namespace
}  // namespace duanwen::test
