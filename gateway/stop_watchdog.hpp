#pragma once
// Ends the process when stopping takes longer than it may, and says in which phase it hung.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace duanwen {

class stop_watchdog {
 public:
  /// From now on the process has `limit` to stop; after that it exits with code 3. A thread of its own, since
  /// the io thread may be what hangs.
  explicit stop_watchdog(std::chrono::seconds limit);
  ~stop_watchdog();
  void phase(const char* name) { phase_ = name; }  ///< `name` must be a literal

 private:
  std::atomic<const char*> phase_{"begin"};
  std::mutex mutex_;
  std::condition_variable done_;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace duanwen
