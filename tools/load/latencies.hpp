#pragma once
// How long something took each time, and the same of those times when the machine was steady.

#include "tools/load/histogram.hpp"
#include "tools/load/machine_pulse.hpp"

namespace duanwen::load {

struct latencies {
  histogram all, steady;

  void add(machine_pulse::time_point from, machine_pulse::time_point to, const machine_pulse& machine) {
    // What waited while it was slow is still ahead of what comes soon after.
    constexpr auto aftermath = std::chrono::milliseconds(200);
    all.add(to - from);
    if (!machine.was_slow_since(from - aftermath)) steady.add(to - from);
  }
};

}  // namespace duanwen::load
