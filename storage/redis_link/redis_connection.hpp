#pragma once
// One link to one Redis that keeps itself up: dials, lets itself in, pipelines, drops what does not answer,
// dials again. io thread only.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "config/settings/config.hpp"
#include "storage/redis_link/redis_client.hpp"
#include "storage/redis_link/redis_greeting.hpp"
#include "storage/redis_link/redis_url.hpp"

namespace duanwen {

class redis_examiner;
class redis_session;

class redis_connection final : public redis_client {
 public:
  /// With an `examiner` the server is examined after the greetings.
  redis_connection(boost::asio::any_io_executor io, redis_endpoint where, const redis_settings& settings,
                   std::vector<redis_greeting> greetings, std::shared_ptr<redis_examiner> examiner = {});
  redis_connection(boost::asio::any_io_executor io, redis_locator where, const redis_settings& settings,
                   std::vector<redis_greeting> greetings, std::shared_ptr<redis_examiner> examiner = {});
  ~redis_connection() override;
  redis_connection(const redis_connection&) = delete;
  redis_connection& operator=(const redis_connection&) = delete;

  void start() override;
  void stop() override;
  bool up() const override;
  std::string trouble() const override;
  std::uint64_t links_made() const override;
  boost::asio::any_io_executor executor() const override;
  std::chrono::microseconds latency() const override;
  bool one_slot_a_call() const override { return false; }
  std::vector<std::string> risks() const override;
  void send(redis_command command, handler done) override;
  void run(script_call call, handler done) override;

  /// Both at once, as a Cluster wants it of what is asked for at another node than its own (ASK).
  void send_asking(const redis_command& command, handler done);
  void run_asking(script_call call, handler done);
  /// Gives up the link, if there is one, and asks at once where to dial.
  void move(const std::string& why);

 private:
  std::shared_ptr<redis_examiner> examiner_;
  std::shared_ptr<redis_session> session_;
};

}  // namespace duanwen
