#pragma once
// A Store in Redis as a daemon has it, on a loop of its own: it asks again, as long as there is hope, like a
// held inquiry.

#include <gmock/gmock.h>

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "storage/opening/make_redis_client.hpp"
#include "storage/redis_store/redis_keys.hpp"
#include "storage/redis_store/redis_store.hpp"
#include "tests/support/redis/private_redis.hpp"
#include "tests/support/stores/store_samples.hpp"

namespace duanwen::test {

class redis_user {
 public:
  explicit redis_user(const std::string& url, redis_settings settings = quick_redis_settings());

  redis_client& client() { return *client_; }
  store& kept() { return kept_; }
  boost::asio::io_context& io() { return io_; }
  bool run_until(const std::function<bool()>& condition);
  bool wait_up() {
    return run_until([this] { return client_->up(); });
  }
  template <class T>
  result<T> run(answer<T> call) {
    return run_coroutine(io_, std::move(call));
  }
  /// Commits, and asks again while the store may heal.
  commit_result hold(inquiry_commit c);
  /// Each of `residents` commits one inquiry after another, each held until it is committed, until `enough`
  /// says so of how many were.
  void commit_under_load(std::size_t residents, const std::function<bool(std::size_t committed)>& enough);
  /// The same, while operators do something in the midst of it.
  void commit_during(const std::function<void()>& operators);
  /// Every inquiry that was committed so has its conversation, and its answer waits once.
  void expect_nothing_lost();

 private:
  answer<commit_result> held(inquiry_commit c);
  answer<bool> ask_on(conversation_key key, const std::function<bool(std::size_t)>& enough);

  boost::asio::io_context io_;
  redis_settings settings_;
  std::unique_ptr<redis_client> client_;
  redis_store kept_;
  struct asked {
    std::uint64_t revision = 0;
    std::vector<std::string> texts;
  };
  std::map<conversation_key, asked> committed_;
  std::size_t count_ = 0;
  std::atomic<bool> given_up_ = false;  // the operators failed, so nothing may heal any more
};

/// What became of one inquiry in Redis: nothing at all, or everything once.
void expect_done_once(redis_user& user, const inquiry_commit& c);
void expect_not_done(redis_user& user, const inquiry_commit& c);

}  // namespace duanwen::test
