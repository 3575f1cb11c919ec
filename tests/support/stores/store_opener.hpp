#pragma once
// The store as a daemon or a command opens it, with the loop that it runs on.

#include <chrono>
#include <functional>
#include <string>

#include "storage/opening/open_store.hpp"
#include "tests/support/machine/run_coroutine.hpp"

namespace duanwen::test {

class store_opener {
 public:
  store_opener(const config& settings, store_user user) : opened_(io_, settings, user) {}

  /// What stands in the way; empty: it is up.
  std::string open() {
    const auto trouble = start();
    if (!trouble.empty() || wait_until_up()) return trouble;
    return "not up: " + opened_.kept().trouble();
  }
  std::string start() { return opened_.start(); }
  bool wait_until_up(std::chrono::seconds patience = most) {
    return run(opened_.wait_until_up(std::chrono::steady_clock::now() + patience));
  }
  /// And comes back when nothing is left to do.
  void stop() {
    run(opened_.stop());
    io_.restart();
    io_.run();
  }

  template <class T>
  T run(boost::asio::awaitable<T> task) {
    return run_coroutine(io_, std::move(task));
  }
  /// Runs the loop until `condition` holds; false when that took longer than a minute.
  bool run_until(const std::function<bool()>& condition) {
    const auto end = std::chrono::steady_clock::now() + most;
    io_.restart();
    while (!condition() && std::chrono::steady_clock::now() < end) io_.run_one_for(std::chrono::seconds(1));
    return condition();
  }
  store& kept() { return opened_.kept(); }
  const std::string& process() const { return opened_.process(); }

 private:
  static constexpr std::chrono::seconds most{60};
  boost::asio::io_context io_;
  opened_store opened_;
};

}  // namespace duanwen::test
