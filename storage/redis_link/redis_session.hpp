#pragma once
// What a redis_connection is made of, and what outlives it while callbacks are under way. For its .cpp files.

#include <array>
#include <boost/asio/steady_timer.hpp>

#include "storage/redis_link/rare_warning.hpp"
#include "storage/redis_link/redis_greeting.hpp"
#include "storage/redis_link/redis_stream.hpp"

namespace duanwen {

class redis_session : public std::enable_shared_from_this<redis_session> {
 public:
  using handler = redis_client::handler;
  redis_session(boost::asio::any_io_executor executor, redis_locator where, const redis_settings& settings,
                std::vector<redis_greeting> greetings);

  boost::asio::awaitable<void> keep_up();
  void stop();
  void send(const redis_command& command, handler done);
  void run(script_call call, bool asking, handler done);
  void drop(const std::string& why);
  void move(const std::string& why);

  const boost::asio::any_io_executor io;
  bool up = false;
  std::uint64_t links_made = 0;
  std::string trouble = "not connected to Redis yet";
  std::chrono::microseconds latency{0};

 private:
  using stream_ptr = std::shared_ptr<redis_stream>;
  static constexpr std::size_t read_octets_max = 65536;

  boost::asio::awaitable<void> live(redis_endpoint where);
  boost::asio::awaitable<bool> connect(stream_ptr mine, redis_endpoint where);
  void note(const std::string& why);
  void greet(std::size_t index);
  void flush_later();
  void flush();
  void watch();
  void run_by_source(script_call call, bool asking, handler done);
  void judge_run(const script_call& call, result<resp_value> said, handler done);
  void when_replicated(std::uint32_t replicas, resp_value said, handler done);

  struct unsafe {
    std::uint32_t replicas;
    resp_value said;
    handler done;
  };

  redis_locator where_;
  redis_settings settings_;
  std::vector<redis_greeting> greetings_, to_be_said_;
  std::string name_;  // of the server that is dialled
  redis_pipeline pipeline_;
  stream_ptr stream_;  // of the link that is; null between two
  std::array<char, read_octets_max> read_{};
  std::vector<unsafe> unsafe_;  // written here, and not yet known to be at the replicas
  rare_warning trouble_of_calls_;
  bool writing_ = false, flush_posted_ = false, watching_ = false, stopped_ = false, was_up_ = false;
  boost::asio::steady_timer limit_;     // of connecting
  boost::asio::steady_timer deadline_;  // of the oldest command
  boost::asio::steady_timer pause_;     // between two links
};

}  // namespace duanwen
