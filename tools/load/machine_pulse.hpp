#pragma once
// Whether the machine itself is slow just now: a virtual one may fall to a tenth of its speed for tens of
// milliseconds, and what is late then says little about who was texted.

#include <chrono>
#include <cstdint>

namespace duanwen::load {

class machine_pulse {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  /// Does a fixed piece of work of some microseconds. The machine is slow when that takes this thread four
  /// times as long as it usually does, twice in a row; that it has to wait for a core does not count.
  void beat(time_point now);

  bool was_slow_since(time_point from) const { return slow_at_ >= from; }
  /// Of all beats since the first ones, which only learn what is usual; 0 to 1.
  double slow_share() const;

 private:
  std::uint64_t beats_ = 0, slow_ = 0;
  double usual_us_ = 0;
  bool before_was_slow_ = false;
  time_point slow_at_ = time_point::min();
};

}  // namespace duanwen::load
