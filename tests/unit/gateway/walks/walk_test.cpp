// The two walks, over simulated time, a simulated carrier and the in-memory store.
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

TEST_F(walk, a_keyword_is_told_ok_and_answered_and_nothing_stays_in_the_outbox) {
  const auto menu = text("龙泉国土");
  EXPECT_NE(menu.find("【龙泉国土】"), std::string::npos) << menu;
  EXPECT_NE(menu.find("事项2"), std::string::npos) << menu;
  ASSERT_EQ(daemon().carrier().responses.size(), 1u);
  EXPECT_EQ(daemon().carrier().responses[0].command_status, 0u);
  EXPECT_EQ(daemon().carrier().submits[0].source_addr, number);
  EXPECT_EQ(daemon().carrier().submits[0].destination_addr, resident);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk, a_number_means_the_menu_that_was_seen) {
  text("龙泉国土");
  EXPECT_NE(text("2").find("窗口2"), std::string::npos);
}

TEST_F(walk, a_bare_number_to_an_extension_is_an_item_of_its_department_and_the_reply_comes_from_it) {
  daemon().carrier().deliver(resident, "1069000103", "3");
  daemon().step();
  EXPECT_NE(daemon().carrier().last_text().find("窗口3"), std::string::npos);
  EXPECT_EQ(daemon().carrier().submits.back().source_addr, "1069000103");
}

TEST_F(walk, a_number_that_is_not_ours_is_refused) {
  daemon().carrier().deliver(resident, "10699999", "龙泉国土");
  daemon().step();
  EXPECT_EQ(daemon().carrier().responses.at(0).command_status, 0x0Bu);
  EXPECT_TRUE(daemon().carrier().submits.empty());
}

TEST_F(walk, short_and_lettered_senders_and_receipts_are_never_answered) {
  auto receipt = smpp::make_pdu(smpp::command::deliver_sm);
  receipt.esm_class = 0x04;
  receipt.source_addr = resident;
  receipt.destination_addr = number;
  daemon().carrier().deliver("10086", number, "龙泉国土");
  daemon().carrier().deliver("CMCC", number, "龙泉国土");
  daemon().carrier().deliver(receipt);
  daemon().step();
  EXPECT_EQ(daemon().carrier().responses.size(), 3u);
  EXPECT_TRUE(daemon().carrier().submits.empty());
}

TEST_F(walk, the_same_text_twice_on_one_link_is_two_inquiries) {
  text("龙泉国土");
  text("龙泉国土");
  EXPECT_EQ(daemon().carrier().submits.size(), 2u);
}

TEST_F(walk, a_restarted_process_sends_what_waited) {
  daemon().carrier().answers_submits = false;
  text("龙泉国土");
  EXPECT_EQ(outbox_size(), 1u);
  started.reset();
  EXPECT_NE(daemon().carrier().last_text().find("事项1"), std::string::npos);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk, another_process_takes_over_when_the_lease_has_ended) {
  daemon().carrier().answers_submits = false;
  text("龙泉国土");
  started.reset();
  started = std::make_unique<sim_daemon>(runtime, kept, settings, "p2");
  started->start();
  EXPECT_TRUE(daemon().carrier().submits.empty()) << "the lease of p1 has not ended yet";
  daemon().advance(30s);
  EXPECT_EQ(daemon().carrier().submits.size(), 1u);
}

TEST_F(walk, a_throttled_reply_goes_later) {
  daemon().carrier().submit_status = 0x58;  // ESME_RTHROTTLED
  text("龙泉国土");
  EXPECT_EQ(outbox_size(), 1u);
  daemon().carrier().submit_status = 0;
  daemon().advance(3s);
  EXPECT_EQ(daemon().carrier().submits.size(), 2u);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk, a_reply_refused_for_good_is_a_dead_letter_with_its_reason) {
  daemon().carrier().submit_status = 0x0B;  // ESME_RINVDSTADR
  text("龙泉国土");
  daemon().advance(1s);
  EXPECT_EQ(outbox_size(), 0u);
  const auto dead = run_coroutine(kept.dead_letters(10));
  ASSERT_EQ(dead->size(), 1u);
  EXPECT_NE(dead->at(0).reason.find("ESME_RINVDSTADR"), std::string::npos) << dead->at(0).reason;
}

TEST_F(walk, replies_to_one_resident_keep_their_order_whatever_the_window) {
  settings.carriers[0].window = 1;
  daemon().carrier().answers_submits = false;
  for (const auto* what : {"龙泉国土", "1", "龙泉国土", "2"})
    daemon().carrier().deliver(resident, number, what);
  daemon().step();
  EXPECT_EQ(daemon().carrier().submits.size(), 1u);
  for (int i = 0; i < 4; ++i) {
    daemon().carrier().answer_submits();
    daemon().step();
  }
  EXPECT_THAT(daemon().carrier().texts(),
              testing::ElementsAre(testing::HasSubstr("事项3"), testing::HasSubstr("窗口1"),
                                   testing::HasSubstr("事项3"), testing::HasSubstr("窗口2")));
}

TEST_F(walk, a_flood_gets_one_notice_and_then_silence) {
  settings.conversation.resident_per_minute = 2;
  for (int i = 0; i < 5; ++i) text("龙泉国土");
  EXPECT_EQ(daemon().carrier().submits.size(), 3u);
  EXPECT_EQ(daemon().carrier().responses.size(), 5u);
}

}  // namespace
}  // namespace duanwen::test
