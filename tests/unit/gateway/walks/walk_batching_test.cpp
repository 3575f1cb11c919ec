// Replies that wait become one: details of one resident, over simulated time.
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class walk_batching : public walk {
 protected:
  walk_batching() { settings.carriers[0].window = 1; }
  sim_carrier& carrier() { return daemon().carrier(); }
  void texts(const std::vector<std::string>& what, const char* from = resident) {
    for (const auto& one : what) carrier().deliver(from, number, one);
    daemon().step();
  }
  /// The menu is in view, and the window is taken by the reply to somebody else.
  void window_is_full() {
    texts({"龙泉国土"});
    carrier().answers_submits = false;
    texts({"龙泉国土"}, "13800000009");
    carrier().submits.clear();
  }
  void answers_again() {
    carrier().answers_submits = true;
    carrier().answer_submits();
    daemon().step();
  }
  std::vector<ledger_row> ledger() { return *run_coroutine(kept.ledger("2000-01-01", "2100-01-01")); }
};

auto says(const char* first, const char* second, const char* third) {
  return AllOf(testing::ContainsRegex(std::string(first) + "(.|\n)*" + second + "(.|\n)*" + third));
}

TEST_F(walk_batching, details_that_wait_leave_as_one_reply_in_the_order_asked_for) {
  window_is_full();
  texts({"2", "1", "3"});
  EXPECT_TRUE(carrier().submits.empty());
  answers_again();
  EXPECT_THAT(carrier().texts(), ElementsAre(says("2事项2", "1事项1", "3事项3")));
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_batching, what_it_saves_against_one_reply_an_item_stands_in_the_ledger) {
  window_is_full();
  texts({"1", "2", "3"});
  answers_again();
  ASSERT_THAT(ledger(), SizeIs(1));
  const auto row = ledger().front();
  EXPECT_EQ(row.inquiries, 5u);
  EXPECT_EQ(row.replies, 3u) << "two menus, and three details as one";
  EXPECT_EQ(row.segments, 3u);
  EXPECT_EQ(row.cost_li, 3u * 45);
  EXPECT_EQ(row.saved_li, 2u * 45);
}

TEST_F(walk_batching, a_reply_is_booked_on_the_day_on_which_it_is_over) {
  const unix_ms midnight_in_shanghai = 1'796'054'400'000;  // 2026-11-30T16:00:00Z
  epoch += midnight_in_shanghai - 2000 - clock_ms();
  daemon().carrier().answers_submits = false;
  texts({"龙泉国土"});
  daemon().advance(5s);
  answers_again();
  ASSERT_THAT(ledger(), SizeIs(2));
  EXPECT_EQ(ledger()[0].day, "2026-11-30");
  EXPECT_EQ(ledger()[0].inquiries, 1u);
  EXPECT_EQ(ledger()[0].replies, 0u);
  EXPECT_EQ(ledger()[1].day, "2026-12-01");
  EXPECT_EQ(ledger()[1].inquiries, 0u);
  EXPECT_EQ(ledger()[1].replies, 1u);
  EXPECT_EQ(ledger()[1].cost_li, 45u);
}

TEST_F(walk_batching, what_is_in_flight_is_not_joined) {
  window_is_full();
  answers_again();
  carrier().answers_submits = false;
  texts({"1"});
  texts({"2", "3"});
  answers_again();
  ASSERT_THAT(carrier().texts(), SizeIs(2));
  EXPECT_THAT(carrier().texts()[0], testing::Not(HasSubstr("窗口2")));
  EXPECT_THAT(carrier().texts()[1], AllOf(HasSubstr("窗口2"), HasSubstr("窗口3")));
}

TEST_F(walk_batching, a_menu_neither_joins_nor_is_passed_by) {
  window_is_full();
  texts({"1", "龙泉国土", "2", "3"});
  answers_again();
  EXPECT_THAT(carrier().texts(), ElementsAre(HasSubstr("窗口1"), HasSubstr("事项3"),
                                             AllOf(HasSubstr("窗口2"), HasSubstr("窗口3"))));
}

TEST_F(walk_batching, what_was_asked_by_another_number_of_ours_is_answered_from_it) {
  window_is_full();
  texts({"1"});
  carrier().deliver(resident, "1069000103", "2");
  daemon().step();
  answers_again();
  ASSERT_THAT(carrier().submits, SizeIs(2));
  EXPECT_EQ(carrier().submits[0].source_addr, number);
  EXPECT_EQ(carrier().submits[1].source_addr, "1069000103");
}

