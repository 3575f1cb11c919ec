#include "storage/opening/open_store.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "storage/opening/make_redis_client.hpp"

namespace duanwen {
namespace {

namespace asio = boost::asio;
constexpr auto between_looks = std::chrono::milliseconds(10);

bool is_embedded(const config& settings) { return settings.redis.url == "embedded"; }

std::unique_ptr<embedded_redis> embedded_for(asio::io_context& io, const config& settings) {
  if (!is_embedded(settings)) return nullptr;
  return std::make_unique<embedded_redis>(io.get_executor(), settings.gateway.data_dir + "/redis");
}

/// "embedded" comes down to one server on a unix socket.
redis_servers servers_for(const config& settings, const embedded_redis* embedded) {
  if (!embedded) return parse_redis_url(settings.redis.url).value();
  redis_servers socket;
  socket.endpoints.emplace_back().path = embedded->socket_path();
  return socket;
}

}  // namespace

opened_store::opened_store(asio::io_context& io, const config& settings, store_user user)
    : user_(user),
      data_dir_(settings.gateway.data_dir),
      embedded_(embedded_for(io, settings)),
      link_(make_redis_client(io.get_executor(), servers_for(settings, embedded_.get()), settings.redis)),
      store_(*link_, store_limits(settings)) {
  if (user_ == store_user::command && !embedded_) return;
  trouble_ = data_dir_.make();
  if (!trouble_.empty() || user_ == store_user::command) return;
  trouble_ = data_dir_.lock();
  if (trouble_.empty()) process_ = data_dir_.process_id();
}

std::string opened_store::start() {
  if (trouble_.empty() && embedded_) trouble_ = embedded_->start();
  if (trouble_.empty()) link_->start();
  return trouble_;
}

asio::awaitable<bool> opened_store::wait_until_up(std::chrono::steady_clock::time_point until) {
  asio::steady_timer wait(co_await asio::this_coro::executor);
  while (!store_.up() && std::chrono::steady_clock::now() < until) {
    wait.expires_after(between_looks);
    co_await wait.async_wait(asio::as_tuple(asio::use_awaitable));
  }
  co_return store_.up();
}

asio::awaitable<void> opened_store::stop() {
  link_->stop();
  if (!embedded_ || !trouble_.empty()) co_return;
  const bool ours =
      user_ == store_user::daemon || (embedded_->started_one() && !data_dir_.locked_by_another());
  if (ours)
    co_await embedded_->stop();
  else
    embedded_->leave();
}

}  // namespace duanwen
