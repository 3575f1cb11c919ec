#pragma once
// Many servers of a test's own on loopback: a master with replicas and sentinels, or a Cluster. All of them
// end with the test.

#include <memory>
#include <string>
#include <vector>

#include "tests/support/machine/free_port.hpp"
#include "tests/support/redis/private_redis.hpp"

namespace duanwen::test {

/// Asks a server over a link of its own.
resp_value ask(const private_redis& redis, redis_command command);
/// Asks until the answer pleases; throws when it did not within a minute.
void ask_until(const private_redis& redis, const redis_command& command,
               const std::function<bool(const resp_value&)>& pleases);
/// Whether ROLE says "master".
bool is_master(const private_redis& redis);

class private_sentinel {
 public:
  private_sentinel(std::uint16_t port, std::uint16_t master_port);
  ~private_sentinel();
  private_sentinel(const private_sentinel&) = delete;
  private_sentinel& operator=(const private_sentinel&) = delete;
  std::string url() const { return "redis://127.0.0.1:" + std::to_string(port_); }

 private:
  temporary_folder folder_;
  std::uint16_t port_;
  pid_t pid_ = 0;
};

/// A master, two replicas, and three sentinels that know each other and all of them, and call it "duanwen".
class sentinel_set {
 public:
  sentinel_set();
  std::string url() const;
  private_redis& server(std::size_t i) { return *servers_.at(i); }  ///< the 0th begins as the master
  std::uint16_t port(std::size_t i) const { return ports_.at(i); }
  std::size_t master() const;  ///< waits until there is one beside the dead ones; its index
  /// What an operator may order: another master, without a fault.
  void fail_over();

 private:
  std::vector<std::uint16_t> ports_;
  std::vector<std::unique_ptr<private_redis>> servers_;
  std::vector<std::unique_ptr<private_sentinel>> sentinels_;
};

/// A Cluster of a single server: it has all slots, and still insists that each call keeps to one.
class cluster_of_one {
 public:
  cluster_of_one();
  std::string url() const { return "cluster://127.0.0.1:" + port_; }
  const private_redis& server() const { return server_; }

 private:
  std::string port_ = std::to_string(free_port());
  private_redis server_{
      {"--port", port_, "--cluster-enabled", "yes", "--cluster-port", std::to_string(free_port())}};
};

/// Three masters, each with a replica: server i + 3 begins as the one of server i.
class cluster_set {
 public:
  cluster_set();
  std::string url() const;
  private_redis& server(std::size_t i) { return *servers_.at(i); }
  const std::string& id(std::size_t i) const { return ids_.at(i); }
  std::uint16_t port(std::size_t i) const { return ports_.at(i); }

 private:
  void wait_until_whole();
  std::vector<std::uint16_t> ports_;
  std::vector<std::string> ids_;
  std::vector<std::unique_ptr<private_redis>> servers_;
};

}  // namespace duanwen::test
