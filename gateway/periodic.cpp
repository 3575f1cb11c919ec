#include "gateway/periodic.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>

namespace duanwen {

periodic::periodic(runtime& rt, std::chrono::milliseconds pace, std::function<asio::awaitable<void>()> task)
    : runtime_(rt), pace_(pace), task_(std::move(task)), stopped_(rt.executor()) {}

asio::awaitable<void> periodic::run() {
  using namespace asio::experimental::awaitable_operators;
  while (!stopping_) {
    co_await task_();
    const auto next = runtime_.now() + pace_;
    co_await (runtime_.sleep_until(next) || stopped_.wait());
  }
}

void periodic::stop() {
  stopping_ = true;
  stopped_.notify();
}

}  // namespace duanwen
