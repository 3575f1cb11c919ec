#pragma once
// Time and sockets as the gateway sees them. Two forms: Asio's (asio_runtime.hpp) and a simulated one for
// tests.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "storage/error.hpp"

namespace duanwen {

namespace asio = boost::asio;
using time_point = std::chrono::steady_clock::time_point;

/// A connected byte stream. close() ends what is pending with an error.
class byte_stream {
 public:
  virtual ~byte_stream() = default;
  virtual asio::awaitable<result<std::size_t>> read_some(std::span<std::uint8_t> into) = 0;
  virtual asio::awaitable<result<void>> write_all(std::string_view octets) = 0;
  virtual void close() = 0;
};

class runtime {
 public:
  virtual ~runtime() = default;
  virtual asio::any_io_executor executor() = 0;
  virtual time_point now() const = 0;
  virtual asio::awaitable<void> sleep_until(time_point when) = 0;
  virtual asio::awaitable<result<std::unique_ptr<byte_stream>>> connect(std::string host, std::uint16_t port,
                                                                        time_point until) = 0;
  virtual std::uint64_t random() = 0;  ///< for jitter and references, not for secrets
};

}  // namespace duanwen
