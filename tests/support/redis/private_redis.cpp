#include "tests/support/redis/private_redis.hpp"

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <stdexcept>

extern char** environ;

namespace duanwen::test {
namespace {

redis_endpoint endpoint_of(const std::string& url) {
  const auto where = parse_redis_url(url);
  if (!where) throw std::runtime_error("no such url: " + url);
  return where->endpoints.front();
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (auto& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

pid_t start_process(std::vector<std::string> words, std::vector<std::string> environment) {
  for (char** one = environ; *one != nullptr; ++one) environment.emplace_back(*one);
  pid_t pid = 0;
  if (posix_spawnp(&pid, words.front().c_str(), nullptr, nullptr, pointers_to(words).data(),
                   pointers_to(environment).data()) != 0)
    throw std::runtime_error(words.front() + " cannot be started");
  return pid;
}

void end_process(pid_t& pid) {
  if (pid == 0) return;
  ::kill(pid, SIGKILL);
  waitpid(pid, nullptr, 0);
  pid = 0;
}

private_redis::private_redis(std::vector<std::string> options, std::vector<std::string> environment)
    : options_(std::move(options)), environment_(std::move(environment)) {
  start();
}

private_redis::~private_redis() { kill(); }

void private_redis::start() {
  std::vector<std::string> words = {
      "redis-server", "--port",     "0",       "--unixsocket", socket(),       "--dir",
      folder_.path(), "--save",     "",        "--appendonly", "yes",          "--appendfsync",
      "always",       "--loglevel", "warning", "--logfile",    folder_ / "log"};
  words.insert(words.end(), options_.begin(), options_.end());
  pid_ = start_process(std::move(words), environment_);
}

void private_redis::kill() { end_process(pid_); }

void private_redis::wait_for_end() {
  waitpid(pid_, nullptr, 0);
  pid_ = 0;
}

redis_settings quick_redis_settings(milliseconds timeout) {
  redis_settings settings;
  settings.command_timeout = timeout;
  return settings;
}

redis_link::redis_link(const std::string& url, std::vector<redis_greeting> greetings, redis_settings settings)
    : link_(io_.get_executor(), endpoint_of(url), settings, std::move(greetings)) {
  link_.start();
}

bool redis_link::run_until(const std::function<bool()>& condition) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  io_.restart();
  while (!condition())
    if (std::chrono::steady_clock::now() > end ||
        (io_.run_one_for(std::chrono::seconds(1)) == 0 && io_.stopped()))
      return false;
  return true;
}

resp_value redis_link::say(redis_command command) {
  std::optional<result<resp_value>> said;
  link_.send(command, [&said](result<resp_value> value) { said.emplace(std::move(value)); });
  if (!run_until([&said] { return said.has_value(); })) throw std::runtime_error("Redis does not answer");
  if (said->has_error()) throw std::runtime_error(said->error().message());
  return std::move(**said);
}

}  // namespace duanwen::test
