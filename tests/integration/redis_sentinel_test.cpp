// The store behind three sentinels: where the master goes, it follows, and nothing that was committed is
// lost.
#include "tests/support/machine/free_port.hpp"
#include "tests/support/redis/redis_fleet.hpp"
#include "tests/support/redis/redis_user.hpp"

namespace duanwen::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// All there are: whichever the sentinels choose has what was acknowledged.
redis_settings with_both_replicas() {
  auto settings = quick_redis_settings(milliseconds(1000));
  settings.replicas_acked = 2;
  return settings;
}

TEST(RedisSentinel, AMasterKilledUnderLoadIsFollowed) {
  // kill -9: the sentinels make a replica the master, and an operator brings the dead one back as a replica.
  sentinel_set set;
  redis_user user(set.url(), with_both_replicas());
  ASSERT_TRUE(user.wait_up()) << user.client().trouble();
  EXPECT_THAT(user.client().risks(), IsEmpty());
  user.commit_during([&] {
    set.server(0).kill();
    const auto heir = set.master();
    EXPECT_NE(heir, 0u);
    set.server(0).start();
    ask(set.server(0), {"REPLICAOF", "127.0.0.1", std::to_string(set.port(heir))});
  });
  user.expect_nothing_lost();
}

TEST(RedisSentinel, APlannedFailoverLosesNothing) {
  // The old master lives on for a while, and may not be believed.
  sentinel_set set;
  redis_user user(set.url(), with_both_replicas());
  ASSERT_TRUE(user.wait_up()) << user.client().trouble();
  user.commit_during([&] {
    set.fail_over();
    ask_until(set.server(0), {"ROLE"}, [](const auto& said) { return said.items.at(0).text == "slave"; });
  });
  user.expect_nothing_lost();
}

TEST(RedisSentinel, SentinelsThatKnowNothingAreNamed) {
  // In words that say what to look at: none listens, or none knows a master of that name.
  const auto nobody = "sentinel://127.0.0.1:" + std::to_string(free_port()) + "/duanwen";
  redis_user user(nobody);
  EXPECT_TRUE(user.run_until([&] {
    return user.client().trouble().starts_with("no sentinel answers: cannot");
  })) << user.client().trouble();
  const auto port = free_port();
  const private_sentinel sentinel(port, free_port());
  redis_user stranger("sentinel://127.0.0.1:" + std::to_string(port) + "/another");
  EXPECT_TRUE(stranger.run_until([&] {
    return stranger.client().trouble() == "the sentinels know no master named another";
  })) << stranger.client().trouble();
}

}  // namespace
}  // namespace duanwen::test
