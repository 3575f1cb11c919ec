#pragma once
// A redis-server of a test's own: on a unix socket in a temporary folder, every write on disk, gone with the
// test.

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "storage/redis_link/redis_connection.hpp"
#include "tests/support/machine/run_coroutine.hpp"
#include "tests/support/machine/temporary_folder.hpp"

namespace duanwen::test {

/// Starts `words`, the first the program; with `environment` beside the test's own: {"NAME=x"}.
pid_t start_process(std::vector<std::string> words, std::vector<std::string> environment = {});
/// kill -9, and waits for its end; sets the id to 0.
void end_process(pid_t& pid);

class private_redis {
 public:
  /// `options` as on redis-server's command line: {"--requirepass", "x"}.
  explicit private_redis(std::vector<std::string> options = {}, std::vector<std::string> environment = {});
  ~private_redis();
  private_redis(const private_redis&) = delete;
  private_redis& operator=(const private_redis&) = delete;

  void start();         ///< also again after kill(), with what was written
  void kill();          ///< kill -9
  void wait_for_end();  ///< until it ended by itself
  pid_t pid() const { return pid_; }
  std::string folder() const { return folder_.path(); }
  std::string url() const { return "unix://" + socket().string(); }
  std::filesystem::path socket() const { return folder_ / "s"; }

 private:
  temporary_folder folder_;
  std::vector<std::string> options_, environment_;
  pid_t pid_ = 0;
};

/// Settings that make tests quick: what does not answer within `timeout` is dropped.
redis_settings quick_redis_settings(milliseconds timeout = milliseconds(5000));

/// One loop with one link on it, to the url.
class redis_link {
 public:
  explicit redis_link(const std::string& url, std::vector<redis_greeting> greetings = {},
                      redis_settings settings = quick_redis_settings());
  redis_connection& link() { return link_; }
  boost::asio::io_context& io() { return io_; }

  /// Runs the loop until `condition` holds; false when that took longer than a minute.
  bool run_until(const std::function<bool()>& condition);
  bool wait_up() {
    return run_until([this] { return link_.up(); });
  }
  template <class T>
  T run(boost::asio::awaitable<T> task) {
    return run_coroutine(io_, std::move(task));
  }
  /// What Redis answers, errors as a value.
  resp_value say(redis_command command);

 private:
  boost::asio::io_context io_;
  redis_connection link_;
};

}  // namespace duanwen::test
