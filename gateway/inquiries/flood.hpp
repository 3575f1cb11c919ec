#pragma once
// How often one resident is answered: above conversation.resident_per_minute one notice, then silence. io
// thread only.

#include <cstdint>
#include <map>

#include "storage/records.hpp"

namespace duanwen {

enum class flood_verdict { answer, notice, silence };

class flood_gate {
 public:
  /// 0 = no limit.
  explicit flood_gate(std::uint32_t per_minute) : per_minute_(per_minute) {}

  /// Counts one inquiry of `who` in the minute of `now`.
  flood_verdict judge(const conversation_key& who, unix_ms now) {
    if (per_minute_ == 0) return flood_verdict::answer;
    if (const auto minute = now / 60000; minute != minute_) {
      minute_ = minute;
      counts_.clear();  // bounds the memory to those who texted within one minute
    }
    const auto count = ++counts_[who];
    if (count <= per_minute_) return flood_verdict::answer;
    return count == per_minute_ + 1 ? flood_verdict::notice : flood_verdict::silence;
  }

 private:
  std::uint32_t per_minute_;
  unix_ms minute_ = 0;
  std::map<conversation_key, std::uint32_t> counts_;
};

}  // namespace duanwen
