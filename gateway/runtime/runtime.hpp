#pragma once
// Time and sockets as the gateway sees them. Two forms: Asio's (asio_runtime.hpp) and a simulated one for
// tests.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "storage/error.hpp"

namespace duanwen {

namespace asio = boost::asio;
using time_point = std::chrono::steady_clock::time_point;

/// What one end of TLS has, as PEM files; "" = none.
struct tls_files {
  std::string
      ca;  ///< who signs the peer; "" = whom the system trusts when we dial, and anybody when we are dialled
  std::string certificate, key;
  bool verify = true;
};

/// A connected byte stream. close() ends what is pending with an error.
class byte_stream {
 public:
  virtual ~byte_stream() = default;
  /// Once and first for a stream that was accepted: what TLS has to settle.
  virtual asio::awaitable<result<void>> shake_hands() { co_return result<void>(); }
  virtual asio::awaitable<result<std::size_t>> read_some(std::span<std::uint8_t> into) = 0;
  virtual asio::awaitable<result<void>> write_all(std::string_view octets) = 0;
  virtual void close() = 0;
};

/// A stream that somebody dialled.
struct accepted_stream {
  std::unique_ptr<byte_stream> stream;
  std::string address;  ///< of the peer, without its port
  accepted_stream() = default;
};

/// An address at which others dial us. close() ends accept() with an error.
class acceptor {
 public:
  virtual ~acceptor() = default;
  virtual asio::awaitable<result<accepted_stream>> accept() = 0;
  virtual void close() = 0;
};

class runtime {
 public:
  virtual ~runtime() = default;
  virtual asio::any_io_executor executor() = 0;
  virtual time_point now() const = 0;
  virtual asio::awaitable<void> sleep_until(time_point when) = 0;
  /// With `tls` the peer's certificate has been verified when it returns, unless tls->verify is false.
  virtual asio::awaitable<result<std::unique_ptr<byte_stream>>> connect(std::string host, std::uint16_t port,
                                                                        std::optional<tls_files> tls,
                                                                        time_point until) = 0;
  /// Listens at an address of this machine; with `tls` each accepted stream has to shake hands first.
  virtual result<std::unique_ptr<acceptor>> listen(const std::string& host, std::uint16_t port,
                                                   const std::optional<tls_files>& tls) = 0;
  virtual std::uint64_t random() = 0;  ///< for jitter and references, not for secrets
};

}  // namespace duanwen
