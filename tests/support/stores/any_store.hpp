#pragma once
// Both forms of the Store behind one face, so that one test shows what both do.

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "storage/memory/memory_store.hpp"
#include "storage/redis_store/redis_greetings.hpp"
#include "storage/redis_store/redis_store.hpp"
#include "tests/support/redis/private_redis.hpp"

namespace duanwen::test {

class any_store {
 public:
  virtual ~any_store() = default;
  virtual store& kept() = 0;
  virtual boost::asio::io_context& io() = 0;

  template <class T>
  T run(answer<T> call) {
    return run_coroutine(io(), std::move(call)).value();
  }
};

class any_memory_store final : public any_store {
 public:
  explicit any_memory_store(store_limits limits, std::function<unix_ms()> now = by_the_machine)
      : kept_(limits, std::move(now)) {}
  store& kept() override { return kept_; }
  boost::asio::io_context& io() override { return io_; }

 private:
  static unix_ms by_the_machine() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
  }
  boost::asio::io_context io_;
  memory_store kept_;
};

/// Empties the Redis behind the url first.
class any_redis_store final : public any_store {
 public:
  any_redis_store(const std::string& url, store_limits limits)
      : redis_(url, store_greetings()), kept_(redis_.link(), limits) {
    redis_.wait_up();
    redis_.say({"FLUSHALL"});
  }
  store& kept() override { return kept_; }
  boost::asio::io_context& io() override { return redis_.io(); }
  redis_link& redis() { return redis_; }

 private:
  redis_link redis_;
  redis_store kept_;
};

}  // namespace duanwen::test
