#pragma once
// redis.url = "embedded": a private redis-server under data_dir on a unix socket, its append-only file synced
// at every write. io thread only.

#include <sys/types.h>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "storage/opening/file_lock.hpp"

namespace duanwen {

/// Keeps exactly one redis-server running on its files. Each server inherits the lock on them and so holds it
/// as long as it lives, whoever started it: where the lock is free none is alive and one is started; else the
/// one alive is used.
class embedded_redis {
 public:
  embedded_redis(const boost::asio::any_io_executor& io, const std::string& directory);

  /// What stands in the way, in words; empty: it is kept running from now on.
  std::string start();
  /// Shuts the server down and waits until it is gone.
  boost::asio::awaitable<void> stop();
  /// Lets the server run on without us.
  void leave();
  bool started_one() const { return child_ > 0; }  ///< this process did, rather than finding one alive
  std::string socket_path() const { return directory_ + "/redis.sock"; }

 private:
  boost::asio::awaitable<void> tend();
  void start_when_none_is_alive();
  std::string spawn(const file_lock& lock);
  void reap();
  pid_t alive() const;  ///< who listens on the socket; 0: nobody

  std::string directory_;
  boost::asio::steady_timer timer_;
  std::chrono::steady_clock::time_point last_spawn_{};
  pid_t child_ = 0;
  bool stopping_ = false, tending_ = false;
};

}  // namespace duanwen
