#include "gateway/runtime/asio_streams.hpp"

#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>

#include "gateway/runtime/tls_errors.hpp"

namespace duanwen {
namespace {

using asio::ip::tcp;
using boost::system::error_code;

void prepare(tcp::socket& socket) {
  error_code ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  socket.set_option(asio::socket_base::keep_alive(true), ignored);
}

/// Reading, writing and closing are the same with and without TLS.
template <class Stream>
class stream_base : public byte_stream {
 public:
  explicit stream_base(Stream stream) : stream_(std::move(stream)) {}

  asio::awaitable<result<std::size_t>> read_some(std::span<std::uint8_t> into) override {
    auto [ec, octets] = co_await stream_.async_read_some(asio::buffer(into.data(), into.size()), as_result);
    if (ec) co_return ec;
    co_return octets;
  }

  asio::awaitable<result<void>> write_all(std::string_view octets) override {
    auto [ec, written] =
        co_await asio::async_write(stream_, asio::buffer(octets.data(), octets.size()), as_result);
    if (ec) co_return ec;
    co_return result<void>();
  }

  void close() override {
    error_code ignored;
    stream_.lowest_layer().shutdown(tcp::socket::shutdown_both, ignored);
    stream_.lowest_layer().close(ignored);
  }

 protected:
  Stream stream_;
};

using ssl_socket = asio::ssl::stream<tcp::socket>;

class tls_stream final : public stream_base<ssl_socket> {
 public:
  tls_stream(ssl_socket socket, tls_context context)
      : stream_base(std::move(socket)), context_(std::move(context)) {}

  asio::awaitable<result<void>> shake_hands() override { return shake_hands(asio::ssl::stream_base::server); }

  asio::awaitable<result<void>> shake_hands(asio::ssl::stream_base::handshake_type as) {
    auto [ec] = co_await stream_.async_handshake(as, as_result);
    if (ec) co_return handshake_error(ec, SSL_get_verify_result(stream_.native_handle()));
    co_return result<void>();
  }

  /// Who we want to meet: told to the server, and demanded of its certificate where that is verified.
  void expect(const std::string& host) {
    SSL_set_tlsext_host_name(stream_.native_handle(), host.c_str());
    error_code ignored;
    if (SSL_get_verify_mode(stream_.native_handle()) == SSL_VERIFY_NONE) return;
    const auto judge = [named = asio::ssl::host_name_verification(host)](bool trusted,
                                                                         asio::ssl::verify_context& at) {
      const bool fine = named(trusted, at);
      // Without it a wrong name would be reported as nothing in particular.
      if (trusted && !fine) X509_STORE_CTX_set_error(at.native_handle(), X509_V_ERR_HOSTNAME_MISMATCH);
      return fine;
    };
    stream_.set_verify_callback(judge, ignored);
  }

 private:
  tls_context context_;
};

error_code use_own(asio::ssl::context& context, const tls_files& files) {
  error_code ec;
  if (files.certificate.empty()) return ec;
  context.use_certificate_chain_file(files.certificate, ec);
  if (!ec) context.use_private_key_file(files.key, asio::ssl::context::pem, ec);
  return ec;
}

tls_context make_context(asio::ssl::context::method way) {
  auto context = std::make_shared<asio::ssl::context>(way);
  SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
  return context;
}

}  // namespace

std::unique_ptr<byte_stream> plain_stream(tcp::socket socket) {
  prepare(socket);
  return std::make_unique<stream_base<tcp::socket>>(std::move(socket));
}

std::unique_ptr<byte_stream> tls_server_stream(tcp::socket socket, tls_context context) {
  prepare(socket);
  ssl_socket secured(std::move(socket), *context);
  return std::make_unique<tls_stream>(std::move(secured), std::move(context));
}

asio::awaitable<opened_stream> tls_client_stream(tcp::socket socket, tls_context context, std::string host) {
  prepare(socket);
  ssl_socket secured(std::move(socket), *context);
  auto stream = std::make_unique<tls_stream>(std::move(secured), std::move(context));
  stream->expect(host);
  const auto shaken = co_await stream->shake_hands(asio::ssl::stream_base::client);
  if (shaken.has_error()) co_return shaken.error();
  std::unique_ptr<byte_stream> ready = std::move(stream);
  co_return opened_stream(std::move(ready));
}

result<tls_context> client_context(const tls_files& files) {
  auto context = make_context(asio::ssl::context::tls_client);
  error_code ec;
  if (files.ca.empty())
    context->set_default_verify_paths(ec);
  else
    context->load_verify_file(files.ca, ec);
  if (!ec) ec = use_own(*context, files);
  if (ec) return ec;
  context->set_verify_mode(files.verify ? asio::ssl::verify_peer : asio::ssl::verify_none);
  return context;
}

result<tls_context> server_context(const tls_files& files) {
  auto context = make_context(asio::ssl::context::tls_server);
  error_code ec = use_own(*context, files);
  const bool ask = files.verify && !files.ca.empty();
  if (!ec && ask) context->load_verify_file(files.ca, ec);
  if (ec) return ec;
  if (ask) context->set_verify_mode(asio::ssl::verify_peer | asio::ssl::verify_fail_if_no_peer_cert);
  // Resuming a session would pass over the client's certificate, and needs an id that we have no use for.
  SSL_CTX_set_session_cache_mode(context->native_handle(), SSL_SESS_CACHE_OFF);
  return context;
}

}  // namespace duanwen
