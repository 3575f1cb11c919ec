#include "gateway/runtime/give_up.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>

namespace duanwen {

asio::awaitable<result<std::unique_ptr<byte_stream>>> connect(runtime& rt, std::string host,
                                                              std::uint16_t port,
                                                              std::optional<tls_files> tls, time_point until,
                                                              wakeup& unwanted) {
  using namespace asio::experimental::awaitable_operators;
  auto first = co_await (rt.connect(std::move(host), port, std::move(tls), until) || unwanted.wait());
  if (first.index() == 1) {
    const boost::system::error_code aborted = asio::error::operation_aborted;
    co_return aborted;
  }
  co_return std::get<0>(std::move(first));
}

asio::awaitable<bool> shake_hands(runtime& rt, byte_stream& stream, time_point until, wakeup& unwanted) {
  using namespace asio::experimental::awaitable_operators;
  const auto first = co_await (stream.shake_hands() || rt.sleep_until(until) || unwanted.wait());
  const bool done = first.index() == 0 && std::get<0>(first).has_value();
  if (!done) stream.close();
  co_return done;
}

}  // namespace duanwen
