#pragma once
// Redis' time, reckoned between its answers from the steady clock: every process reads the same one. now()
// from any thread.

#include <atomic>
#include <string>

#include "gateway/runtime/runtime.hpp"
#include "storage/records.hpp"

namespace duanwen {

class store_clock {
 public:
  explicit store_clock(const runtime& rt) : runtime_(rt) {}
  /// Redis said that it was `now`.
  void heard(unix_ms now) { offset_ = now - steady_ms(); }
  unix_ms now() const { return steady_ms() + offset_; }

 private:
  std::int64_t steady_ms() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(runtime_.now().time_since_epoch()).count();
  }
  const runtime& runtime_;
  std::atomic<std::int64_t> offset_ = 0;
};

/// The day of `when` in `time_zone` (IANA name) as 2026-11-24; UTC where the zone is unknown. Any thread.
std::string day_of(unix_ms when, const std::string& time_zone);

/// The minute of `when` there as receipts spell it, yyMMddHHmm. Any thread.
std::string minute_of(unix_ms when, const std::string& time_zone);
/// The second of `when` there as SMPP 3.4 §7.1.1.1 spells it, YYMMDDhhmmsstnnp. Any thread.
std::string moment_of(unix_ms when, const std::string& time_zone);

}  // namespace duanwen
