// Everything that a Redis can suffer: what callers see meanwhile, that nothing is half done, and that all
// goes on by itself. A row of the table in ARCHITECTURE.md each; a wrong type under a key is in
// store_scripts_test.cpp.
#include "tests/support/redis/redis_trouble.hpp"

#include <signal.h>
#include <sys/resource.h>

#include <boost/asio/ip/tcp.hpp>
#include <filesystem>

#include "tests/support/machine/free_port.hpp"
#include "tests/support/stores/commit_after.hpp"

namespace duanwen::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class RedisTrouble : public redis_trouble {};

TEST_F(RedisTrouble, RefusedNothingWasSent) {
  // Nobody listens: known at once to be undone.
  private_redis redis;
  redis_user user(redis.url());
  ASSERT_TRUE(user.wait_up());
  redis.kill();
  ASSERT_TRUE(user.run_until([&] { return !user.client().up(); }));
  EXPECT_EQ(try_commit(user), unavailable);
  redis.start();
  expect_healed(user);
}

TEST_F(RedisTrouble, ABlackHoleIsLeftAfterTheTimeout) {
  // It takes everything and answers nothing: the outcome is unknown, and asking again finds it done once.
  private_redis redis;
  redis_user user(redis.url(), impatient);
  ASSERT_TRUE(user.wait_up());
  ::kill(redis.pid(), SIGSTOP);
  EXPECT_EQ(try_commit(user), unknown_outcome);
  EXPECT_THAT(user.client().trouble(), HasSubstr("no answer within 500 ms"));
  ::kill(redis.pid(), SIGCONT);
  expect_healed(user);
}

TEST_F(RedisTrouble, WhatGathersBehindACallIntoABlackHoleWasNotSent) {
  // More than a call holds goes into the hole too.
  private_redis redis;
  redis_user user(redis.url(), impatient);
  ASSERT_TRUE(user.wait_up());
  ::kill(redis.pid(), SIGSTOP);
  std::vector<answer<commit_result>> commits;
  commits.push_back(commit_after(0, user.kept(), c));
  for (int i = 2; i <= 80; ++i)
    commits.push_back(
        commit_after(5, user.kept(), sample_commit(1, 1, 0, resident("86139000000" + std::to_string(i)))));
  const auto done = run_together(user.io(), std::move(commits));
  for (std::size_t i = 0; i < done.size(); ++i)
    EXPECT_EQ(done[i].error(), i < 1 + 64 ? unknown_outcome : unavailable) << i;
  ::kill(redis.pid(), SIGCONT);
  expect_healed(user);
}

TEST_F(RedisTrouble, AListenerThatSaysNothingIsNoRedis) {
  // Connected and never greeted: not up, and dialled again.
  using boost::asio::ip::tcp;
  boost::asio::io_context elsewhere;
  const tcp::acceptor mute(elsewhere, tcp::endpoint(boost::asio::ip::address_v4::loopback(), 0));
  redis_user user("redis://127.0.0.1:" + std::to_string(mute.local_endpoint().port()), impatient);
  EXPECT_TRUE(user.run_until([&] { return user.client().trouble() == "no answer within 500 ms"; }));
  EXPECT_EQ(try_commit(user), unavailable);
}

TEST_F(RedisTrouble, ASlowOneIsWaitedForOrLeft) {
  // Within the timeout nobody notices; beyond it the outcome is unknown, and the commit is done once.
  private_redis redis;
  redis_user patient(redis.url());
  ASSERT_TRUE(patient.wait_up());
  say(redis, {"CLIENT", "PAUSE", "300"});
  EXPECT_EQ(patient.hold(sample_commit(9, 9, 0, resident("8613900000009"))).status, commit_status::committed);
  say(redis, {"FLUSHALL"});
  redis_user user(redis.url(), impatient);
  ASSERT_TRUE(user.wait_up());
  say(redis, {"CLIENT", "PAUSE", "1500"});
  EXPECT_EQ(try_commit(user), unknown_outcome);
  expect_healed(user);
}

TEST_F(RedisTrouble, KilledUnderLoadItLosesNothing) {
  // kill -9 twice amid commits: whatever was told committed is there after the restart, once.
  private_redis redis;
  redis_user user(redis.url());
  ASSERT_TRUE(user.wait_up());
  for (int kills = 0; kills < 2; ++kills)
    user.commit_during([&redis] {
      redis.kill();
      redis.start();
    });
  user.expect_nothing_lost();
}

TEST_F(RedisTrouble, RestartedEmptyItIsMadeOurs) {
  // Its data and scripts are gone: whoever assumes a conversation is told that there is none, and decides
  // anew.
  private_redis redis;
  redis_user user(redis.url());
  ASSERT_TRUE(user.wait_up());
  const auto before = user.hold(sample_commit(7, 7));
  redis.kill();
  std::filesystem::remove_all(redis.folder() + "/appendonlydir");
  redis.start();
  const auto stale = user.hold(sample_commit(1, 1, before.actual.revision));
  EXPECT_EQ(stale.status, commit_status::conflict);
  EXPECT_EQ(stale.actual.revision, 0u);
  expect_healed(user);
  EXPECT_EQ(say(redis, {"GET", redis_keys::buckets}).text, "64");
}

