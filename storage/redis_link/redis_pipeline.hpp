#pragma once
// Commands in the order in which they go out, matched with the replies that come back. No socket, no clock.

#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "storage/error.hpp"
#include "storage/redis_link/redis_resp.hpp"

namespace duanwen {

class redis_pipeline {
 public:
  using time_point = std::chrono::steady_clock::time_point;
  /// Called once for every command; an error of the server comes as a value that is_error().
  using handler = std::function<void(result<resp_value>)>;

  /// At most `in_flight_max` commands are on the way; the others wait here.
  explicit redis_pipeline(std::size_t in_flight_max) : in_flight_max_(in_flight_max) {}

  void push(const redis_command& command, handler done);
  /// Octets to write now, as many commands as may be on the way; empty when there is nothing to do.
  std::string take_output(time_point now);
  /// Completes what these octets answer. False: they make no sense, drop the link.
  bool feed(std::string_view octets);
  /// When the oldest command on the way was sent; none when none is.
  std::optional<time_point> oldest() const;
  /// The link is gone: what was on the way has an unknown outcome, what waited is unavailable.
  void drop();

 private:
  struct waiting {
    std::string octets;
    handler done;
  };
  struct flying {
    time_point sent;
    handler done;
  };
  std::size_t in_flight_max_;
  std::deque<waiting> waiting_;
  std::deque<flying> in_flight_;
  resp_reader reader_;
};

}  // namespace duanwen
