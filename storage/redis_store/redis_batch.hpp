#pragma once
// Requests that come in one turn of the loop, or while a call of before is under way, as one script call, or
// one a slot where Redis is a Cluster, with one status each. io thread only.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "storage/records.hpp"
#include "storage/redis_link/redis_client.hpp"

namespace duanwen {

/// What a script needs of one request.
struct batch_request {
  std::vector<std::string> keys, arguments;  ///< at least one key, and all in one slot
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
  /// `lead` comes before the arguments of all requests. With `replicas`, success is told only after so many
  /// have it.
  redis_batch(redis_client& link, const redis_script& script, std::vector<std::string> lead,
              std::uint32_t replicas);

  /// A request that the script reports as failed has the error code of its own error.
  boost::asio::awaitable<result<batch_status>> add(batch_request request);

 private:
  class impl;
  std::shared_ptr<impl> impl_;
};

}  // namespace duanwen
