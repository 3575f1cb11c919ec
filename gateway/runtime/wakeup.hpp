#pragma once
// A condition that a coroutine waits for: "there is something to do". Any number may wait; io thread only.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace duanwen {

class wakeup {
 public:
  explicit wakeup(const boost::asio::any_io_executor& ex)
      : timer_(ex, boost::asio::steady_timer::time_point::max()) {}
  /// Resumes all that wait now. Who waits must check its condition before and after.
  void notify() { timer_.cancel(); }
  boost::asio::awaitable<void> wait() {
    co_await timer_.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
  }

 private:
  boost::asio::steady_timer timer_;
};

}  // namespace duanwen
