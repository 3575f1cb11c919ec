#pragma once
// How fast a carrier may be sent to, in segments a second: a token bucket of one second's worth, whose rate
// follows what the carrier says. Time is a parameter. Pure.

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace duanwen {

/// ESME_RTHROTTLED or ESME_RMSGQFUL let everything rest; then one request goes as a probe. Once the carrier
/// takes it, the rate begins at half of what was last achieved and grows by steps, up to `throughput`.
class pace {
 public:
  using time_point = std::chrono::steady_clock::time_point;
  /// 0 = no limit but the one that the carrier shows.
  explicit pace(std::uint32_t throughput);

  /// What may leave as one request, in segments, at least one.
  std::size_t at_once_max() const;
  bool may_send(time_point now, std::size_t segments = 1);
  /// Precondition: may_send(). Whether this request is the probe, to be told to answered() or lost().
  bool sent(std::size_t segments = 1);
  /// When may_send() may next be true, while it is false; time_point::max() while a probe is out.
  time_point next(time_point now, std::size_t segments = 1) const;

  void answered(time_point now, bool probe, bool throttled, std::size_t segments_accepted);
  void lost(time_point now, bool probe);  ///< no answer will come

  bool resting() const { return state_ != state::open; }  ///< the carrier said that it is too much
  double limit() const { return limit_; }                 ///< segments a second now; 0 = none

 private:
  enum class state { open, resting, probing };

  double needed(std::size_t segments) const;
  void refill(time_point now);
  void count(time_point now, std::size_t segments);
  void slow_down(time_point now);
  void open_again(time_point now);

  static constexpr std::size_t no_limit = 1'000'000;
  static constexpr auto rest_first = std::chrono::seconds(1), rest_max = std::chrono::seconds(30);
  static constexpr double steps_to_recover =
      10;  // additive increase a second, as a share of what is aimed at, but one at least

  double throughput_, limit_, tokens_, step_ = 0;
  state state_ = state::open;
  std::chrono::seconds rest_{rest_first};
  time_point last_{}, rests_until_{};
  // Segments accepted in this second and in the one before.
  time_point second_began_{};
  double this_second_ = 0, last_second_ = 0;
};

}  // namespace duanwen
