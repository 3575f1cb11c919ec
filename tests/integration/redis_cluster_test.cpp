// The store on a Cluster of three masters and three replicas: each call goes where its slot is, and nothing
// that was committed is lost when one dies or when a slot moves.
#include "storage/redis_fleet/redis_slots.hpp"
#include "tests/support/machine/free_port.hpp"
#include "tests/support/redis/redis_fleet.hpp"
#include "tests/support/redis/redis_user.hpp"

namespace duanwen::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class RedisCluster : public testing::Test {
 protected:
  static void SetUpTestSuite() { set_ = std::make_unique<cluster_set>(); }
  static void TearDownTestSuite() { set_.reset(); }
  static cluster_set& set() { return *set_; }

  void SetUp() override {
    for (std::size_t i = 0; i < 6; ++i)
      if (is_master(set().server(i))) ask(set().server(i), {"FLUSHALL"});
    ASSERT_TRUE(user.wait_up()) << user.client().trouble();
  }
  static redis_settings with_a_replica() {
    auto settings = quick_redis_settings(milliseconds(1000));
    settings.replicas_acked = 1;
    return settings;
  }
  redis_user user{set().url(), with_a_replica()};

 private:
  static inline std::unique_ptr<cluster_set> set_;
};

TEST_F(RedisCluster, EveryCallFindsItsServer) {
  // One of each, for residents of all three masters.
  store& kept = user.kept();
  EXPECT_THAT(user.client().risks(), IsEmpty());
  EXPECT_GT(user.run(kept.renew_lease("p1")).value(), 1'700'000'000'000);
  std::vector<answer<commit_result>> calls;
  std::vector<inquiry_commit> commits;
  for (int i = 0; i < 200; ++i)
    commits.push_back(sample_commit(1, 1, 0, resident("86138001" + std::to_string(10000 + i))));
  for (const auto& c : commits) calls.push_back(kept.commit(c));
  std::vector<std::string> ids;
  for (auto& done : run_together(user.io(), std::move(calls))) {
    ASSERT_TRUE(done.has_value()) << done.error().message();
    ids.push_back(done->outbox_id);
  }
  EXPECT_EQ(user.run(kept.ledger("2026-11-24", "2026-11-24")).value().at(0).inquiries, 200u);
  for (std::size_t i = 0; i < commits.size(); ++i) {
    auto f = finish_of(commits[i], ids[i]);
    f.replies[0].dead_reason = "refused";
    EXPECT_TRUE(user.run(kept.finish(f)).value());
  }
  const auto letters = user.run(kept.dead_letters(1000)).value();
  ASSERT_THAT(letters, SizeIs(200));
  for (std::size_t i = 0; i < 150; ++i)
    EXPECT_TRUE(user.run(kept.requeue_dead_letter(letters[i].id, "p1")).value());
  EXPECT_TRUE(user.run(kept.delete_dead_letter(letters[150].id)).value());
  EXPECT_THAT(user.run(kept.waiting_replies(1000)).value(), SizeIs(150));
  const auto counts = user.run(kept.counts()).value();
  EXPECT_EQ(counts.outbox_entries, 150u);
  EXPECT_EQ(counts.dead_letters, 49u);
  EXPECT_THAT(user.run(kept.dead_processes()).value(), IsEmpty());
  EXPECT_FALSE(user.run(kept.forget_process("p1")).value()) << "it lives";
  EXPECT_EQ(user.run(kept.take_over("p1", "p2", 3, 10)).value(), 0u);
  EXPECT_EQ(user.run(kept.add_part(sample_parts(), sample_part(1, 9))).value().status,
            add_part_status::waiting);
  EXPECT_EQ(user.run(kept.add_part(sample_parts(), sample_part(2, 8))).value().status,
            add_part_status::complete);
  EXPECT_THAT(user.run(kept.take_due_parts(5)).value(), IsEmpty());
}

TEST_F(RedisCluster, DirectoryAndTokensLieWithOneServer) {
  // All or nothing, as on one Redis.
  store& kept = user.kept();
  directory_change change;
  change.put_areas.emplace_back().id = "lq";
  EXPECT_TRUE(user.run(kept.write_directory(0, change)).value());
  EXPECT_FALSE(user.run(kept.write_directory(0, change)).value());
  EXPECT_EQ(user.run(kept.load_directory()).value().document.areas, change.put_areas);
  EXPECT_EQ(user.run(kept.directory_version()).value(), 1u);
  token_record token;
  token.name = "门户";
  EXPECT_TRUE(user.run(kept.put_token(token)).value());
  EXPECT_THAT(user.run(kept.load_tokens()).value(), ElementsAre(token));
  EXPECT_TRUE(user.run(kept.remove_token(token.name)).value());
}

