// The store as daemon and commands open it, together and one after another.
#include "storage/opening/open_store.hpp"

#include <fstream>

#include "storage/redis_store/redis_keys.hpp"
#include "tests/support/redis/embedded_test.hpp"
#include "tests/support/redis/private_redis.hpp"

namespace duanwen::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::SizeIs;

class OpenStore : public embedded_test {
 protected:
  config settings_of(const private_redis& redis) const {
    auto c = settings();
    c.redis.url = redis.url();
    return c;
  }
};

TEST_F(OpenStore, ASecondDaemonIsRefused) {
  // In words, and without harm to the first.
  store_opener first(settings(), store_user::daemon);
  ASSERT_EQ(first.open(), "");
  const auto its = server.running();
  {
    store_opener second(settings(), store_user::daemon);
    EXPECT_EQ(second.open(), "gateway.data_dir " + settings().gateway.data_dir +
                                 " is locked: another daemon runs on it, or its file lock cannot be written");
    second.stop();
  }
  EXPECT_EQ(server.running(), its);
  EXPECT_EQ(commit(first, sample_commit(1, 1)).status, commit_status::committed);
  first.stop();
}

TEST_F(OpenStore, ACommandAloneStartsRedisAndStopsIt) {
  // What it wrote is there for the next, and nothing is left running.
  const auto c = sample_commit(1, 1);
  for (const bool first : {true, false}) {
    store_opener command(settings(), store_user::command);
    ASSERT_EQ(command.open(), "");
    EXPECT_THAT(server.running(), SizeIs(1));
    if (first) commit(command, c);
    EXPECT_EQ(load(command, c.key), c.next);
    command.stop();
    EXPECT_THAT(server.running(), IsEmpty());
  }
}

TEST_F(OpenStore, ACommandBesideADaemonUsesItsRedis) {
  // And leaves it as it is.
  store_opener daemon(settings(), store_user::daemon);
  ASSERT_EQ(daemon.open(), "");
  const auto its = server.running();
  const auto c = sample_commit(1, 1);
  commit(daemon, c);
  {
    store_opener command(settings(), store_user::command);
    ASSERT_EQ(command.open(), "");
    EXPECT_EQ(load(command, c.key), c.next);
    command.stop();
  }
  EXPECT_EQ(server.running(), its);
  EXPECT_TRUE(daemon.kept().up());
  EXPECT_EQ(load(daemon, c.key), c.next);
  daemon.stop();
  EXPECT_THAT(server.running(), IsEmpty());
}

TEST_F(OpenStore, ADaemonTakesOverWhatACommandStarted) {
  // A command that had to start Redis leaves it to a daemon that came meanwhile.
  store_opener daemon(settings(), store_user::daemon);
  {
    store_opener command(settings(), store_user::command);
    ASSERT_EQ(command.open(), "");
    const auto its = server.running();
    ASSERT_EQ(daemon.open(), "");
    command.stop();
    EXPECT_EQ(server.running(), its);
  }
  EXPECT_EQ(commit(daemon, sample_commit(1, 1)).status, commit_status::committed);
  daemon.stop();
  EXPECT_THAT(server.running(), IsEmpty());
}

TEST_F(OpenStore, ACommandOutlivesTheDaemonBesideIt) {
  // The daemon stops its Redis; the command gets one of its own, and stops that in the end.
  store_opener command(settings(), store_user::command);
  {
    store_opener daemon(settings(), store_user::daemon);
    ASSERT_EQ(daemon.open(), "");
    ASSERT_EQ(command.open(), "");
    daemon.stop();
  }
  EXPECT_THAT(server.running(), IsEmpty());
  ASSERT_TRUE(command.run_until([&] { return !command.kept().up(); }));
  ASSERT_TRUE(command.wait_until_up());
  EXPECT_EQ(commit(command, sample_commit(1, 1)).status, commit_status::committed);
  command.stop();
  EXPECT_THAT(server.running(), IsEmpty());
}

