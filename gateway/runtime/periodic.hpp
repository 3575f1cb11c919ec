#pragma once
// Does something now and then, until it is stopped. io thread only.

#include <functional>

#include "gateway/runtime/runtime.hpp"
#include "gateway/runtime/wakeup.hpp"

namespace duanwen {

class periodic {
 public:
  /// The first time at once, then `pace` after each end.
  periodic(runtime& rt, std::chrono::milliseconds pace, std::function<asio::awaitable<void>()> task);
  asio::awaitable<void> run();  ///< until stop()
  void stop();

 private:
  runtime& runtime_;
  std::chrono::milliseconds pace_;
  std::function<asio::awaitable<void>()> task_;
  wakeup stopped_;
  bool stopping_ = false;
};

}  // namespace duanwen