TEST_F(RedisTrouble, OutOfMemoryNothingIsWritten) {
  // OOM is answered before the first write of a script, so it is all or nothing; also of what ends a reply.
  private_redis redis;
  redis_user user(redis.url());
  ASSERT_TRUE(user.wait_up());
  say(redis, {"CONFIG", "SET", "maxmemory", "1"});
  EXPECT_EQ(try_commit(user), unavailable);
  EXPECT_EQ(user.run(user.kept().add_part(sample_parts(), sample_part(1, 9))).error(), unavailable);
  expect_not_done(user, c);
  say(redis, {"CONFIG", "SET", "maxmemory", "0"});
  expect_healed(user);
  const auto over = finish_of(c, user.hold(c).outbox_id);
  say(redis, {"CONFIG", "SET", "maxmemory", "1"});
  EXPECT_TRUE(user.run(user.kept().finish(over)).value()) << "what frees memory is let through";
  say(redis, {"CONFIG", "SET", "maxmemory", "0"});
  EXPECT_EQ(user.run(user.kept().ledger(c.day, c.day)).value().at(0).segments, 2u);
}

TEST_F(RedisTrouble, AReplicaIsNotWrittenTo) {
  // READONLY: after a failover the link looks for the master; here it becomes one again.
  private_redis redis;
  redis_user user(redis.url());
  ASSERT_TRUE(user.wait_up());
  say(redis, {"REPLICAOF", "127.0.0.1", std::to_string(free_port())});
  EXPECT_EQ(try_commit(user), unavailable);
  EXPECT_TRUE(user.run_until([&] { return !user.client().up(); })) << "it must not stay with a replica";
  EXPECT_TRUE(user.run_until([&] { return user.client().trouble().starts_with("READONLY"); }))
      << user.client().trouble();
  say(redis, {"REPLICAOF", "NO", "ONE"});
  expect_healed(user);
}

TEST_F(RedisTrouble, ALoadingOneIsWaitedFor) {
  // It answers LOADING while it reads its files, here for as long as the test likes.
  private_redis redis({"--key-load-delay", "100", "--loading-process-events-interval-bytes", "1024"});
  {
    redis_link filler(redis.url());
    ASSERT_TRUE(filler.wait_up());
    for (int i = 0; i < 20000; ++i)
      filler.link().send({"SET", "k" + std::to_string(i), "v"}, [](const auto&) {});
    filler.say({"PING"});
  }
  redis.kill();
  redis.start();
  redis_user user(redis.url());
  EXPECT_TRUE(user.run_until([&] { return user.client().trouble().starts_with("LOADING"); }))
      << user.client().trouble();
  EXPECT_EQ(try_commit(user), unavailable);
  say(redis, {"CONFIG", "SET", "key-load-delay", "0"});
  expect_healed(user);
}

/// No file of the server may grow beyond `octets`, as on a full disk.
void limit_files(const private_redis& redis, rlim_t octets) {
  const rlimit most{octets, RLIM_INFINITY};
  ASSERT_EQ(::prlimit(redis.pid(), RLIMIT_FSIZE, &most, nullptr), 0);
}

class FullDisk : public RedisTrouble {
 protected:
  // The server inherits it, and then sees EFBIG as it would see ENOSPC.
  FullDisk() : before_(::signal(SIGXFSZ, SIG_IGN)) {}
  ~FullDisk() override { ::signal(SIGXFSZ, before_); }
  sighandler_t before_;
};

TEST_F(FullDisk, WithEverysecWritesAreRefused) {
  // MISCONF until there is room again; the write that found the disk full stays in the server's memory.
  private_redis redis({"--appendfsync", "everysec"});
  redis_user user(redis.url());
  ASSERT_TRUE(user.wait_up());
  limit_files(redis, 1);
  say(redis, {"SET", "x", "1"});
  const auto is_full = [&] { return say(redis, {"INFO", "persistence"}).text; };
  while (is_full().find("aof_last_write_status:err") == std::string::npos) {
  }
  EXPECT_EQ(try_commit(user), unavailable);
  expect_not_done(user, c);
  limit_files(redis, RLIM_INFINITY);
  expect_healed(user);
}

TEST_F(FullDisk, WithAlwaysTheServerEnds) {
  // It must not acknowledge what it cannot write, so it exits; with room again it is as it was before.
  private_redis redis;
  redis_user user(redis.url());
  ASSERT_TRUE(user.wait_up());
  limit_files(redis, 1);
  EXPECT_EQ(try_commit(user), unknown_outcome);
  redis.wait_for_end();
  redis.start();
  ASSERT_TRUE(user.wait_up());
  expect_not_done(user, c);
  expect_healed(user);
}

TEST_F(RedisTrouble, WithTooManyClientsOneWaits) {
  // Its place comes free when somebody leaves, or the limit is raised.
  private_redis redis;
  redis_link operators(redis.url());
  ASSERT_TRUE(operators.wait_up());
  operators.say({"CONFIG", "SET", "maxclients", "1"});
  redis_user user(redis.url());
  EXPECT_TRUE(user.run_until([&] { return user.client().trouble() == "ERR max number of clients reached"; }))
      << user.client().trouble();
  EXPECT_EQ(try_commit(user), unavailable);
  operators.say({"CONFIG", "SET", "maxclients", "100"});
  expect_healed(user);
}

TEST_F(RedisTrouble, AWrongPasswordIsToldAndTriedAgain) {
  // Without printing it; when it is right after all, no restart is needed.
  const auto port = std::to_string(free_port());
  private_redis redis({"--port", port, "--requirepass", "right"});
  redis_user user("redis://:wrong@127.0.0.1:" + port);
  EXPECT_TRUE(user.run_until([&] { return user.client().trouble().starts_with("WRONGPASS"); }))
      << user.client().trouble();
  EXPECT_EQ(try_commit(user), unavailable);
  redis_user operators("redis://:right@127.0.0.1:" + port);
  ASSERT_TRUE(operators.wait_up());
  EXPECT_TRUE(operators.run(operators.client().call({"CONFIG", "SET", "requirepass", "wrong"})));
  expect_healed(user);
}

}  // namespace
}  // namespace duanwen::test
