#include "gateway/commands/store_session.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <chrono>

namespace duanwen {

store_session::store_session(const config& settings)
    : work_(io_.get_executor()),
      opened_(io_, settings, store_user::command),
      blocking_(opened_.kept(), io_.get_executor(), settings.admin.store_timeout) {
  trouble_ = opened_.start();
  thread_ = std::thread([this] { io_.run(); });
  if (!trouble_.empty()) return;
  const auto until = std::chrono::steady_clock::now() + settings.admin.store_timeout;
  const bool up = asio::co_spawn(io_, opened_.wait_until_up(until), asio::use_future).get();
  if (!up) trouble_ = opened_.kept().trouble();
}

store_session::~store_session() {
  asio::co_spawn(io_, opened_.stop(), asio::use_future).wait();
  work_.reset();
  io_.stop();
  thread_.join();
}

unix_ms store_session::now() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace duanwen
