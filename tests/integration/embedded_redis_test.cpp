// The embedded Redis: exactly one server on its files, whatever happens to it or to its daemon.
#include <fcntl.h>
#include <signal.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/redis/embedded_test.hpp"

namespace duanwen::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class EmbeddedRedis : public embedded_test {};

TEST_F(EmbeddedRedis, WritesAreOnDiskBeforeTheyAreAnswered) {
  // By what the server itself says of its settings; and no port is open to anybody.
  store_opener daemon(settings(), store_user::daemon);
  ASSERT_EQ(daemon.open(), "");
  const std::pair<const char*, const char*> wanted[] = {
      {"appendonly", "yes"}, {"appendfsync", "always"},          {"save", ""},
      {"port", "0"},         {"maxmemory-policy", "noeviction"}, {"unixsocketperm", "700"}};
  for (const auto& [setting, value] : wanted)
    EXPECT_EQ(server.ask({"CONFIG", "GET", setting}).items.at(1).text, value) << setting;
  EXPECT_THAT(server.ask({"INFO", "persistence"}).text, HasSubstr("aof_enabled:1"));
  daemon.stop();
}

TEST_F(EmbeddedRedis, StopsWithItsDaemon) {
  // The daemon's stop comes back when the server is gone, with all that was written on disk.
  const auto c = sample_commit(1, 1);
  {
    store_opener daemon(settings(), store_user::daemon);
    ASSERT_EQ(daemon.open(), "");
    EXPECT_THAT(server.running(), SizeIs(1));
    commit(daemon, c);
    daemon.stop();
    EXPECT_THAT(server.running(), IsEmpty());
  }
  store_opener again(settings(), store_user::daemon);
  ASSERT_EQ(again.open(), "");
  EXPECT_EQ(load(again, c.key), c.next);
  again.stop();
}

TEST_F(EmbeddedRedis, KilledItIsStartedAgainWithItsData) {
  // kill -9 of the server: the daemon starts another one, and what was told safe is there.
  store_opener daemon(settings(), store_user::daemon);
  ASSERT_EQ(daemon.open(), "");
  const auto c = sample_commit(1, 1);
  commit(daemon, c);
  const auto first = server.running();
  ASSERT_THAT(first, SizeIs(1));
  ::kill(first[0], SIGKILL);
  ASSERT_TRUE(daemon.run_until([&] { return !daemon.kept().up(); }));
  ASSERT_TRUE(daemon.wait_until_up());
  EXPECT_NE(server.pid(), first[0]);
  EXPECT_THAT(server.running(), SizeIs(1));
  EXPECT_EQ(load(daemon, c.key), c.next);
  daemon.stop();
  EXPECT_THAT(server.running(), IsEmpty());
}

TEST_F(EmbeddedRedis, AServerThatOutlivedItsDaemonIsAdopted) {
  // kill -9 of the daemon: the next one uses the server that is alive, and stops it in the end.
  const auto c = sample_commit(1, 1);
  const pid_t killed = start_daemon_in_a_process([&](store_opener& daemon) { commit(daemon, c); });
  const auto orphan = server.running();
  ASSERT_THAT(orphan, SizeIs(1));
  ::kill(killed, SIGKILL);
  ::waitpid(killed, nullptr, 0);
  EXPECT_EQ(server.running(), orphan);
  store_opener daemon(settings(), store_user::daemon);
  ASSERT_EQ(daemon.open(), "");
  EXPECT_EQ(server.running(), orphan);
  EXPECT_EQ(load(daemon, c.key), c.next);
  daemon.stop();
  EXPECT_THAT(server.running(), IsEmpty());
}

TEST_F(EmbeddedRedis, AnAdoptedServerThatDiesIsReplaced) {
  // Like one of the daemon's own.
  const pid_t killed = start_daemon_in_a_process([](store_opener&) {});
  ::kill(killed, SIGKILL);
  ::waitpid(killed, nullptr, 0);
  store_opener daemon(settings(), store_user::daemon);
  ASSERT_EQ(daemon.open(), "");
  const auto orphan = server.pid();
  ::kill(orphan, SIGKILL);
  ASSERT_TRUE(daemon.run_until([&] { return !daemon.kept().up(); }));
  ASSERT_TRUE(daemon.wait_until_up());
  EXPECT_NE(server.pid(), orphan);
  daemon.stop();
  EXPECT_THAT(server.running(), IsEmpty());
}