TEST_F(OpenStore, AProcessFindsItsRepliesAgain) {
  // Under the same name, after a stop as after a kill.
  const auto c = sample_commit(1, 1);
  std::string process;
  for (const bool first : {true, false}) {
    store_opener daemon(settings(), store_user::daemon);
    ASSERT_EQ(daemon.open(), "");
    EXPECT_THAT(daemon.process(), MatchesRegex("[0-9a-f]{32}"));
    if (first) process = daemon.process();
    EXPECT_EQ(daemon.process(), process);
    auto mine = c;
    mine.process = process;
    if (first) commit(daemon, mine);
    const auto waiting = daemon.run(daemon.kept().read_outbox(process, bucket_of(c.key.msisdn), "", 10));
    ASSERT_THAT(*waiting, SizeIs(1));
    EXPECT_EQ((*waiting)[0].answer, c.answer->answer);
    daemon.stop();
  }
}

TEST_F(OpenStore, ADataDirThatCannotBeIsRefused) {
  // For daemon and command, with the reason; and there is nothing to stop.
  std::ofstream(folder / "data") << "a file";
  for (const auto user : {store_user::daemon, store_user::command}) {
    store_opener refused(settings(), user);
    EXPECT_THAT(refused.open(), MatchesRegex("gateway\\.data_dir .*/data cannot be made: .+"));
    refused.stop();
  }
}

TEST_F(OpenStore, ARedisOfSomebodyElseIsUsedAsItIs) {
  // None is started, and none is stopped; a command does not even need the data_dir.
  private_redis redis;
  store_opener command(settings_of(redis), store_user::command),
      daemon(settings_of(redis), store_user::daemon);
  ASSERT_EQ(command.open(), "");
  EXPECT_FALSE(std::filesystem::exists(settings().gateway.data_dir + "/redis"));
  ASSERT_EQ(daemon.open(), "");
  const auto c = sample_commit(1, 1);
  commit(daemon, c);
  daemon.stop();
  EXPECT_EQ(load(command, c.key), c.next);
  command.stop();
  EXPECT_FALSE(std::filesystem::exists(server.folder()));
  redis_link still_there(redis.url());
  EXPECT_TRUE(still_there.wait_up());
}

TEST_F(OpenStore, DaemonsOfOneDataDirAreRefusedForAnyRedis) {
  // Two processes of one name would send every reply twice.
  private_redis redis;
  store_opener first(settings_of(redis), store_user::daemon), second(settings_of(redis), store_user::daemon);
  EXPECT_EQ(first.open(), "");
  EXPECT_THAT(second.open(), HasSubstr("is locked"));
  first.stop();
}

TEST_F(OpenStore, NobodyIsWaitedForInVain) {
  // Where no Redis listens the wait ends with its time, and the reason can be told.
  auto nowhere = settings();
  nowhere.redis.url = "unix://" + (folder / "nothing");
  store_opener command(nowhere, store_user::command);
  EXPECT_EQ(command.start(), "");
  EXPECT_FALSE(command.wait_until_up(std::chrono::seconds(0)));
  EXPECT_TRUE(command.run_until([&] {
    return command.kept().trouble() == "cannot connect: No such file or directory";
  })) << command.kept().trouble();
  EXPECT_EQ(command.run(command.kept().directory_version()).error(), storage_errc::unavailable);
  command.stop();
}

TEST_F(OpenStore, WhatIsNoStoreOfOursIsNotUsed) {
  // One that wants a password, and one whose residents lie in other buckets.
  private_redis locked({"--requirepass", "hunter2"}), other;
  redis_link maker(other.url());
  ASSERT_TRUE(maker.wait_up());
  maker.say({"SET", redis_keys::buckets, "32"});
  const std::pair<const private_redis&, const char*> rows[] = {
      {locked, "NOAUTH Authentication required."},
      {other, "the store was made with another number of buckets: 32"}};
  for (const auto& [redis, trouble] : rows) {
    store_opener command(settings_of(redis), store_user::command);
    EXPECT_EQ(command.start(), "");
    EXPECT_TRUE(command.run_until([&] { return command.kept().trouble() == trouble; }))
        << command.kept().trouble();
    EXPECT_FALSE(command.kept().up());
    command.stop();
  }
}

}  // namespace
}  // namespace duanwen::test
