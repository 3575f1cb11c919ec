#pragma once
// Redis as the store talks to it, be it one server or many. Two real forms: redis_connection.hpp, one server,
// and redis_cluster.hpp, a Cluster. io thread only.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "storage/redis_link/redis_pipeline.hpp"
#include "storage/redis_link/redis_script.hpp"

namespace duanwen {

/// One run of a script.
struct script_call {
  const redis_script* script = nullptr;
  std::vector<std::string> keys, arguments;
  std::uint32_t replicas = 0;  ///< that must have what it wrote before it is told done
  script_call() = default;
  script_call(const redis_script& s, std::vector<std::string> k, std::vector<std::string> a)
      : script(&s), keys(std::move(k)), arguments(std::move(a)) {}
};

class redis_client {
 public:
  using handler = redis_pipeline::handler;
  virtual ~redis_client() = default;

  virtual void start() = 0;  ///< dials from now on
  virtual void stop() = 0;   ///< for good; what is on the way ends with unknown_outcome
  virtual bool up() const = 0;
  virtual std::string trouble() const = 0;       ///< why it is not up; empty when it is
  virtual std::uint64_t links_made() const = 0;  ///< how often it has come up, all servers together
  virtual boost::asio::any_io_executor executor() const = 0;
  /// How long the newest answer took.
  virtual std::chrono::microseconds latency() const = 0;
  /// Whether all keys of one call must lie in one slot.
  virtual bool one_slot_a_call() const = 0;

  /// What of the promise that nothing acknowledged is lost does not hold here, in words; empty: it holds.
  virtual std::vector<std::string> risks() const = 0;

  /// `done` is called later, on the io thread, exactly once: with the answer or error of the server, with
  /// unavailable (nothing was sent) or with unknown_outcome (the link fell with it on the way, or its
  /// replicas did not get it in time).
  virtual void send(redis_command command, handler done) = 0;
  /// Runs a script whether or not the server knows it yet.
  virtual void run(script_call call, handler done) = 0;

  /// The same for coroutines; errors of the server as error codes.
  boost::asio::awaitable<result<resp_value>> call(redis_command command);
  boost::asio::awaitable<result<resp_value>> call(script_call call);
  /// All in one go; the first that fails fails all.
  boost::asio::awaitable<result<std::vector<resp_value>>> call_all(std::vector<redis_command> commands);
  boost::asio::awaitable<result<std::vector<resp_value>>> call_all(std::vector<script_call> calls);
};

}  // namespace duanwen
