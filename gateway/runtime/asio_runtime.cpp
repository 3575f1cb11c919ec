#include "gateway/runtime/asio_runtime.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>

#include "gateway/runtime/asio_streams.hpp"

namespace duanwen {
namespace {

using asio::ip::tcp;
using boost::system::error_code;

asio::awaitable<opened_stream> resolve_and_connect(asio::io_context& io, std::string host, std::uint16_t port,
                                                   std::optional<tls_files> tls) {
  tcp::resolver resolver(io);
  const std::string service = std::to_string(port);
  auto [resolve_error, endpoints] = co_await resolver.async_resolve(host, service, as_result);
  if (resolve_error) co_return resolve_error;
  tcp::socket socket(io);
  auto [connect_error, peer] = co_await asio::async_connect(socket, endpoints, as_result);
  if (connect_error) co_return connect_error;
  if (!tls) {
    auto stream = plain_stream(std::move(socket));
    co_return opened_stream(std::move(stream));
  }
  auto context = client_context(*tls);
  if (context.has_error()) co_return context.error();
  co_return co_await tls_client_stream(std::move(socket), std::move(*context), std::move(host));
}

class tcp_acceptor final : public acceptor {
 public:
  tcp_acceptor(tcp::acceptor door, tls_context tls) : door_(std::move(door)), tls_(std::move(tls)) {}

  asio::awaitable<result<accepted_stream>> accept() override {
    tcp::socket socket(door_.get_executor());
    tcp::endpoint peer;
    auto [ec] = co_await door_.async_accept(socket, peer, as_result);
    if (ec) co_return ec;
    accepted_stream came;
    came.address = peer.address().to_string();
    came.stream = tls_ ? tls_server_stream(std::move(socket), tls_) : plain_stream(std::move(socket));
    co_return result<accepted_stream>(std::move(came));
  }

  void close() override {
    error_code ignored;
    door_.close(ignored);
  }

 private:
  tcp::acceptor door_;
  tls_context tls_;
};

}  // namespace

asio::awaitable<void> asio_runtime::sleep_until(time_point when) {
  asio::steady_timer timer(io_, when);
  co_await timer.async_wait(as_result);
}

asio::awaitable<opened_stream> asio_runtime::connect(std::string host, std::uint16_t port,
                                                     std::optional<tls_files> tls, time_point until) {
  using namespace asio::experimental::awaitable_operators;
  auto first = co_await (resolve_and_connect(io_, host, port, std::move(tls)) || sleep_until(until));
  if (first.index() == 1) {
    const error_code late = asio::error::timed_out;
    co_return late;
  }
  co_return std::get<0>(std::move(first));
}

result<std::unique_ptr<acceptor>> asio_runtime::listen(const std::string& host, std::uint16_t port,
                                                       const std::optional<tls_files>& tls) {
  tls_context context;
  if (tls) {
    auto made = server_context(*tls);
    if (made.has_error()) return made.error();
    context = std::move(*made);
  }
  error_code ec;
  const auto address = asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, ec);
  tcp::acceptor door(io_);
  const tcp::endpoint at(address, port);
  if (!ec) door.open(at.protocol(), ec);
  if (!ec) door.set_option(tcp::acceptor::reuse_address(true), ec);
  if (!ec) door.bind(at, ec);
  if (!ec) door.listen(asio::socket_base::max_listen_connections, ec);
  if (ec) return ec;
  std::unique_ptr<acceptor> opened = std::make_unique<tcp_acceptor>(std::move(door), std::move(context));
  return opened;
}

}  // namespace duanwen
