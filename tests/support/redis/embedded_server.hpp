#pragma once
// The embedded Redis of a data_dir, seen from outside the daemon.

#include <sys/types.h>

#include <string>
#include <vector>

#include "storage/redis_link/redis_resp.hpp"

namespace duanwen::test {

class embedded_server {
 public:
  explicit embedded_server(std::string data_dir) : folder_(std::move(data_dir) + "/redis") {}
  /// Whatever a test that failed left running ends here.
  ~embedded_server();
  embedded_server(const embedded_server&) = delete;
  embedded_server& operator=(const embedded_server&) = delete;

  std::string url() const { return "unix://" + folder_ + "/redis.sock"; }
  const std::string& folder() const { return folder_; }
  /// Every redis-server on these files; more than one is a disaster.
  std::vector<pid_t> running() const;
  /// Asks it over a link of its own, and waits for it to be there.
  resp_value ask(redis_command command) const;
  pid_t pid() const;           ///< of the one that answers
  void kill(pid_t pid) const;  ///< kill -9

 private:
  std::string folder_;
};

}  // namespace duanwen::test
