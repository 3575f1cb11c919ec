#pragma once
// A Redis Cluster: one link a master, each call to the one that has the slot of its key. io thread only.

#include <memory>
#include <string>
#include <vector>

#include "config/settings/config.hpp"
#include "storage/redis_link/redis_client.hpp"
#include "storage/redis_link/redis_greeting.hpp"
#include "storage/redis_link/redis_url.hpp"

namespace duanwen {

class redis_cluster final : public redis_client {
 public:
  /// `seeds`: some of its servers, master or replica; the others are learned from them.
  redis_cluster(const boost::asio::any_io_executor& io, const std::vector<redis_endpoint>& seeds,
                const redis_settings& settings, cluster_needs needs);
  ~redis_cluster() override;
  redis_cluster(const redis_cluster&) = delete;
  redis_cluster& operator=(const redis_cluster&) = delete;

  void start() override;
  void stop() override;
  bool up() const override;  ///< whether every slot of ours has a master that answers
  std::string trouble() const override;
  std::uint64_t links_made() const override;
  boost::asio::any_io_executor executor() const override;
  std::chrono::microseconds latency() const override;
  bool one_slot_a_call() const override { return true; }
  std::vector<std::string> risks() const override;
  /// Goes by the first argument, which has to be the key.
  void send(redis_command command, handler done) override;
  void run(script_call call, handler done) override;

 private:
  class impl;
  std::shared_ptr<impl> impl_;
};

}  // namespace duanwen
