// The walk of an inquiry while the store is away, and that of one in parts.
#include "tests/unit/gateway/walks/walk_store.hpp"

namespace duanwen::test {
namespace {

TEST_F(walk_store, while_it_is_away_nobody_is_told_ok_and_the_carrier_is_told_to_try_again) {
  daemon();
  kept.away = true;
  text("龙泉国土");
  EXPECT_TRUE(statuses().empty()) << "the response is held while the store may come back";
  daemon().advance(settings.redis.hold + 1s);
  EXPECT_THAT(statuses(), testing::ElementsAre(smpp::esme::rx_t_appn));
  EXPECT_TRUE(daemon().carrier().submits.empty());
}

TEST_F(walk_store, each_text_of_a_resident_is_held_from_when_it_came) {
  daemon();
  kept.away = true;
  text("龙泉国土");
  text("1");
  daemon().advance(settings.redis.hold + 1s);
  EXPECT_THAT(statuses(), testing::ElementsAre(smpp::esme::rx_t_appn, smpp::esme::rx_t_appn));
}

TEST_F(walk_store, away_at_the_start_it_is_served_as_soon_as_it_comes) {
  kept.away = true;
  daemon().advance(100ms);
  EXPECT_EQ(daemon().connections(), 0u) << "no inquiry comes before it can be kept";
  kept.away = false;
  daemon().advance(300ms);
  ASSERT_EQ(daemon().connections(), 1u);
  EXPECT_THAT(text("龙泉国土"), testing::HasSubstr("1事项1"));
}

TEST_F(walk_store, what_comes_after_it_is_back_is_answered) {
  daemon();
  kept.away = true;
  daemon().advance(60s);
  kept.away = false;
  text("龙泉国土");
  daemon().advance(1s);  // the lease has ended meanwhile, and is renewed before anything is sent
  EXPECT_THAT(statuses(), testing::ElementsAre(0u));
  EXPECT_EQ(daemon().carrier().submits.size(), 1u);
}

TEST_F(walk_store, back_in_time_the_held_response_is_ok_and_the_reply_follows) {
  daemon();
  kept.away = true;
  text("龙泉国土");
  daemon().advance(settings.redis.hold / 2);
  kept.away = false;
  daemon().advance(1s);
  EXPECT_THAT(statuses(), testing::ElementsAre(0u));
  EXPECT_EQ(daemon().carrier().submits.size(), 1u);
}

TEST_F(walk_store, with_hold_on_the_response_waits_as_long_as_it_takes) {
  settings.carriers[0].when_unavailable = unavailable_policy::hold;
  daemon();
  kept.away = true;
  text("龙泉国土");
  daemon().advance(settings.redis.hold * 3);
  EXPECT_TRUE(statuses().empty());
  kept.away = false;
  daemon().advance(4s);
  EXPECT_THAT(statuses(), testing::ElementsAre(0u));
  EXPECT_EQ(daemon().carrier().submits.size(), 1u);
}

TEST_F(walk_store, with_close_the_link_is_closed_instead_of_an_answer) {
  settings.carriers[0].when_unavailable = unavailable_policy::close;
  auto& carrier = daemon().carrier();
  kept.away = true;
  text("龙泉国土");
  daemon().advance(settings.redis.hold + 1s);
  EXPECT_TRUE(carrier.responses.empty());
  EXPECT_TRUE(carrier.connection().closed_by_gateway);
}

TEST_F(walk_store, what_another_process_took_over_meanwhile_is_not_sent_again) {
  settings.carriers[0].window = 1;
  daemon().carrier().answers_submits = false;
  text("龙泉国土");
  daemon().carrier().deliver("13800000002", number, "龙泉国土");  // has no room in the window
  daemon().step();
  kept.away = true;
  daemon().advance(settings.outbox.lease * 2);
  kept.away = false;
  std::uint32_t moved = 0;
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
    moved += *run_coroutine(kept.take_over("p1", "p2", bucket, 100));
  EXPECT_EQ(moved, 2u);
  daemon().carrier().answers_submits = true;
  daemon().carrier().answer_submits();
  daemon().advance(5s);
  EXPECT_EQ(daemon().carrier().submits.size(), 1u) << "what was in flight, and nothing after it";
}

TEST_F(walk_store, what_waits_for_its_turn_when_its_link_falls_is_left_to_the_carrier) {
  std::size_t commits = 0;
  daemon().line().asked = [&](const inquiry_commit&) { ++commits; };
  daemon().line().till_heard = [this]() -> answer<bool> {
    const auto later = runtime.now() + 500ms;
    co_await runtime.sleep_until(later);
    co_return true;
  };
  text("龙泉国土");
  text("1");
  daemon().carrier().connection().close();
  daemon().advance(3s);
  EXPECT_EQ(commits, 1u)
      << "the second comes again, perhaps to another process, which may be done with it sooner";
  text("1");
  daemon().advance(3s);
  EXPECT_EQ(commits, 2u);
  EXPECT_THAT(daemon().carrier().texts(), testing::Contains(testing::HasSubstr("带身份证到窗口1办")));
}

TEST_F(walk_store, parts_in_any_order_are_one_inquiry) {
  deliver_part(2);
  EXPECT_THAT(statuses(), testing::ElementsAre(0u)) << "a part is told OK once it is stored";
  EXPECT_TRUE(daemon().carrier().submits.empty());
  deliver_part(1);
  EXPECT_THAT(statuses(), testing::ElementsAre(0u, 0u));
  EXPECT_NE(daemon().carrier().last_text().find("事项1"), std::string::npos);
}

TEST_F(walk_store, a_part_is_not_told_ok_while_it_cannot_be_stored) {
  daemon();
  kept.away = true;
  deliver_part(1);
  daemon().advance(settings.redis.hold + 1s);
  EXPECT_THAT(statuses(), testing::ElementsAre(smpp::esme::rx_t_appn));
}

TEST_F(walk_store, a_part_that_stays_alone_is_answered_as_far_as_it_makes_sense) {
  deliver_part(1);
  daemon().advance(settings.reassembly.parts_wait + 10s);
  ASSERT_EQ(daemon().carrier().submits.size(), 1u);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_store, what_was_taken_over_with_unknown_outcome_is_sent_all_the_same) {
  committed_for("p2");
  daemon().line().take_overs_of_unknown_outcome = bucket_count;
  daemon().advance(settings.outbox.lease * 25);  // a bucket a renewal
  EXPECT_EQ(daemon().line().take_overs_of_unknown_outcome, 0u);
  EXPECT_EQ(daemon().carrier().submits.size(), 1u);
}

TEST_F(walk_store, what_a_server_has_again_that_came_back_is_sent_without_a_restart) {
  daemon();
  committed_for("p1");
  daemon().advance(settings.outbox.lease);
  EXPECT_EQ(outbox_size(), 1u) << "nobody knows of it";
  ++kept.links;
  daemon().advance(settings.outbox.lease / 4 + 1s);
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_EQ(daemon().carrier().submits.size(), 1u);
}

}  // namespace
}  // namespace duanwen::test
