#pragma once
// The first rule that was broken in a simulation, and the log that led to it.

#include <chrono>
#include <cstdio>
#include <optional>
#include <string>

namespace duanwen::sim {

/// What always holds, whatever fails.
enum class rule {
  ok_before_safe,      ///< told OK before the store had it
  acknowledged_late,   ///< never told OK though all faults have stopped
  lost,                ///< told OK and without a recorded outcome at the end
  committed_twice,     ///< one inquiry taken for two
  doubled,             ///< a reply that came twice and no fault hit it between write and finish
  doubled_by_an_end,   ///< more replies came twice by one end of a process than outbox.unrecorded_max
  booked_unsent,       ///< recorded as answered, and no carrier accepted the reply
  nobodys_reply,       ///< a reply that no inquiry led to
  window_exceeded,     ///< more submit_sm in flight on a link than its window
  rate_exceeded,       ///< more segments a second than the carrier's throughput
  sequence_in_flight,  ///< a sequence_number used again before its response
  answered_after_ttl,  ///< a number understood by a conversation that had ended
  in_doubt_in_vain,    ///< a response that the carrier read, and the store is not told of
  not_drained,         ///< something waits though all faults have stopped
  not_bound,           ///< a link is down though all faults have stopped
  stop_hangs,          ///< a stop that does not end
};
const char* name_of(rule r);

class verdict {
 public:
  explicit verdict(bool keeps_log = false) : keeps_log_(keeps_log) {}

  void broken(rule which, const std::string& what) {
    note(std::string("BROKEN ") + name_of(which) + ": " + what);
    if (!first_) first_ = which, what_ = what;
  }
  /// The first broken rule; none: all hold.
  const std::optional<rule>& first() const { return first_; }
  std::string text() const {
    return first_ ? std::string(name_of(*first_)) + ": " + what_ : "all rules hold";
  }

  void at(std::chrono::milliseconds time) { now_ = time; }
  std::chrono::milliseconds now() const { return now_; }
  bool keeps_log() const { return keeps_log_; }
  void note(const std::string& line) {
    if (!keeps_log_) return;
    char time[24];
    std::snprintf(time, sizeof time, "%8.3f ", static_cast<double>(now_.count()) / 1000);
    log_ += time + line + '\n';
  }
  const std::string& log() const { return log_; }

 private:
  bool keeps_log_;
  std::optional<rule> first_;
  std::string what_, log_;
  std::chrono::milliseconds now_{0};
};

}  // namespace duanwen::sim
