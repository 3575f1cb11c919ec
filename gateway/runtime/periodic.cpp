#include "gateway/runtime/periodic.hpp"

#include "gateway/runtime/sleep.hpp"

namespace duanwen {

periodic::periodic(runtime& rt, std::chrono::milliseconds pace, std::function<asio::awaitable<void>()> task)
    : runtime_(rt), pace_(pace), task_(std::move(task)), stopped_(rt.executor()) {}

asio::awaitable<void> periodic::run() {
  while (!stopping_) {
    co_await task_();
    const auto next = runtime_.now() + pace_;
    co_await sleep_until(runtime_, next, stopped_);
  }
}

void periodic::stop() {
  stopping_ = true;
  stopped_.notify();
}

}  // namespace duanwen
