#include "gateway/status_socket.hpp"

#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace duanwen {
namespace {

using local = asio::local::stream_protocol;
using boost::system::error_code;
constexpr auto as_value = asio::as_tuple(asio::use_awaitable);
constexpr auto telling_at_most = std::chrono::seconds(2);
constexpr auto next_accept = std::chrono::milliseconds(100);  // out of descriptors, say

}  // namespace

status_socket::status_socket(runtime& rt, std::string path, std::function<std::string()> tell)
    : runtime_(rt), path_(std::move(path)), tell_(std::move(tell)), door_(rt.executor()) {}

std::string status_socket::start() {
  if (path_.size() >= sizeof(sockaddr_un::sun_path)) return path_ + " is too long for a unix socket";
  if (const auto wrong = open()) return path_ + ": " + wrong.message();
  asio::co_spawn(runtime_.executor(), serve(), asio::detached);
  return {};
}

error_code status_socket::open() {
  constexpr mode_t owner_only = 0600;
  ::unlink(path_.c_str());
  error_code ec;
  door_.open(local(), ec);
  if (!ec) door_.bind(local::endpoint(path_), ec);
  // Nobody can connect before listen(), so nobody does by the mode that bind() gave it.
  if (!ec && ::chmod(path_.c_str(), owner_only) != 0) ec.assign(errno, boost::system::system_category());
  if (!ec) door_.listen(asio::socket_base::max_listen_connections, ec);
  return ec;
}

asio::awaitable<void> status_socket::serve() {
  using namespace asio::experimental::awaitable_operators;
  while (door_.is_open()) {
    local::socket peer(runtime_.executor());
    const auto [refused] = co_await door_.async_accept(peer, as_value);
    if (!door_.is_open()) break;
    if (refused) {
      const auto again = runtime_.now() + next_accept;
      co_await runtime_.sleep_until(again);
      continue;
    }
    const auto told = tell_();
    const auto octets = asio::buffer(told);
    const auto until = runtime_.now() + telling_at_most;
    co_await (asio::async_write(peer, octets, as_value) || runtime_.sleep_until(until));
  }
}

void status_socket::stop() {
  if (!door_.is_open()) return;
  error_code ignored;
  door_.close(ignored);
  ::unlink(path_.c_str());
}

}  // namespace duanwen
