// Which carrier and link a reply takes.
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

class walk_carriers : public walk {
 protected:
  walk_carriers() {
    settings.carriers.resize(2, settings.carriers[0]);
    settings.carriers[1].name = "backup";
  }
  sim_carrier& mobile() { return daemon().carrier(0); }
  sim_carrier& backup() { return daemon().carrier(1); }
  void text_by_mobile() {
    mobile().deliver(resident, number, "龙泉国土");
    daemon().step();
  }
  void mobile_falls() {
    runtime.refuse_connections = true;  // and does not come back
    mobile().connection().close();
    daemon().step();
  }
  void route_to(std::string prefix, std::vector<std::string> carriers) {
    route_settings route;
    route.prefix = std::move(prefix);
    route.carriers = std::move(carriers);
    settings.routes.push_back(route);
  }
};

TEST_F(walk_carriers, a_reply_goes_by_the_carrier_of_the_inquiry) {
  text_by_mobile();
  EXPECT_EQ(mobile().submits.size(), 1u);
  EXPECT_TRUE(backup().submits.empty());
}

TEST_F(walk_carriers, a_route_says_otherwise_and_the_longest_prefix_counts) {
  route_to("86", {"mobile"});
  route_to("86138", {"backup", "mobile"});
  text_by_mobile();
  EXPECT_TRUE(mobile().submits.empty());
  EXPECT_EQ(backup().submits.size(), 1u);
}

TEST_F(walk_carriers, a_route_of_other_numbers_changes_nothing) {
  route_to("86139", {"backup"});
  text_by_mobile();
  EXPECT_EQ(mobile().submits.size(), 1u);
}

