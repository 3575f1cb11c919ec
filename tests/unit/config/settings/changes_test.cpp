// What a file that was read again changes, and what waits for a restart.
#include "config/settings/changes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

config with_two_carriers() {
  config c;
  c.services.resize(1);
  c.services[0].number = "10690001";
  c.carriers.resize(2);
  c.carriers[0].name = "mobile";
  c.carriers[1].name = "unicom";
  return c;
}

TEST(changes, the_same_file_changes_nothing) {
  auto current = with_two_carriers();
  const auto found = take_over(current, with_two_carriers());
  EXPECT_THAT(found.taken, IsEmpty());
  EXPECT_THAT(found.after_restart, IsEmpty());
}

TEST(changes, what_may_change_is_taken_over_and_named) {
  auto current = with_two_carriers(), fresh = current;
  fresh.log.level = "debug";
  fresh.outbox.retry_max = seconds(7);
  const auto found = take_over(current, fresh);
  EXPECT_THAT(found.taken, ElementsAre("outbox.retry_max_s", "log.level"));
  EXPECT_EQ(current.log.level, "debug");
  EXPECT_EQ(current.outbox.retry_max, seconds(7));
}

TEST(changes, what_needs_a_restart_is_named_and_stays) {
  auto current = with_two_carriers(), fresh = current;
  fresh.redis.url = "redis://elsewhere";
  fresh.services[0].wording = "en";
  const auto found = take_over(current, fresh);
  EXPECT_THAT(found.taken, IsEmpty());
  EXPECT_THAT(found.after_restart, ElementsAre("redis.url", "service.10690001.wording"));
  EXPECT_EQ(current.redis.url, "embedded");
}

TEST(changes, a_carrier_is_changed_where_it_stands) {
  auto current = with_two_carriers(), fresh = current;
  const auto* before = &current.carriers[1];
  fresh.carriers[1].password = secret("new");
  fresh.carriers[1].when_unavailable = unavailable_policy::hold;
  fresh.carriers[1].tls = true;
  const auto found = take_over(current, fresh);
  EXPECT_THAT(found.taken, ElementsAre("carrier.unicom.password", "carrier.unicom.when_unavailable"));
  EXPECT_THAT(found.after_restart, ElementsAre("carrier.unicom.tls"));
  EXPECT_EQ(&current.carriers[1], before);
  EXPECT_EQ(before->password.reveal(), "new");
  EXPECT_EQ(before->when_unavailable, unavailable_policy::hold);
}

TEST(changes, a_carrier_that_is_new_or_gone_needs_a_restart) {
  auto current = with_two_carriers(), fresh = current;
  fresh.carriers.pop_back();
  fresh.carriers[0].failover = seconds(1);
  const auto found = take_over(current, fresh);
  EXPECT_THAT(found.after_restart, ElementsAre("carrier"));
  EXPECT_EQ(current.carriers.size(), 2u);
}

}  // namespace
}  // namespace duanwen
