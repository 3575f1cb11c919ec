#include "tests/support/redis/embedded_server.hpp"

#include <signal.h>
#include <sys/wait.h>

#include <charconv>
#include <filesystem>
#include <fstream>

#include "tests/support/redis/private_redis.hpp"

namespace duanwen::test {
namespace {

bool is_redis(const std::filesystem::path& process) {
  std::string name;
  std::ifstream(process / "comm") >> name;
  return name == "redis-server";
}

/// A zombie holds nothing any more.
bool holds(const std::filesystem::path& process, const std::string& file) {
  std::error_code gone;
  for (const auto& descriptor : std::filesystem::directory_iterator(process / "fd", gone))
    if (std::filesystem::read_symlink(descriptor, gone) == file) return true;
  return false;
}

}  // namespace

embedded_server::~embedded_server() {
  for (const pid_t one : running()) kill(one);
}

std::vector<pid_t> embedded_server::running() const {
  std::vector<pid_t> found;
  for (const auto& process : std::filesystem::directory_iterator("/proc")) {
    const auto name = process.path().filename().string();
    pid_t pid = 0;
    if (std::from_chars(name.data(), name.data() + name.size(), pid).ec != std::errc()) continue;
    if (is_redis(process.path()) && holds(process.path(), folder_ + "/lock")) found.push_back(pid);
  }
  return found;
}

resp_value embedded_server::ask(redis_command command) const {
  redis_link link(url());
  if (!link.wait_up()) throw std::runtime_error("no redis-server on " + folder_);
  return link.say(std::move(command));
}

pid_t embedded_server::pid() const {
  const auto info = ask({"INFO", "server"}).text;
  constexpr std::string_view label = "process_id:";
  return static_cast<pid_t>(std::stol(info.substr(info.find(label) + label.size())));
}

void embedded_server::kill(pid_t pid) const {
  ::kill(pid, SIGKILL);
  // Not every server is a child of this process.
  ::waitpid(pid, nullptr, 0);
}

}  // namespace duanwen::test