TEST_F(EmbeddedRedis, NoneIsStartedWhileSomebodyHoldsTheFiles) {
  // A server that is alive and does not answer yet must not get a second one beside it.
  std::filesystem::create_directories(server.folder());
  auto holder = file_lock::try_lock(server.folder() + "/lock");
  ASSERT_TRUE(holder);
  boost::asio::io_context io;
  embedded_redis kept(io.get_executor(), server.folder());
  ASSERT_EQ(kept.start(), "");
  EXPECT_FALSE(kept.started_one());
  // Its next looks come and go, and find the files held.
  for (int looks = 0; looks < 5; ++looks) io.run_one();
  EXPECT_FALSE(kept.started_one());
  EXPECT_THAT(server.running(), IsEmpty());
  holder.reset();
  run_until(
      io, [&kept] { return kept.started_one(); }, "a server");
  EXPECT_THAT(server.running(), SizeIs(1));
  run_coroutine(io, kept.stop());
  EXPECT_THAT(server.running(), IsEmpty());
}

TEST_F(EmbeddedRedis, HoldsNothingOfItsDaemonButTheLock) {
  // A socket of a killed daemon must close, though its server lives on: carriers and the next daemon wait for
  // it.
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  store_opener daemon(settings(), store_user::daemon);
  ASSERT_EQ(daemon.open(), "");
  ASSERT_THAT(server.running(), SizeIs(1));
  ::close(ends[1]);
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  char octet = 0;
  EXPECT_EQ(::read(ends[0], &octet, 1), 0) << "the server has the other end of the pipe";
  ::close(ends[0]);
  const auto own = "/proc/" + std::to_string(server.running()[0]) + "/fd/";
  for (const auto* descriptor : {"0", "1", "2"}) {
    const auto file = std::filesystem::read_symlink(own + descriptor).string();
    EXPECT_TRUE(file == "/dev/null" || file == server.folder() + "/redis.log") << descriptor << ": " << file;
  }
  daemon.stop();
}

TEST_F(EmbeddedRedis, AnyPathWillDo) {
  // Blanks, quotes, other scripts, and one that is relative to where the daemon was started.
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  for (const auto* path : {"my data", "数据 \"1\"", "relative/data"}) {
    auto here = settings();
    here.gateway.data_dir = path;
    const embedded_server its(folder / path);
    store_opener daemon(here, store_user::daemon);
    EXPECT_EQ(daemon.open(), "") << path;
    daemon.stop();
    EXPECT_THAT(its.running(), IsEmpty()) << path;
    EXPECT_TRUE(std::filesystem::exists(its.folder() + "/appendonlydir")) << path;
  }
  std::filesystem::current_path(before);
}

/// A data_dir in `folder` whose socket has a path of so many octets.
std::string data_dir_for(std::size_t octets, const temporary_folder& folder) {
  const auto others = (folder / "x/redis/redis.sock").size() - 1;
  return folder / std::string(octets - others, 'x');
}

TEST_F(EmbeddedRedis, ThePathOfASocketHasALimit) {
  // The longest possible works, and one more octet is refused with a reason before anything is started.
  constexpr auto longest = sizeof(sockaddr_un::sun_path) - 1;
  auto fits = settings(), too_long = settings();
  fits.gateway.data_dir = data_dir_for(longest, folder);
  too_long.gateway.data_dir = data_dir_for(longest + 1, folder);
  const embedded_server longest_one(fits.gateway.data_dir), none(too_long.gateway.data_dir);
  store_opener daemon(fits, store_user::daemon);
  EXPECT_EQ(daemon.open(), "");
  daemon.stop();
  EXPECT_THAT(longest_one.running(), IsEmpty());
  for (const auto user : {store_user::daemon, store_user::command}) {
    store_opener refused(too_long, user);
    EXPECT_EQ(refused.open(), "gateway.data_dir is too long for a unix socket: " + none.folder() +
                                  "/redis.sock has 108 octets, at most 107 are possible");
    refused.stop();
    EXPECT_THAT(none.running(), IsEmpty());
  }
}

}  // namespace
}  // namespace duanwen::test
