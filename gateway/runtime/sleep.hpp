#pragma once
// Sleep that ends sooner when there is something to do.

#include "gateway/runtime/runtime.hpp"
#include "gateway/runtime/wakeup.hpp"

namespace duanwen {

/// Until `when`, or until `sooner` is notified, whichever comes first.
asio::awaitable<void> sleep_until(runtime& rt, time_point when, wakeup& sooner);

}  // namespace duanwen
