#include "tools/load/machine_pulse.hpp"

#include <time.h>

#include <algorithm>

namespace duanwen::load {
namespace {

constexpr int rounds = 4000;
constexpr std::uint64_t learning_beats = 200;
// Two busy hardware threads of one core slow each other down by less.
constexpr double slow_factor = 4;
// The usual follows what is measured slowly upwards, at once downwards.
constexpr double creep = 0.001;

double thread_cpu_us() {
  constexpr double us_per_s = 1e6, ns_per_us = 1e3;
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) * us_per_s + static_cast<double>(used.tv_nsec) / ns_per_us;
}

double work() {
  const auto before = thread_cpu_us();
  volatile std::uint32_t state = 1;
  for (int i = 0; i < rounds; ++i) state = state * 1664525u + 1013904223u;
  return thread_cpu_us() - before;
}

}  // namespace

void machine_pulse::beat(time_point now) {
  const auto took = work();
  ++beats_;
  const bool learning = beats_ <= learning_beats;
  if (beats_ == 1 || took < usual_us_) usual_us_ = took;
  const bool is_slow = !learning && took >= slow_factor * usual_us_;
  // One alone is an interrupt.
  if (is_slow && before_was_slow_) {
    ++slow_;
    slow_at_ = now;
  }
  before_was_slow_ = is_slow;
  if (!is_slow) usual_us_ += creep * (took - usual_us_);
}

double machine_pulse::slow_share() const {
  const auto counted = beats_ - std::min(beats_, learning_beats);
  return counted == 0 ? 0 : static_cast<double>(slow_) / static_cast<double>(counted);
}

}  // namespace duanwen::load
