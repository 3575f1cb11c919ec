#include "gateway/stop_watchdog.hpp"

#include <spdlog/spdlog.h>

#include <cstdlib>

namespace duanwen {

stop_watchdog::stop_watchdog(std::chrono::seconds limit)
    : thread_([this, limit] {
        std::unique_lock lock(mutex_);
        if (done_.wait_for(lock, limit, [this] { return stopped_; })) return;
        constexpr int cut_off = 3;
        spdlog::critical("stopping took longer than {} s, cut off in phase: {}", limit.count(),
                         phase_.load());
        spdlog::shutdown();
        std::_Exit(cut_off);
      }) {}

stop_watchdog::~stop_watchdog() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  done_.notify_all();
  thread_.join();
}

}  // namespace duanwen