TEST_F(RedisCluster, TheDeadAreTakenOverInEveryBucket) {
  // Leases lie in every bucket, so that one is fenced where its entries are.
  config c;
  c.redis = with_a_replica();
  store_limits limits(c);
  limits.lease = limits.take_over_margin = milliseconds(0);
  redis_store kept(user.client(), limits);
  for (int i = 0; i < 50; ++i)
    ASSERT_TRUE(
        user.run(kept.commit(sample_commit(1, 1, 0, resident("86138001" + std::to_string(10000 + i))))));
  EXPECT_THAT(user.run(kept.dead_processes()).value(), ElementsAre("p1"));
  EXPECT_FALSE(user.run(kept.forget_process("p1")).value());
  std::uint32_t moved = 0;
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
    moved += user.run(kept.take_over("p1", "p2", bucket, 100)).value();
  EXPECT_EQ(moved, 50u);
  EXPECT_FALSE(user.run(kept.forget_process("p2")).value());
  EXPECT_THAT(user.run(kept.dead_processes()).value(), testing::Contains("p2"));
}

TEST_F(RedisCluster, ASlotThatMovesUnderLoadIsFollowed) {
  // ASK while its keys move one by one, MOVED from then on; what needs keys of both sides waits.
  const auto victim = resident("8613800110000");
  const auto tag = redis_keys::leases(bucket_of(victim.msisdn));
  const auto slot = std::to_string(slot_of(tag));
  std::size_t from = 0, to = 0;
  for (std::size_t i = 0; i < 6; ++i) {
    if (!is_master(set().server(i))) continue;
    (ask(set().server(i), {"EXISTS", tag}).is_error() ? to : from) = i;
  }
  user.commit_during([&] {
    ask(set().server(to), {"CLUSTER", "SETSLOT", slot, "IMPORTING", set().id(from)});
    ask(set().server(from), {"CLUSTER", "SETSLOT", slot, "MIGRATING", set().id(to)});
    while (true) {
      const auto keys = ask(set().server(from), {"CLUSTER", "GETKEYSINSLOT", slot, "3"}).items;
      if (keys.empty()) break;
      for (const auto& key : keys)
        ask(set().server(from),
            {"MIGRATE", "127.0.0.1", std::to_string(set().port(to)), key.text, "0", "5000"});
    }
    for (const auto i : {to, from}) ask(set().server(i), {"CLUSTER", "SETSLOT", slot, "NODE", set().id(to)});
  });
  user.expect_nothing_lost();
  EXPECT_EQ(ask(set().server(to), {"EXISTS", tag}).number, 1);
}

TEST_F(RedisCluster, AMasterKilledUnderLoadIsReplaced) {
  // kill -9: its residents wait for its replica to take over, those of the others notice nothing.
  std::size_t victim = 0;
  while (!is_master(set().server(victim))) ++victim;
  user.commit_during([&] {
    set().server(victim).kill();
    const auto heir = victim < 3 ? victim + 3 : victim - 3;
    ask_until(set().server(heir), {"ROLE"},
              [](const auto& said) { return said.items.at(0).text == "master"; });
    set().server(victim).start();
  });
  user.expect_nothing_lost();
  EXPECT_TRUE(user.wait_up()) << user.client().trouble();
}

TEST_F(RedisCluster, WhatIsNoClusterIsNamed) {
  // And a node of one that is taken for a server by itself.
  const auto port = std::to_string(free_port());
  const private_redis alone({"--port", port});
  redis_user wrong("cluster://127.0.0.1:" + port);
  EXPECT_TRUE(wrong.run_until([&] {
    return wrong.client().trouble() == "127.0.0.1:" + port + " is no node of a Cluster";
  })) << wrong.client().trouble();
  std::size_t stranger = 0;
  while (!ask(set().server(stranger), {"GET", redis_keys::buckets}).is_error()) ++stranger;
  redis_user other(set().server(stranger).url());
  EXPECT_TRUE(other.run_until([&] {
    return other.client().trouble() == "it is a node of a Cluster, so redis.url has to begin with cluster://";
  })) << other.client().trouble();
}

}  // namespace
}  // namespace duanwen::test
