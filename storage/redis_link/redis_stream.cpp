#include "storage/redis_link/redis_stream.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace duanwen {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
// One kind of socket for unix and TCP alike.
using any_socket = asio::generic::stream_protocol::socket;

asio::awaitable<error_code> connect_unix(any_socket& socket, std::string path) {
  error_code ec;
  const asio::local::stream_protocol::endpoint there(path);
  co_await socket.async_connect(there, asio::redirect_error(asio::use_awaitable, ec));
  co_return ec;
}

asio::awaitable<error_code> connect_tcp(any_socket& socket, std::string host, std::uint16_t port) {
  tcp::resolver resolver(socket.get_executor());
  error_code ec;
  const auto found = co_await resolver.async_resolve(host, std::to_string(port),
                                                     asio::redirect_error(asio::use_awaitable, ec));
  if (ec) co_return ec;
  ec = asio::error::host_not_found;
  for (const auto& one : found) {
    error_code ignored;
    socket.close(ignored);
    const asio::generic::stream_protocol::endpoint there(one.endpoint());
    co_await socket.async_connect(there, asio::redirect_error(asio::use_awaitable, ec));
    if (!ec || ec == asio::error::operation_aborted) break;
  }
  // Small commands must not wait for the acknowledgement of the one before.
  if (!ec) socket.set_option(tcp::no_delay(true), ec);
  co_return ec;
}

asio::awaitable<error_code> connect_socket(any_socket& socket, redis_endpoint where) {
  if (!where.path.empty()) co_return co_await connect_unix(socket, where.path);
  co_return co_await connect_tcp(socket, where.host, where.port);
}

/// Reading, writing and closing are the same with and without TLS.
template <class Stream>
class stream_base : public redis_stream {
 public:
  template <class... Arguments>
  explicit stream_base(Arguments&&... arguments) : stream_(std::forward<Arguments>(arguments)...) {}

  asio::awaitable<std::size_t> read(std::span<char> into, error_code& ec) override {
    const auto buffer = asio::buffer(into.data(), into.size());
    co_return co_await stream_.async_read_some(buffer, asio::redirect_error(asio::use_awaitable, ec));
  }
  void write(const std::string& octets, std::function<void(error_code)> done) override {
    asio::async_write(stream_, asio::buffer(octets),
                      [done = std::move(done)](error_code ec, std::size_t) { done(ec); });
  }
  void close() override {
    error_code ignored;
    stream_.lowest_layer().close(ignored);
  }

 protected:
  Stream stream_;
};

class plain_stream final : public stream_base<any_socket> {
 public:
  explicit plain_stream(const asio::any_io_executor& io) : stream_base(io) {}
  asio::awaitable<error_code> connect(redis_endpoint where) override {
    co_return co_await connect_socket(stream_, std::move(where));
  }
};

asio::ssl::context system_trust() {
  asio::ssl::context trust(asio::ssl::context::tls_client);
  error_code ignored;
  trust.set_default_verify_paths(ignored);
  return trust;
}

/// The server's certificate must be for its host name and signed by somebody the system trusts
/// (SSL_CERT_FILE).
class tls_stream final : public stream_base<asio::ssl::stream<any_socket>> {
 public:
  explicit tls_stream(const asio::any_io_executor& io) : tls_stream(io, system_trust()) {}
  asio::awaitable<error_code> connect(redis_endpoint where) override {
    const auto host = where.host;
    auto ec = co_await connect_socket(stream_.next_layer(), std::move(where));
    if (ec) co_return ec;
    SSL_set_tlsext_host_name(stream_.native_handle(), host.c_str());
    stream_.set_verify_mode(asio::ssl::verify_peer);
    stream_.set_verify_callback(asio::ssl::host_name_verification(host));
    co_await stream_.async_handshake(asio::ssl::stream_base::client,
                                     asio::redirect_error(asio::use_awaitable, ec));
    co_return ec;
  }

 private:
  // The SSL object keeps its context alive by itself.
  tls_stream(const asio::any_io_executor& io, asio::ssl::context trust) : stream_base(io, trust) {}
};

}  // namespace

std::unique_ptr<redis_stream> make_redis_stream(const asio::any_io_executor& io, bool tls) {
  if (tls) return std::make_unique<tls_stream>(io);
  return std::make_unique<plain_stream>(io);
}

}  // namespace duanwen
