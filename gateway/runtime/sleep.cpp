#include "gateway/runtime/sleep.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>

namespace duanwen {

// Waiting for the first of two is compiled here once, since compilers take long over it.
asio::awaitable<void> sleep_until(runtime& rt, time_point when, wakeup& sooner) {
  using namespace asio::experimental::awaitable_operators;
  co_await (rt.sleep_until(when) || sooner.wait());
}

}  // namespace duanwen
