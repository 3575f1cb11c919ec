#pragma once
// One link to Redis that keeps itself up: dials, lets itself in, pipelines, drops what does not answer, dials
// again. io thread only.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "config/config.hpp"
#include "storage/redis_pipeline.hpp"
#include "storage/redis_script.hpp"
#include "storage/redis_url.hpp"

namespace duanwen {

/// Something to be said after the log-in, before anybody else may use the link. `judge` gets the answer and
/// says in words what is wrong with it; empty: go on.
struct redis_greeting {
  redis_command command;
  std::function<std::string(const resp_value&)> judge;
};

class redis_connection {
 public:
  using handler = redis_pipeline::handler;

  redis_connection(boost::asio::any_io_executor io, redis_endpoint where, const redis_settings& settings,
                   std::vector<redis_greeting> greetings);
  ~redis_connection();
  redis_connection(const redis_connection&) = delete;
  redis_connection& operator=(const redis_connection&) = delete;

  void start();  ///< dials from now on
  void stop();   ///< for good; what is on the way ends with unknown_outcome
  bool up() const;
  std::string trouble() const;  ///< why it is not up; empty when it is
  boost::asio::any_io_executor executor() const;
  /// How long the newest answer took.
  std::chrono::microseconds latency() const;

  /// `done` is called later, on the io thread, exactly once: with the answer or error of the server, with
  /// unavailable (nothing was sent) or with unknown_outcome (the link fell with it on the way).
  void send(const redis_command& command, handler done);
  /// Runs a script whether or not the server knows it yet. `arguments`: number of keys, keys, arguments.
  void run(const redis_script& script, std::vector<std::string> arguments, handler done);

  /// The same for coroutines; errors of the server as error codes.
  boost::asio::awaitable<result<resp_value>> call(redis_command command);
  boost::asio::awaitable<result<resp_value>> call(const redis_script& script,
                                                  std::vector<std::string> arguments);
  /// All in one go; the first that fails fails all.
  boost::asio::awaitable<result<std::vector<resp_value>>> call_all(std::vector<redis_command> commands);

 private:
  class impl;
  std::shared_ptr<impl> impl_;
};

}  // namespace duanwen
