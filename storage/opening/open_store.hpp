#pragma once
// The store that the configuration names, opened: for the daemon, and for commands beside it or without it.
// io thread only.

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "config/settings/config.hpp"
#include "storage/opening/data_dir.hpp"
#include "storage/opening/embedded_redis.hpp"
#include "storage/redis_link/redis_client.hpp"
#include "storage/redis_store/redis_store.hpp"

namespace duanwen {

enum class store_user {
  daemon,   ///< locks data_dir, stops the embedded Redis when it stops
  command,  ///< uses what is there; stops the embedded Redis only if it had to start it and no daemon came
            ///< meanwhile
};

class opened_store {
 public:
  opened_store(boost::asio::io_context& io, const config& settings, store_user user);

  /// Begins to connect; what stands in the way for good, in words, or empty.
  std::string start();
  /// False: not up by `until`; kept().trouble() says why.
  boost::asio::awaitable<bool> wait_until_up(std::chrono::steady_clock::time_point until);
  boost::asio::awaitable<void> stop();

  store& kept() { return store_; }
  /// What of the promise that nothing acknowledged is lost this store does not keep, in words.
  std::vector<std::string> risks() const { return link_->risks(); }
  const std::string& process() const { return process_; }  ///< the daemon's name in the store

 private:
  store_user user_;
  data_dir data_dir_;
  std::string trouble_, process_;
  std::unique_ptr<embedded_redis> embedded_;  // null: Redis is somebody else's
  std::unique_ptr<redis_client> link_;
  redis_store store_;
};

}  // namespace duanwen
