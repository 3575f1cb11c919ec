// The same text to many residents that wait leaves as one submit_multi, over simulated time.
#include "gateway/smpp/pdu/command_status.hpp"
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

using smpp::command;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class walk_bulk : public walk {
 protected:
  walk_bulk() {
    settings.carriers[0].window = 1;
    settings.carriers[0].submit_multi_max = 50;
  }
  sim_carrier& carrier() { return daemon().carrier(); }
  static std::string resident_number(int i) { return "1380000" + std::to_string(1000 + i); }
  void text_from(int i, const std::string& what) {
    carrier().deliver(resident_number(i), number, what);
    daemon().step();
  }
  /// So many ask for the same menu while the window is taken by the reply to one more, number 0.
  void many_wait(int count) {
    carrier().answers_submits = false;
    for (int i = 0; i <= count; ++i) text_from(i, "龙泉国土");
  }
  void answers_again() {
    carrier().answers_submits = true;
    carrier().answer_submits();
    daemon().step();
  }
  std::vector<std::string> commands() {
    std::vector<std::string> all;
    for (const auto& p : carrier().submits)
      all.push_back(p.id() == command::submit_sm ? "1" : std::to_string(p.dest_addresses.size()));
    return all;
  }
  ledger_row books() { return run_coroutine(kept.ledger("2000-01-01", "2100-01-01"))->front(); }
};

TEST_F(walk_bulk, the_same_menu_to_many_that_wait_is_one_submit_multi_at_the_bulk_price) {
  many_wait(7);
  EXPECT_THAT(commands(), ElementsAre("1")) << "what could go at once waited for nobody";
  answers_again();
  EXPECT_THAT(commands(), ElementsAre("1", "7"));
  EXPECT_EQ(carrier().submits[1].source_addr, number);
  EXPECT_EQ(carrier().submits[1].dest_addresses[6].destination_addr, resident_number(7));
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_EQ(books().replies, 8u);
  EXPECT_EQ(books().segments, 8u);
  EXPECT_EQ(books().cost_li, 45u + 7 * 30);
  EXPECT_EQ(books().saved_li, 7u * 15);
}

TEST_F(walk_bulk, has_no_more_recipients_than_the_carrier_takes) {
  settings.carriers[0].submit_multi_max = 3;
  many_wait(7);
  answers_again();
  EXPECT_THAT(commands(), ElementsAre("1", "3", "3", "1"));
}

TEST_F(walk_bulk, a_carrier_that_takes_none_gets_none) {
  settings.carriers[0].submit_multi_max = 0;
  many_wait(3);
  answers_again();
  EXPECT_THAT(commands(), ElementsAre("1", "1", "1", "1"));
}

TEST_F(walk_bulk, who_is_refused_is_settled_by_a_status_of_its_own) {
  many_wait(4);
  carrier().judge = [](const std::string& to) {
    return to == resident_number(2)   ? smpp::esme::rinvdstadr
           : to == resident_number(3) ? smpp::esme::rsyserr
                                      : 0u;
  };
  answers_again();
  EXPECT_EQ(outbox_size(), 1u) << "only what is to be tried again";
  ASSERT_THAT(*run_coroutine(kept.dead_letters(10)), SizeIs(1));
  EXPECT_EQ(run_coroutine(kept.dead_letters(10))->front().entry.destination, resident_number(2));
  carrier().judge = {};
  daemon().advance(3s);
  EXPECT_THAT(commands(), ElementsAre("1", "4", "1"));
  EXPECT_EQ(carrier().submits.back().destination_addr, resident_number(3));
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_EQ(books().cost_li, 45u + 2 * 30 + 45);
}

TEST_F(walk_bulk, a_throttled_recipient_lets_the_whole_carrier_rest) {
  many_wait(2);
  text_from(9, "龙泉国土1");
  carrier().judge = [](const std::string& to) {
    return to == resident_number(2) ? smpp::esme::rthrottled : 0u;
  };
  answers_again();
  carrier().judge = {};
  text_from(10, "龙泉国土2");
  const auto before = carrier().submits.size();
  daemon().advance(900ms);
  EXPECT_EQ(carrier().submits.size(), before);
  daemon().advance(2s);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_bulk, replies_to_people_go_before_it) {
  many_wait(3);
  text_from(9, "龙泉国土2");
  answers_again();
  EXPECT_THAT(commands(), ElementsAre("1", "1", "3"));
  EXPECT_THAT(carrier().texts()[1], HasSubstr("窗口2"));
}

TEST_F(walk_bulk, a_carrier_that_knows_no_submit_multi_costs_nobody_an_answer) {
  carrier().knows_multi = false;
  many_wait(3);
  answers_again();
  daemon().advance(3s);
  EXPECT_THAT(commands(), ElementsAre("1", "3", "1", "1", "1"));
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_THAT(*run_coroutine(kept.dead_letters(10)), SizeIs(0));
  carrier().answers_submits = false;
  for (int i = 10; i < 14; ++i) text_from(i, "龙泉国土");
  answers_again();
  EXPECT_THAT(commands(), SizeIs(9)) << "and is asked no more";
}

TEST_F(walk_bulk, refused_as_a_whole_each_is_told_alone) {
  many_wait(3);
  carrier().multi_status = 0x33;  // ESME_RINVNUMDESTS
  answers_again();
  daemon().advance(3s);
  EXPECT_THAT(commands(), ElementsAre("1", "3", "1", "1", "1"));
  EXPECT_EQ(outbox_size(), 0u);
}

class walk_long_bulk : public walk_bulk {
 protected:
  walk_long_bulk() { settings.carriers[0].profile.reserve_characters = 60; }  // every menu has parts
  static std::string reference_of(const smpp::pdu& p) { return p.short_message.substr(3, 1); }
};

TEST_F(walk_long_bulk, parts_stay_together_and_have_one_reference) {
  many_wait(3);
  answers_again();
  const auto& sent = carrier().submits;
  ASSERT_THAT(commands(), ElementsAre("1", "1", "3", "3"));
  EXPECT_EQ(reference_of(sent[2]), reference_of(sent[3]));
  EXPECT_NE(reference_of(sent[0]), reference_of(sent[3]));
}

TEST_F(walk_long_bulk, who_missed_a_part_gets_that_part_alone) {
  many_wait(3);
  int second_part = 0;
  carrier().judge = [&](const std::string& to) {
    return to == resident_number(2) && ++second_part == 2 ? smpp::esme::rsyserr : 0u;
  };
  answers_again();
  daemon().advance(3s);
  const auto& sent = carrier().submits;
  ASSERT_THAT(commands(), ElementsAre("1", "1", "3", "3", "1"));
  EXPECT_EQ(sent[4].destination_addr, resident_number(2));
  EXPECT_EQ(sent[4].short_message, sent[3].short_message);
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_EQ(books().segments, 8u);
  EXPECT_EQ(books().cost_li, 2u * 45 + 5 * 30 + 45);
}

}  // namespace
}  // namespace duanwen::test
