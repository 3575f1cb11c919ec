#pragma once
// The octets to and from Redis: a unix socket, TCP, or TLS over TCP. io thread only.

#include <boost/asio/awaitable.hpp>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "storage/redis_link/redis_url.hpp"

namespace duanwen {

class redis_stream {
 public:
  virtual ~redis_stream() = default;
  /// Resolves, connects and shakes hands; close() ends it early.
  virtual boost::asio::awaitable<boost::system::error_code> connect(redis_endpoint where) = 0;
  /// Reads what there is, at least one octet: how many, or 0 and why in `ec`.
  virtual boost::asio::awaitable<std::size_t> read(std::span<char> into, boost::system::error_code& ec) = 0;
  /// Writes all of `octets`, which must live until `done` is called; one at a time.
  virtual void write(const std::string& octets, std::function<void(boost::system::error_code)> done) = 0;
  /// What is under way ends with an error.
  virtual void close() = 0;
};

std::unique_ptr<redis_stream> make_redis_stream(const boost::asio::any_io_executor& io, bool tls);

}  // namespace duanwen