TEST_F(walk_batching, a_joined_reply_stays_within_the_segments_of_a_reply) {
  settings.conversation.reply_segments_max = 1;
  settings.carriers[0].profile.reserve_characters = 20;  // leaves 50, signature included: two details
  window_is_full();
  texts({"1", "2", "3"});
  answers_again();
  EXPECT_THAT(carrier().texts(),
              ElementsAre(AllOf(HasSubstr("窗口1"), HasSubstr("窗口2")), HasSubstr("窗口3")));
}

TEST_F(walk_batching, one_response_proves_all_of_its_inquiries_read) {
  window_is_full();
  texts({"1", "2"});
  answers_again();
  EXPECT_EQ(outbox_size(), 0u);
  carrier().connection().close();
  daemon().advance(1s);
  texts({"1", "2"});  // the same octets on another link: redeliveries, were they in doubt
  EXPECT_EQ(carrier().responses.size(), 2u);
  EXPECT_FALSE(carrier().submits.empty());
}

TEST_F(walk_batching, refused_for_good_each_is_a_dead_letter_with_the_reason) {
  window_is_full();
  texts({"1", "2"});
  carrier().judge = [](const std::string& to) { return to == resident ? 0x0Bu : 0u; };
  answers_again();
  EXPECT_EQ(outbox_size(), 0u);
  const auto dead = run_coroutine(kept.dead_letters(10));
  ASSERT_THAT(*dead, SizeIs(2));
  for (const auto& letter : *dead) EXPECT_THAT(letter.reason, HasSubstr("ESME_RINVDSTADR"));
  EXPECT_EQ(ledger().front().replies, 2u) << "the menus";
  EXPECT_EQ(ledger().front().segments, 2u);
}

TEST_F(walk_batching, details_asked_for_while_the_carrier_throttles_join_what_it_refused) {
  texts({"龙泉国土"});
  carrier().submit_status = 0x58;  // ESME_RTHROTTLED
  texts({"1"});
  carrier().submit_status = 0;
  texts({"2", "3"});
  carrier().submits.clear();
  daemon().advance(3s);
  EXPECT_THAT(carrier().texts(), ElementsAre(says("窗口1", "窗口2", "窗口3")));
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_batching, details_asked_for_while_the_carrier_is_down_join) {
  window_is_full();
  runtime.refuse_connections = true;
  texts({"1"});
  carrier().connection().close();
  daemon().advance(5s);
  started.reset();  // whoever sends them later reads them from the store
  runtime.refuse_connections = false;
  daemon().advance(40s);
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_THAT(carrier().submits, SizeIs(2));
}

TEST_F(walk_batching, replies_read_from_the_store_join_as_well) {
  window_is_full();
  texts({"1", "2", "3"});
  started.reset();
  daemon().advance(2s);
  EXPECT_THAT(carrier().texts(), testing::Contains(says("窗口1", "窗口2", "窗口3")));
  EXPECT_EQ(outbox_size(), 0u);
}

class walk_waiting : public walk_batching {
 protected:
  walk_waiting() {
    settings.conversation.batch_window = 500ms;
    texts({"龙泉国土"});
    carrier().submits.clear();
  }
};

TEST_F(walk_waiting, on_purpose_details_wait_for_others_and_no_longer_than_the_window) {
  texts({"1"});
  daemon().advance(300ms);
  texts({"2"});
  EXPECT_TRUE(carrier().submits.empty());
  daemon().advance(200ms);
  EXPECT_THAT(carrier().texts(), ElementsAre(AllOf(HasSubstr("窗口1"), HasSubstr("窗口2"))));
  texts({"3"});
  EXPECT_THAT(carrier().submits, SizeIs(1));
  daemon().advance(500ms);
  EXPECT_THAT(carrier().submits, SizeIs(2));
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_waiting, a_menu_goes_at_once_and_ends_the_waiting_of_what_stands_before_it) {
  texts({"1", "龙泉国土"});
  EXPECT_THAT(carrier().texts(), ElementsAre(HasSubstr("窗口1"), HasSubstr("事项3")));
}

}  // namespace
}  // namespace duanwen::test
