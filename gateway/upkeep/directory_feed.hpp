#pragma once
// The directory in memory: asks the store for its version and swaps the snapshot whole when there is a newer
// one. snapshot() may be called from any thread, the rest on the io thread.

#include <atomic>
#include <functional>
#include <memory>

#include "config/settings/config.hpp"
#include "gateway/runtime/runtime.hpp"
#include "gateway/runtime/wakeup.hpp"
#include "keywords/index/snapshot.hpp"
#include "storage/store.hpp"

namespace duanwen {

class directory_feed {
 public:
  directory_feed(runtime& rt, store& store, std::chrono::milliseconds poll);

  snapshot_ptr current() const { return current_.load(); }  ///< null until the first was loaded
  asio::awaitable<void> run();                              ///< until stop()
  void stop();

 private:
  asio::awaitable<bool> refresh();  ///< false: the store was not heard

  runtime& runtime_;
  store& store_;
  std::chrono::milliseconds poll_;
  std::atomic<snapshot_ptr> current_;
  wakeup stopped_;
  bool stopping_ = false;
};

}  // namespace duanwen
