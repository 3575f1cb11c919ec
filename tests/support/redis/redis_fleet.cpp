#include "tests/support/redis/redis_fleet.hpp"

#include <fstream>
#include <stdexcept>

namespace duanwen::test {
namespace {

constexpr auto loopback = "127.0.0.1";

/// Silence of so many milliseconds is death.
constexpr auto sentinels_wait = "1000", cluster_waits = "2000";

/// Sentinels talk more often than elsewhere. None takes a replica for an heir whose INFO is older than five
/// pings, and while a master is down INFO comes once a second.
const redis_command sentinels_talk{"SENTINEL", "DEBUG",      "INFO-PERIOD", "1000",           "PING-PERIOD",
                                   "250",      "ASK-PERIOD", "100",         "PUBLISH-PERIOD", "200"};

bool has(const resp_value& said, const std::string& text) {
  return said.text.find(text) != std::string::npos;
}

}  // namespace

resp_value ask(const private_redis& redis, redis_command command) {
  redis_link link(redis.url());
  if (!link.wait_up()) throw std::runtime_error("Redis is away: " + link.link().trouble());
  return link.say(std::move(command));
}

void ask_until(const private_redis& redis, const redis_command& command,
               const std::function<bool(const resp_value&)>& pleases) {
  redis_link link(redis.url());
  resp_value said;
  const auto pleased = [&] {
    if (!link.link().up()) return false;
    try {
      said = link.say(command);
    } catch (const std::runtime_error&) {
      return false;  // whoever becomes a replica ends its links
    }
    return pleases(said);
  };
  if (!link.run_until(pleased)) throw std::runtime_error(command.front() + " never pleased: " + said.text);
}

bool is_master(const private_redis& redis) {
  std::string role;
  ask_until(redis, {"ROLE"}, [&role](const auto& said) {
    if (!said.items.empty()) role = said.items.front().text;
    return !role.empty();
  });
  return role == "master";
}

private_sentinel::private_sentinel(std::uint16_t port, std::uint16_t master_port) : port_(port) {
  const auto file = folder_ / "sentinel.conf";
  std::ofstream conf(file);
  conf << "port " << port << "\ndir " << folder_.path().string() << "\nlogfile " << folder_ / "log"
       << "\nsentinel monitor duanwen 127.0.0.1 " << master_port << " 2"
       << "\nsentinel down-after-milliseconds duanwen " << sentinels_wait
       << "\nsentinel failover-timeout duanwen 5000\nsentinel parallel-syncs duanwen 2\n";
  conf.close();
  pid_ = start_process({"redis-server", file, "--sentinel"});
}

private_sentinel::~private_sentinel() { end_process(pid_); }

sentinel_set::sentinel_set() {
  for (int i = 0; i < 6; ++i) ports_.push_back(free_port());
  for (int i = 0; i < 3; ++i) {
    std::vector<std::string> options{"--port", std::to_string(ports_[i]), "--repl-diskless-sync-delay", "0"};
    if (i > 0)
      options.insert(options.end(), {"--replicaof", std::string(loopback) + ' ' + std::to_string(ports_[0])});
    servers_.push_back(std::make_unique<private_redis>(options));
  }
  ask_until(server(0), {"INFO", "replication"}, [](const auto& said) {
    return has(said, "connected_slaves:2") && !has(said, "state=wait") && !has(said, "state=send");
  });
  for (int i = 3; i < 6; ++i) sentinels_.push_back(std::make_unique<private_sentinel>(ports_[i], ports_[0]));
  for (const auto& sentinel : sentinels_) {
    redis_link link(sentinel->url());
    if (link.wait_up()) link.say(sentinels_talk);
    const auto knows_all = [&link] {
      if (!link.link().up()) return false;
      const auto said = link.say({"INFO", "sentinel"});
      return has(said, "slaves=2,sentinels=3");
    };
    if (!link.run_until(knows_all)) throw std::runtime_error("the sentinels do not find each other");
  }
}

std::string sentinel_set::url() const {
  std::string url = "sentinel://";
  for (int i = 3; i < 6; ++i)
    url += (i > 3 ? "," : "") + std::string(loopback) + ':' + std::to_string(ports_[i]);
  return url + "/duanwen";
}

void sentinel_set::fail_over() {
  redis_link link(sentinels_[0]->url());
  link.wait_up();
  const auto said = link.say({"SENTINEL", "FAILOVER", "duanwen"});
  if (said.is_error()) throw std::runtime_error(said.text);
}

std::size_t sentinel_set::master() const {
  while (true)
    for (std::size_t i = 0; i < servers_.size(); ++i)
      if (servers_[i]->pid() != 0 && is_master(*servers_[i])) return i;
}

cluster_of_one::cluster_of_one() {
  ask(server_, {"CLUSTER", "ADDSLOTSRANGE", "0", "16383"});
  ask_until(server_, {"CLUSTER", "INFO"}, [](const auto& said) { return has(said, "cluster_state:ok"); });
}

cluster_set::cluster_set() {
  std::vector<std::string> bus;
  for (int i = 0; i < 6; ++i) {
    ports_.push_back(free_port());
    bus.push_back(std::to_string(free_port()));
    servers_.push_back(std::make_unique<private_redis>(std::vector<std::string>{
        "--port", std::to_string(ports_[i]), "--cluster-enabled", "yes", "--cluster-port", bus[i],
        "--cluster-node-timeout", cluster_waits, "--cluster-replica-validity-factor", "0",
        "--repl-diskless-sync-delay", "0"}));
  }
  const char* const slots[][2] = {{"0", "5460"}, {"5461", "10922"}, {"10923", "16383"}};
  for (int i = 0; i < 6; ++i) {
    ids_.push_back(ask(server(i), {"CLUSTER", "MYID"}).text);
    ask(server(i), {"CLUSTER", "SET-CONFIG-EPOCH", std::to_string(i + 1)});
    if (i < 3) ask(server(i), {"CLUSTER", "ADDSLOTSRANGE", slots[i][0], slots[i][1]});
    if (i > 0) ask(server(0), {"CLUSTER", "MEET", loopback, std::to_string(ports_[i]), bus[i]});
  }
  for (int i = 3; i < 6; ++i) {
    const redis_command follow{"CLUSTER", "REPLICATE", ids_[i - 3]};
    ask_until(server(i), follow, [](const auto& said) { return said.text == "OK"; });
  }
  wait_until_whole();
}

void cluster_set::wait_until_whole() {
  for (std::size_t i = 0; i < servers_.size(); ++i) {
    ask_until(server(i), {"CLUSTER", "INFO"}, [](const auto& said) {
      return has(said, "cluster_state:ok") && has(said, "cluster_known_nodes:6");
    });
    if (i < 3)
      ask_until(server(i), {"INFO", "replication"},
                [](const auto& said) { return has(said, "state=online"); });
  }
}

std::string cluster_set::url() const {
  std::string url = "cluster://";
  for (int i = 0; i < 6; i += 2)
    url += (i > 0 ? "," : "") + std::string(loopback) + ':' + std::to_string(ports_[i]);
  return url;
}

}  // namespace duanwen::test
