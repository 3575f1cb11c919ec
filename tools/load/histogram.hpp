#pragma once
// Latencies in buckets that grow with their size: within 1.6 % of the value, in 30 KB, however many there
// are.

#include <array>
#include <bit>
#include <chrono>
#include <cstdint>

namespace duanwen::load {

class histogram {
 public:
  using duration = std::chrono::nanoseconds;

  void add(duration latency) {
    ++counts_[bucket_of(static_cast<std::uint64_t>(latency.count() < 0 ? 0 : latency.count()))];
    ++total_;
  }
  std::uint64_t total() const { return total_; }

  /// The latency that `share` (0 to 1) of all do not exceed; zero when there are none.
  duration quantile(double share) const {
    const auto wanted = static_cast<std::uint64_t>(share * static_cast<double>(total_));
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      seen += counts_[i];
      if (counts_[i] != 0 && seen >= wanted) return duration(highest_of(i));
    }
    return duration(0);
  }

 private:
  static constexpr unsigned fine_bits = 6;  // 64 buckets a power of two

  static std::size_t bucket_of(std::uint64_t value) {
    if (value < (1u << fine_bits)) return value;
    const auto shift = static_cast<unsigned>(std::bit_width(value)) - fine_bits - 1;
    return (std::size_t{shift} << fine_bits) + (value >> shift);
  }
  static std::int64_t highest_of(std::size_t bucket) {
    if (bucket < (2u << fine_bits)) return static_cast<std::int64_t>(bucket);
    const auto shift = (bucket >> fine_bits) - 1;
    const auto begin = (bucket - (shift << fine_bits)) << shift;
    return static_cast<std::int64_t>(begin + (std::size_t{1} << shift) - 1);
  }

  std::array<std::uint64_t, (64 - fine_bits + 1) << fine_bits> counts_{};
  std::uint64_t total_ = 0;
};

}  // namespace duanwen::load
