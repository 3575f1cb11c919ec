#pragma once
// How long to wait before dialling again: doubling, capped, with jitter, so that many links that fall
// together do not come back together. Pure.

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace duanwen::smpp {

class backoff {
 public:
  backoff(std::chrono::milliseconds min, std::chrono::milliseconds max) : min_(min), max_(max), next_(min) {}

  /// Between half of the present step and the whole of it, by `random`; the step doubles up to the maximum.
  std::chrono::milliseconds next(std::uint64_t random) {
    const auto step = next_;
    next_ = std::min(max_, next_ * 2);
    return jittered(step, random);
  }
  /// The longest wait, for what dialling again will not heal (a wrong password).
  std::chrono::milliseconds longest(std::uint64_t random) const { return jittered(max_, random); }
  void reset() { next_ = min_; }

 private:
  static std::chrono::milliseconds jittered(std::chrono::milliseconds step, std::uint64_t random) {
    const auto half = static_cast<std::uint64_t>(std::max<std::int64_t>(step.count(), 2)) / 2;
    return std::chrono::milliseconds(half + random % (half + 1));
  }
  std::chrono::milliseconds min_, max_, next_;
};

}  // namespace duanwen::smpp
