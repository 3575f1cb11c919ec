#include "gateway/asio_runtime.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace duanwen {
namespace {

using asio::ip::tcp;
using boost::system::error_code;
constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

class tcp_stream final : public byte_stream {
 public:
  explicit tcp_stream(tcp::socket socket) : socket_(std::move(socket)) {
    error_code ignored;
    socket_.set_option(tcp::no_delay(true), ignored);
    socket_.set_option(asio::socket_base::keep_alive(true), ignored);
  }

  asio::awaitable<result<std::size_t>> read_some(std::span<std::uint8_t> into) override {
    auto [ec, octets] = co_await socket_.async_read_some(asio::buffer(into.data(), into.size()), as_result);
    if (ec) co_return ec;
    co_return octets;
  }

  asio::awaitable<result<void>> write_all(std::string_view octets) override {
    auto [ec, written] =
        co_await asio::async_write(socket_, asio::buffer(octets.data(), octets.size()), as_result);
    if (ec) co_return ec;
    co_return result<void>();
  }

  void close() override {
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_both, ignored);
    socket_.close(ignored);
  }

 private:
  tcp::socket socket_;
};

using opened = result<std::unique_ptr<byte_stream>>;

asio::awaitable<opened> resolve_and_connect(asio::io_context& io, std::string host, std::uint16_t port) {
  tcp::resolver resolver(io);
  const std::string service = std::to_string(port);
  auto [resolve_error, endpoints] = co_await resolver.async_resolve(host, service, as_result);
  if (resolve_error) co_return resolve_error;
  tcp::socket socket(io);
  auto [connect_error, peer] = co_await asio::async_connect(socket, endpoints, as_result);
  if (connect_error) co_return connect_error;
  std::unique_ptr<byte_stream> stream = std::make_unique<tcp_stream>(std::move(socket));
  co_return opened(std::move(stream));
}

}  // namespace

asio::awaitable<void> asio_runtime::sleep_until(time_point when) {
  asio::steady_timer timer(io_, when);
  co_await timer.async_wait(as_result);
}

asio::awaitable<opened> asio_runtime::connect(std::string host, std::uint16_t port, time_point until) {
  using namespace asio::experimental::awaitable_operators;
  auto first = co_await (resolve_and_connect(io_, host, port) || sleep_until(until));
  if (first.index() == 1) {
    const error_code late = asio::error::timed_out;
    co_return late;
  }
  co_return std::get<0>(std::move(first));
}

}  // namespace duanwen
