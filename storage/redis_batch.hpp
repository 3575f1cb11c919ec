#pragma once
// Requests of one turn of the loop as one script call, with one status each. io thread only.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "storage/records.hpp"
#include "storage/redis_connection.hpp"
#include "storage/store_limits.hpp"

namespace duanwen {

/// What a script needs of one request.
struct batch_request {
  std::vector<std::string> keys, arguments;
  batch_request() = default;
  void list(const std::vector<std::string>& values);  ///< a count and the values
};

/// What a script says of one request: its word and what follows it.
struct batch_status {
  unix_ms now = 0;  ///< Redis' clock at the call
  std::string word;
  std::vector<resp_value> more;
  batch_status() = default;
};

class redis_batch {
 public:
  /// `lead` comes before the keys and arguments of all requests. With `replicas_acked`, success is told only
  /// after so many replicas have it.
  redis_batch(redis_connection& link, const redis_script& script, batch_request lead, store_limits limits);

  /// A request that the script reports as failed has the error code of its own error.
  boost::asio::awaitable<result<batch_status>> add(batch_request request);

 private:
  class impl;
  std::shared_ptr<impl> impl_;
};

/// Calls `done` with `said` as soon as enough replicas have all that was written before; unknown_outcome when
/// they don't get it in time.
void when_replicated(redis_connection& link, const store_limits& limits, result<resp_value> said,
                     redis_connection::handler done);

}  // namespace duanwen
