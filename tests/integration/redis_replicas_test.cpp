// Replicas that a commit waits for, or without which a master refuses it.
#include <signal.h>

#include "tests/support/machine/free_port.hpp"
#include "tests/support/redis/redis_trouble.hpp"

namespace duanwen::test {
namespace {

class RedisReplicas : public redis_trouble {};

TEST_F(RedisReplicas, WithoutEnoughReplicasItMayRefuse) {
  // NOREPLICAS, where the operator wants writes only on a master that has replicas.
  private_redis redis({"--min-replicas-to-write", "1"});
  redis_user user(redis.url());
  EXPECT_TRUE(user.run_until([&] { return user.client().trouble().starts_with("NOREPLICAS"); }))
      << user.client().trouble();
  say(redis, {"CONFIG", "SET", "min-replicas-to-write", "0"});
  ASSERT_TRUE(user.wait_up());
  say(redis, {"CONFIG", "SET", "min-replicas-to-write", "1"});
  EXPECT_EQ(try_commit(user), unavailable);
  expect_not_done(user, c);
  say(redis, {"CONFIG", "SET", "min-replicas-to-write", "0"});
  expect_healed(user);
}

class ReplicasAcked : public redis_trouble {
 protected:
  static redis_settings wanting_a_replica() {
    auto settings = quick_redis_settings(milliseconds(1000));
    settings.replicas_acked = 1;
    return settings;
  }
  static std::vector<std::string> replica_of(const std::string& port) {
    return {"--replicaof", "127.0.0.1 " + port, "--repl-diskless-sync-delay", "0"};
  }
  const std::string port = std::to_string(free_port());
  private_redis master{{"--port", port, "--repl-diskless-sync-delay", "0"}};
};

TEST_F(ReplicasAcked, WithoutAReplicaACommitIsNotTold) {
  // It is done here, and may be lost with this server; told again once a replica has it, it is done once.
  redis_user user(master.url(), wanting_a_replica());
  ASSERT_TRUE(user.wait_up());
  EXPECT_EQ(try_commit(user), unknown_outcome);
  EXPECT_EQ(user.run(user.kept().add_part(sample_parts(), sample_part(1, 9))).error(), unknown_outcome);
  EXPECT_TRUE(user.client().up()) << "a missing replica is no reason to leave the master";
  const private_redis replica(replica_of(port));
  expect_healed(user);
}

TEST_F(ReplicasAcked, WhatAnotherLinkWroteIsNotTakenForReplicated) {
  // A replica that is connected and frozen has not got it, whoever asks and over which link.
  const private_redis replica(replica_of(port));
  redis_user user(master.url(), wanting_a_replica());
  ASSERT_TRUE(user.wait_up());
  user.hold(sample_commit(9, 9, 0, resident("8613900000009")));
  ::kill(replica.pid(), SIGSTOP);
  EXPECT_EQ(try_commit(user), unknown_outcome);
  redis_user other(master.url(), wanting_a_replica());
  ASSERT_TRUE(other.wait_up());
  EXPECT_EQ(try_commit(other), unknown_outcome);
  auto redelivered = c;
  redelivered.arrivals[0].link = "mobile/1";
  EXPECT_EQ(other.run(other.kept().commit(redelivered)).error(), unknown_outcome);
  ::kill(replica.pid(), SIGCONT);
  EXPECT_EQ(other.hold(redelivered).status, commit_status::redelivered);
  EXPECT_EQ(user.hold(c).status, commit_status::committed);
}

TEST_F(ReplicasAcked, AReplyIsNotFinishedBeforeAReplicaHasIt) {
  // Else a failover would bring it back, and nobody who has finished it would look for it again.
  const private_redis replica(replica_of(port));
  redis_user user(master.url(), wanting_a_replica());
  ASSERT_TRUE(user.wait_up());
  const auto f = finish_of(c, user.hold(c).outbox_id);
  ::kill(replica.pid(), SIGSTOP);
  EXPECT_EQ(user.run(user.kept().finish(f)).error(), unknown_outcome);
  redis_user other(master.url(), wanting_a_replica());
  ASSERT_TRUE(other.wait_up());
  EXPECT_EQ(other.run(other.kept().finish(f)).error(), unknown_outcome) << "asked again over another link";
  ::kill(replica.pid(), SIGCONT);
  EXPECT_TRUE(other.run(other.kept().finish(f)).has_value());
}

TEST_F(ReplicasAcked, OneWaitIsForAllOfATurn) {
  // Else each would wait for the one before it, and the link would fall.
  const private_redis replica(replica_of(port));
  redis_user user(master.url(), wanting_a_replica());
  ASSERT_TRUE(user.wait_up());
  user.commit_under_load(200, [](std::size_t committed) { return committed >= 1000; });
  user.expect_nothing_lost();
  const auto stats = say(master, {"INFO", "commandstats"}).text;
  const auto calls = [&](const std::string& name) {
    const auto label = "cmdstat_" + name + ":calls=";
    return std::stoul(stats.substr(stats.find(label) + label.size()));
  };
  EXPECT_LT(calls("wait"), calls("evalsha"));
}

}  // namespace
}  // namespace duanwen::test
