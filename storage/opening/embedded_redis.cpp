#include "storage/opening/embedded_redis.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <vector>

namespace duanwen {
namespace {

namespace asio = boost::asio;
constexpr auto look_after_it = std::chrono::milliseconds(200);
constexpr auto look_for_end = std::chrono::milliseconds(20);
constexpr auto between_starts =
    std::chrono::seconds(1);  // one that cannot live is not started in a tight loop

std::vector<std::string> arguments(const std::string& directory, const std::string& socket) {
  return {"redis-server", "--port",     "0",       "--unixsocket", socket, "--unixsocketperm",
          "700",          "--dir",      directory, "--appendonly", "yes",  "--appendfsync",
          "always",       "--save",     "",        "--daemonize",  "no",   "--maxmemory-policy",
          "noeviction",   "--loglevel", "warning"};
}

/// The server gets the lock, its log, and nothing else that is open here: a socket of ours must close when we
/// are killed, though the server lives on.
void hand_over(posix_spawn_file_actions_t& actions, const file_lock& lock, const std::string& log) {
  constexpr int lock_there = STDERR_FILENO + 1;
  constexpr mode_t owner_only = 0600;
  // A descriptor put onto itself loses its close-on-exec, so this is right for any.
  posix_spawn_file_actions_adddup2(&actions, lock.descriptor(), lock_there);
  posix_spawn_file_actions_addclosefrom_np(&actions, lock_there + 1);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_APPEND,
                                   owner_only);
  posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
}

/// The server changes to its own directory, where what is relative to ours would be another.
std::string absolute(const std::string& directory) {
  std::error_code ec;
  const auto path = std::filesystem::absolute(directory, ec);
  return ec ? directory : path.string();
}

}  // namespace

embedded_redis::embedded_redis(const asio::any_io_executor& io, const std::string& directory)
    : directory_(absolute(directory)), timer_(io) {}

std::string embedded_redis::start() {
  if (socket_path().size() >= sizeof(sockaddr_un::sun_path))
    return "gateway.data_dir is too long for a unix socket: " + socket_path() + " has " +
           std::to_string(socket_path().size()) + " octets, at most " +
           std::to_string(sizeof(sockaddr_un::sun_path) - 1) + " are possible";
  std::error_code ec;
  std::filesystem::create_directories(directory_, ec);
  if (ec) return directory_ + " cannot be made: " + ec.message();
  std::filesystem::permissions(directory_, std::filesystem::perms::owner_all, ec);
  start_when_none_is_alive();
  tending_ = true;
  asio::co_spawn(timer_.get_executor(), tend(), asio::detached);
  return "";
}

asio::awaitable<void> embedded_redis::tend() {
  while (!stopping_) {
    timer_.expires_after(look_after_it);
    co_await timer_.async_wait(asio::as_tuple(asio::use_awaitable));
    if (!stopping_) start_when_none_is_alive();
  }
  tending_ = false;
}

void embedded_redis::start_when_none_is_alive() {
  reap();
  const auto now = std::chrono::steady_clock::now();
  if (now - last_spawn_ < between_starts) return;
  const auto lock = file_lock::try_lock(directory_ + "/lock");
  if (!lock) return;
  if (last_spawn_ != std::chrono::steady_clock::time_point{})
    spdlog::error("the embedded redis-server died; starting it again; see {}/redis.log", directory_);
  last_spawn_ = now;
  if (const auto trouble = spawn(*lock); !trouble.empty())
    spdlog::error("redis-server cannot be started: {}", trouble);
}

std::string embedded_redis::spawn(const file_lock& lock) {
  const auto words = arguments(directory_, socket_path());
  std::vector<char*> argv;
  for (const auto& w : words) argv.push_back(const_cast<char*>(w.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  hand_over(actions, lock, directory_ + "/redis.log");
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  // A group of its own: Ctrl-C in a terminal is ours to handle, and the server is stopped after everything
  // else.
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  const int error = posix_spawnp(&child_, argv[0], &actions, &attributes, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (error == 0) return "";
  child_ = 0;
  return std::strerror(error);
}

void embedded_redis::reap() {
  if (child_ > 0 && ::waitpid(child_, nullptr, WNOHANG) == child_) child_ = 0;
}

pid_t embedded_redis::alive() const {
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, socket_path().data(), socket_path().size());
  ucred peer{};
  socklen_t size = sizeof peer;
  const bool answered = ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                        ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0;
  ::close(fd);
  return answered ? peer.pid : 0;
}

asio::awaitable<void> embedded_redis::stop() {
  stopping_ = true;
  timer_.cancel();
  asio::steady_timer wait(timer_.get_executor());
  bool asked = false;
  while (!file_lock::try_lock(directory_ + "/lock") || tending_) {
    const pid_t server = child_ > 0 ? child_ : alive();
    if (!asked && server > 0) asked = ::kill(server, SIGTERM) == 0;
    wait.expires_after(look_for_end);
    co_await wait.async_wait(asio::as_tuple(asio::use_awaitable));
    reap();
  }
  reap();
}

void embedded_redis::leave() {
  stopping_ = true;
  timer_.cancel();
}

}  // namespace duanwen
