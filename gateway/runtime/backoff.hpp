#pragma once
// How long to wait before trying again: doubling, capped, and with jitter where many begin at once, so that
// they do not come back together. Pure.

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace duanwen {

/// `first`, doubled so many times, but never above `max` by that.
inline std::chrono::milliseconds doubled(std::chrono::milliseconds first, std::uint32_t times,
                                         std::chrono::milliseconds max) {
  for (; times > 0 && first != max; --times) first = std::min(max, first * 2);
  return first;
}

class backoff {
 public:
  backoff(std::chrono::milliseconds min, std::chrono::milliseconds max) : min_(min), max_(max) {}

  /// Between half of the present step and the whole of it, by `random`; the step doubles up to the maximum.
  std::chrono::milliseconds next(std::uint64_t random) {
    const auto step = doubled(min_, steps_, max_);
    steps_ += step != max_;
    return jittered(step, random);
  }
  /// The longest wait, for what trying again will not heal (a wrong password).
  std::chrono::milliseconds longest(std::uint64_t random) const { return jittered(max_, random); }
  void reset() { steps_ = 0; }

 private:
  static std::chrono::milliseconds jittered(std::chrono::milliseconds step, std::uint64_t random) {
    const auto half = static_cast<std::uint64_t>(std::max<std::int64_t>(step.count(), 2)) / 2;
    return std::chrono::milliseconds(half + random % (half + 1));
  }
  std::chrono::milliseconds min_, max_;
  std::uint32_t steps_ = 0;
};

}  // namespace duanwen
