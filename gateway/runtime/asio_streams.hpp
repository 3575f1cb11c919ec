#pragma once
// TCP streams, plain and with TLS, as the runtime hands them out. Private to asio_runtime.cpp and
// asio_streams.cpp.

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <optional>
#include <string>

#include "gateway/runtime/runtime.hpp"

namespace duanwen {

/// An awaitable that gives the error as a value.
inline constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

using opened_stream = result<std::unique_ptr<byte_stream>>;
using tls_context = std::shared_ptr<asio::ssl::context>;

std::unique_ptr<byte_stream> plain_stream(asio::ip::tcp::socket socket);
/// An accepted one, which has to shake hands first.
std::unique_ptr<byte_stream> tls_server_stream(asio::ip::tcp::socket socket, tls_context context);
/// Shakes hands as a client. The certificate must be for `host` where the context verifies.
asio::awaitable<opened_stream> tls_client_stream(asio::ip::tcp::socket socket, tls_context context,
                                                 std::string host);

/// What TLS is done with, from its files; an error names none of them, since OpenSSL's message does not.
result<tls_context> client_context(const tls_files& files);
result<tls_context> server_context(const tls_files& files);

}  // namespace duanwen
