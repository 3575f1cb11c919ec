#pragma once
// All chance of a simulation: one seed gives one row of throws on every machine.

#include <chrono>
#include <cstdint>
#include <random>

namespace duanwen::sim {

using std::chrono::milliseconds;

class dice {
 public:
  explicit dice(std::uint64_t seed) : random_(seed) {}
  std::uint64_t number() { return random_(); }
  /// 0 to n - 1; n above 0.
  std::size_t below(std::size_t n) { return random_() % n; }
  bool chance(double probability) { return static_cast<double>(random_() >> 11) * 0x1p-53 < probability; }
  milliseconds within(milliseconds least, milliseconds most) {
    return least + milliseconds(random_() % static_cast<std::uint64_t>((most - least).count() + 1));
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace duanwen::sim