TEST_F(walk_carriers, a_short_fall_is_waited_for_and_a_long_one_is_not) {
  mobile().answers_submits = false;
  text_by_mobile();
  mobile_falls();
  daemon().advance(settings.carriers[0].failover - 5s);
  EXPECT_TRUE(backup().submits.empty());
  daemon().advance(10s);
  EXPECT_EQ(backup().submits.size(), 1u);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_carriers, a_route_with_its_first_carrier_down_for_long_takes_the_next) {
  route_to("86138", {"mobile", "backup"});
  text_by_mobile();
  mobile_falls();
  daemon().advance(settings.carriers[0].failover + 1s);
  backup().deliver(resident, number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(backup().submits.size(), 1u);
}

TEST_F(walk_carriers, a_carrier_that_is_no_longer_configured_leaves_its_replies_to_the_cheapest) {
  mobile().answers_submits = false;
  text_by_mobile();
  started.reset();
  settings.carriers[0].name = "renamed";
  settings.carriers[1].profile.segment_price_li = 1;
  daemon().step();
  EXPECT_TRUE(mobile().submits.empty());
  EXPECT_EQ(backup().submits.size(), 1u);
}

TEST_F(walk_carriers, a_paused_one_ends_what_it_began_and_hands_the_rest_over) {
  settings.carriers[0].window = 1;
  mobile().answers_submits = false;
  text_by_mobile();
  mobile().deliver("13800000002", number, "龙泉国土");
  daemon().step();
  EXPECT_TRUE(daemon().the_core().set_paused("mobile", true));
  daemon().step();
  EXPECT_EQ(mobile().submits.size(), 1u);
  EXPECT_EQ(backup().submits.size(), 1u);
  mobile().answer_submits();
  mobile().deliver("13800000003", number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(mobile().submits.size(), 1u) << "it still delivers, and nothing new leaves by it";
  EXPECT_EQ(backup().submits.size(), 2u);
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_TRUE(daemon().the_core().set_paused("mobile", false));
  mobile().answers_submits = true;
  text_by_mobile();
  EXPECT_EQ(mobile().submits.size(), 2u);
  EXPECT_FALSE(daemon().the_core().set_paused("telecom", true));
}

TEST_F(walk_carriers, where_all_are_paused_replies_wait) {
  settings.carriers.resize(1);
  daemon().the_core().set_paused("mobile", true);
  text_by_mobile();
  EXPECT_TRUE(mobile().submits.empty());
  EXPECT_EQ(daemon().the_core().links().status()[0].waiting, 1u);
  EXPECT_TRUE(daemon().the_core().links().status()[0].paused);
  daemon().the_core().set_paused("mobile", false);
  daemon().step();
  EXPECT_EQ(mobile().submits.size(), 1u);
}

TEST_F(walk_carriers, one_that_throttles_gets_one_probe_and_order_is_kept) {
  settings.carriers.resize(1);
  mobile().submit_status = 0x58;  // ESME_RTHROTTLED
  text_by_mobile();
  for (const auto* what : {"龙泉国土1", "龙泉国土", "龙泉国土2"}) mobile().deliver(resident, number, what);
  mobile().deliver("13800000002", number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(mobile().submits.size(), 1u) << "everything rests";
  EXPECT_TRUE(daemon().the_core().links().status()[0].resting);
  mobile().answers_submits = false;
  daemon().advance(1500ms);
  EXPECT_EQ(mobile().submits.size(), 2u) << "one probe";
  mobile().submit_status = 0;
  mobile().answers_submits = true;
  mobile().answer_submits();
  daemon().advance(10s);
  EXPECT_EQ(outbox_size(), 0u);
  std::vector<std::string> told;
  for (std::size_t i = 1; i < mobile().submits.size(); ++i)
    if (mobile().submits[i].destination_addr == resident) told.push_back(mobile().texts()[i]);
  EXPECT_THAT(told, testing::ElementsAre(testing::HasSubstr("事项3"), testing::HasSubstr("窗口1"),
                                         testing::HasSubstr("事项3"), testing::HasSubstr("窗口2")));
}

TEST_F(walk_carriers, one_that_says_that_the_link_is_not_bound_is_bound_anew) {
  settings.carriers.resize(1);
  mobile().submit_status = 0x04;  // ESME_RINVBNDSTS
  text_by_mobile();
  daemon().advance(5s);
  EXPECT_EQ(daemon().connections(), 2u);
  EXPECT_EQ(daemon().carrier(1).submits.size(), 1u);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_carriers, what_none_took_until_its_last_moment_is_dead_with_the_last_reason) {
  settings.carriers.resize(1);
  settings.outbox.reply_validity = 60s;
  mobile().submit_status = 0x08;  // ESME_RSYSERR
  text_by_mobile();
  daemon().advance(59s);
  EXPECT_EQ(outbox_size(), 1u);
  daemon().advance(3s);
  EXPECT_EQ(outbox_size(), 0u);
  const auto dead = *run_coroutine(kept.dead_letters(10));
  ASSERT_EQ(dead.size(), 1u);
  EXPECT_THAT(dead[0].reason, testing::AllOf(testing::HasSubstr("reply_validity_s"),
                                             testing::HasSubstr("trouble of its own")));
}

TEST_F(walk_carriers, what_waits_for_one_that_is_away_is_given_up_too) {
  settings.carriers.resize(1);
  settings.outbox.reply_validity = 100s;
  daemon();
  mobile().answers_submits = false;
  text_by_mobile();
  mobile_falls();
  daemon().advance(150s);
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_EQ(run_coroutine(kept.dead_letters(10))->size(), 1u);
}

TEST_F(walk_carriers, with_several_links_the_reply_takes_the_one_of_the_inquiry) {
  settings.carriers.resize(1);
  settings.carriers[0].links = 3;
  for (std::size_t i = 0; i < 3; ++i) {
    daemon().carrier(i).deliver(resident, number, "龙泉国土");
    daemon().step();
    EXPECT_EQ(daemon().carrier(i).submits.size(), 1u) << i;
  }
}

}  // namespace
}  // namespace duanwen::test
