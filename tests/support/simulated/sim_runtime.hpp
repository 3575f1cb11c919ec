#pragma once
// A runtime without real time or sockets: tests move its clock by hand and play the peer of every connection.

#include <boost/asio/io_context.hpp>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "gateway/runtime/runtime.hpp"
#include "gateway/runtime/wakeup.hpp"

namespace duanwen::test {

/// Both ends of one connection in memory. The gateway has the stream, the test this.
struct sim_connection {
  explicit sim_connection(const asio::any_io_executor& ex) : readable(ex) {}
  std::uint16_t port = 0;    ///< that was dialled
  std::string to_gateway;    ///< sent by the test, not read yet
  std::string from_gateway;  ///< written by the gateway, for the test to look at
  bool closed_by_peer = false, closed_by_gateway = false;
  std::size_t read_max = 65536;  ///< octets a read returns at most; 1 = one at a time
  wakeup readable;

  void send(const std::string& octets) {
    to_gateway += octets;
    readable.notify();
  }
  void close() {
    closed_by_peer = true;
    readable.notify();
  }
};

/// A port at which the gateway listens, and who stands before it.
struct sim_door {
  explicit sim_door(const asio::any_io_executor& ex) : changed(ex) {}
  std::deque<accepted_stream> waiting;
  bool closed = false;
  wakeup changed;
};

class sim_runtime final : public runtime {
  struct killable : asio::io_context {
    using asio::io_context::io_context;
    void kill() { shutdown(); }
  };
  killable io_{1};  // stands first, since what lies on connections ends before it

 public:
  asio::any_io_executor executor() override { return io_.get_executor(); }
  time_point now() const override { return now_; }
  asio::awaitable<void> sleep_until(time_point when) override;
  asio::awaitable<result<std::unique_ptr<byte_stream>>> connect(std::string host, std::uint16_t port,
                                                                std::optional<tls_files> tls,
                                                                time_point until) override;
  result<std::unique_ptr<acceptor>> listen(const std::string& host, std::uint16_t port,
                                           const std::optional<tls_files>& tls) override;
  std::uint64_t random() override { return ++random_state * 0x9E3779B97F4A7C15u; }

  void settle();  ///< runs everything that can run without time passing
  /// One step: runs one handler, or wakes the next sleeper that is due by `target`; false: nothing is left
  /// until then.
  bool step(time_point target);
  void advance(std::chrono::milliseconds by);  ///< lets time pass, waking sleepers in their order
  void advance_to(time_point target);
  time_point next_wake();  ///< of the next sleeper; max() when nobody sleeps
  /// As kill -9: nothing runs any more, whatever waits is destroyed where it stands. Whoever waits here must
  /// still live.
  void kill() { io_.kill(); }
  /// Somebody at `address` dials the gateway: null when nobody listens at `port`.
  std::shared_ptr<sim_connection> dial_gateway(std::uint16_t port, const std::string& address = "10.0.0.1");
  bool refuse_connections = false;
  std::vector<std::shared_ptr<sim_connection>> connections;  ///< in the order in which they were made
  std::vector<time_point> dialled;                           ///< when a connection was tried
  std::uint64_t random_state = 0;                            ///< where random() begins

 private:
  time_point now_{std::chrono::hours(1)};
  std::multimap<time_point, std::weak_ptr<wakeup>> sleepers_;
  std::map<std::uint16_t, std::shared_ptr<sim_door>> doors_;
};

}  // namespace duanwen::test
