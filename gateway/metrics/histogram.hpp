#pragma once
// How long things took, counted in buckets. Pure.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

namespace duanwen {

class histogram {
 public:
  /// `bounds` in seconds, rising; what took longer than the last is counted beyond it.
  explicit histogram(std::vector<double> bounds) : bounds_(std::move(bounds)), counts_(bounds_.size() + 1) {}

  void observe(std::chrono::nanoseconds took) {
    const double took_s = std::chrono::duration<double>(took).count();
    const auto at = std::lower_bound(bounds_.begin(), bounds_.end(), took_s);
    ++counts_[static_cast<std::size_t>(at - bounds_.begin())];
    sum_ += took_s;
  }

  const std::vector<double>& bounds() const { return bounds_; }
  /// How many took at most bounds()[i] and more than the one before; the last: more than all.
  const std::vector<std::uint64_t>& counts() const { return counts_; }
  double sum() const { return sum_; }  ///< seconds

 private:
  std::vector<double> bounds_;
  std::vector<std::uint64_t> counts_;
  double sum_ = 0;
};

}  // namespace duanwen
