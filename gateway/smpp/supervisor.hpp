#pragma once
// Keeps one carrier's links up: dial, bind, run, back off with jitter, dial again. io thread only.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "config/config.hpp"
#include "gateway/runtime.hpp"
#include "gateway/smpp/backoff.hpp"
#include "gateway/smpp/link.hpp"

namespace duanwen::smpp {

/// One link of a carrier as administrators see it.
struct link_status {
  std::string name, state, last_error;
  std::size_t window_used = 0;
};

class supervisor {
 public:
  supervisor(runtime& rt, const carrier_settings& carrier, const dial_settings& dial,
             const smpp_settings& smpp, link_events events);

  void start();  ///< begins to dial; what fails is tried again until stop()
  void stop_reading();
  void stop();  ///< unbinds every link and dials no more
  bool all_ended() const { return running_ == 0; }
  void reading_allowed();

  bool bound() const;
  time_point down_since() const { return down_since_; }  ///< only meaningful while no link is bound
  /// A bound link whose window has room: the one named `preferred`, else the least used; null when there is
  /// none.
  link* with_room(const std::string& preferred);
  std::vector<link_status> status() const;
  const carrier_settings& settings() const { return carrier_; }

 private:
  struct slot {
    std::string name;
    std::shared_ptr<link> current;  // null between two links
    std::string last_error;
  };
  asio::awaitable<void> keep_up(std::size_t index);
  asio::awaitable<link_end> dial_once(slot& s);
  session_settings session() const;

  runtime& runtime_;
  const carrier_settings& carrier_;
  const dial_settings& dial_;
  const smpp_settings& smpp_;
  link_events events_;
  std::vector<slot> slots_;
  wakeup stopped_;
  time_point down_since_;
  bool stopping_ = false;
  std::size_t running_ = 0;
};

}  // namespace duanwen::smpp
