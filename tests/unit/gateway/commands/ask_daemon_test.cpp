// The socket at which a daemon tells its status, and the command's side of it, on a real disk.
#include "gateway/commands/ask_daemon.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <fstream>
#include <thread>

#include "gateway/runtime/asio_runtime.hpp"
#include "gateway/status_socket.hpp"
#include "storage/opening/data_dir.hpp"
#include "tests/support/machine/run_coroutine.hpp"
#include "tests/support/machine/temporary_folder.hpp"

namespace duanwen::test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class asking : public ::testing::Test {
 protected:
  /// Asks from another thread, as the command does from another process.
  told_status ask() {
    told_status told;
    bool answered = false;
    std::thread command([&] {
      told = ask_daemon(path);
      asio::post(io, [&answered] { answered = true; });
    });
    run_until(
        io, [&answered] { return answered; }, "an answer");
    command.join();
    return told;
  }
  told_status ask_nobody() { return ask_daemon(path); }

  temporary_folder folder;
  std::string path = folder.path();
  std::string socket = data_dir(path).status_socket();
  asio::io_context io;
  asio::executor_work_guard<asio::io_context::executor_type> work{io.get_executor()};
  asio_runtime rt{io};
};

TEST_F(asking, whoever_connects_is_told_once_and_again) {
  int looks = 0;
  const std::string much(1 << 20, 'x');
  status_socket door(rt, socket, [&] { return std::to_string(++looks) + much; });
  ASSERT_EQ(door.start(), "");
  EXPECT_EQ(ask().text, "1" + much);
  EXPECT_EQ(ask().text, "2" + much);
  door.stop();
  EXPECT_EQ(ask_nobody().trouble, "no daemon runs on gateway.data_dir " + path);
}

TEST_F(asking, nobody_but_its_owner_may_connect) {
  status_socket door(rt, socket, [] { return std::string("x"); });
  ASSERT_EQ(door.start(), "");
  struct stat found {};
  ASSERT_EQ(::stat(socket.c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 07777u, 0600u);
}

TEST_F(asking, a_socket_that_a_killed_daemon_left_is_nobodys_and_is_taken) {
  { boost::asio::local::stream_protocol::acceptor left(io, {socket}); }
  EXPECT_EQ(ask_nobody().trouble, "no daemon runs on gateway.data_dir " + path);
  status_socket door(rt, socket, [] { return std::string("x"); });
  ASSERT_EQ(door.start(), "");
  EXPECT_EQ(ask().text, "x");
}

TEST_F(asking, one_that_reads_nothing_holds_up_the_others_for_moments_only) {
  const std::string much(8 << 20, 'x');
  status_socket door(rt, socket, [&] { return much; });
  ASSERT_EQ(door.start(), "");
  boost::asio::local::stream_protocol::socket deaf(io);
  deaf.connect({socket});
  EXPECT_EQ(ask().text.size(), much.size());
}

TEST_F(asking, where_there_is_no_daemon_it_is_said) {
  EXPECT_EQ(ask_nobody().trouble, "no daemon runs on gateway.data_dir " + path);
  std::ofstream(socket) << "no socket";
  EXPECT_EQ(ask_nobody().trouble, "no daemon runs on gateway.data_dir " + path);
  path = folder / std::string(200, 'd');
  EXPECT_THAT(ask_nobody().trouble, HasSubstr("File name too long"));
  status_socket door(rt, data_dir(path).status_socket(), [] { return std::string("x"); });
  EXPECT_THAT(door.start(), HasSubstr("too long for a unix socket"));
}

TEST_F(asking, where_no_socket_can_be_made_it_is_said) {
  status_socket door(rt, folder / "absent/status.sock", [] { return std::string("x"); });
  EXPECT_THAT(door.start(), StartsWith(folder / "absent/status.sock: "));
}

}  // namespace
}  // namespace duanwen::test
