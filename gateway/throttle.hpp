#pragma once
// Segments a second: a token bucket of one second's worth. Time is a parameter. Pure.

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace duanwen {

class throttle {
 public:
  using time_point = std::chrono::steady_clock::time_point;
  /// 0 = no limit.
  explicit throttle(std::uint32_t per_second) : per_second_(per_second), tokens_(per_second) {}

  bool may_send(time_point now) {
    refill(now);
    return now >= paused_until_ && (per_second_ == 0 || tokens_ >= 1.0);
  }
  void sent() {
    if (per_second_ != 0) tokens_ -= 1.0;
  }
  /// The carrier said ESME_RTHROTTLED or ESME_RMSGQFUL: nothing is sent before `until`.
  void pause(time_point until) { paused_until_ = std::max(paused_until_, until); }
  /// When may_send() may next be true; only meaningful while it is false.
  time_point next(time_point now) const {
    if (now < paused_until_) return paused_until_;
    const double wait = per_second_ == 0 ? 0.0 : (1.0 - tokens_) / per_second_;
    return now + std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                     std::chrono::duration<double>(std::max(wait, 0.001)));
  }

 private:
  void refill(time_point now) {
    if (last_ != time_point{} && now > last_) {
      const double elapsed = std::chrono::duration<double>(now - last_).count();
      tokens_ = std::min<double>(per_second_, tokens_ + elapsed * per_second_);
    }
    last_ = std::max(last_, now);
  }
  std::uint32_t per_second_;
  double tokens_;
  time_point last_{}, paused_until_{};
};

}  // namespace duanwen
