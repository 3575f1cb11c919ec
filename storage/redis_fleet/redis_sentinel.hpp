#pragma once
// The Redis that sentinels call the master, wherever it is: after a failover it is another. io thread only.

#include <memory>
#include <string>
#include <vector>

#include "storage/redis_link/redis_connection.hpp"

namespace duanwen {

class redis_sentinel final : public redis_client {
 public:
  /// `sentinels` carry the user and password, which the servers want as well.
  redis_sentinel(const boost::asio::any_io_executor& io, const std::vector<redis_endpoint>& sentinels,
                 std::string name, const redis_settings& settings, std::vector<redis_greeting> greetings);
  ~redis_sentinel() override;

  void start() override;
  void stop() override;
  bool up() const override { return master_.up(); }
  std::string trouble() const override { return master_.trouble(); }
  std::uint64_t links_made() const override { return master_.links_made(); }
  boost::asio::any_io_executor executor() const override { return master_.executor(); }
  std::chrono::microseconds latency() const override { return master_.latency(); }
  bool one_slot_a_call() const override { return false; }
  std::vector<std::string> risks() const override { return master_.risks(); }
  void send(redis_command command, handler done) override {
    master_.send(std::move(command), std::move(done));
  }
  void run(script_call call, handler done) override { master_.run(std::move(call), std::move(done)); }

 private:
  class council;
  std::shared_ptr<council> council_;
  redis_connection master_;
};

}  // namespace duanwen
