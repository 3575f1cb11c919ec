// Which carrier and link a reply takes.
#include "tests/unit/gateway/walk.hpp"

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
