#pragma once
// The servers of a Cluster and which of them has which slot, kept up to date. For redis_cluster.cpp.

#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "storage/redis_fleet/redis_slots.hpp"
#include "storage/redis_link/redis_connection.hpp"
#include "storage/redis_link/redis_examiner.hpp"

namespace duanwen {

struct redis_node {
  server_address address;
  std::shared_ptr<redis_examiner> examiner;
  redis_connection link;
};
using redis_node_ptr = std::shared_ptr<redis_node>;

class redis_nodes : public std::enable_shared_from_this<redis_nodes> {
 public:
  /// Says in words what keeps the store from using the Cluster; empty: nothing. Asked after each look.
  using greeter = std::function<boost::asio::awaitable<std::string>()>;

  redis_nodes(const boost::asio::any_io_executor& io, const std::vector<redis_endpoint>& seeds,
              const redis_settings& settings, cluster_needs needs);
  void start(greeter greet);
  void stop();

  redis_node_ptr owner_of(std::uint16_t slot) const { return owners_[slot]; }  ///< null: nobody is known
  redis_node_ptr at(const server_address& address);
  void moved(std::uint16_t slot, redis_node_ptr to);
  void look_soon();  ///< something is not as the map says

  bool up() const { return greeted_ && what_is_missing().empty(); }
  std::string trouble() const;
  std::vector<std::string> risks() const;
  std::chrono::microseconds latency() const;
  std::uint64_t links_made() const;
  const cluster_needs& needs() const { return needs_; }
  bool stopped() const { return stopped_; }
  boost::asio::any_io_executor io() { return timer_.get_executor(); }

 private:
  boost::asio::awaitable<void> keep_map(greeter greet);
  boost::asio::awaitable<bool> read_map();
  boost::asio::awaitable<void> pause();
  void learn(const std::vector<slot_range>& ranges);
  void conclude(std::string wrong);
  std::string what_is_missing() const;

  redis_endpoint access_;  // how to be let in
  redis_settings settings_;
  std::vector<server_address> seeds_;
  std::map<server_address, redis_node_ptr> nodes_;
  std::vector<redis_node_ptr> owners_;  // by slot
  const cluster_needs needs_;
  std::string trouble_ = "no server of the Cluster answers yet";
  bool greeted_ = false, stopped_ = false, hurry_ = false;
  std::size_t turn_ = 0;  // whom to ask for the map
  boost::asio::steady_timer timer_;
};

}  // namespace duanwen
