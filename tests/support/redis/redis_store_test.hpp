#pragma once
// A test of the Redis store alone, which may look at its keys and spoil them.

#include <gmock/gmock.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "storage/redis_store/redis_greetings.hpp"
#include "storage/redis_store/redis_keys.hpp"
#include "storage/redis_store/redis_scripts.hpp"
#include "storage/redis_store/redis_store.hpp"
#include "tests/support/redis/private_redis.hpp"
#include "tests/support/stores/store_samples.hpp"

namespace duanwen::test {

class redis_store_test : public testing::Test {
 protected:
  static void SetUpTestSuite() { server_ = std::make_unique<private_redis>(); }
  static void TearDownTestSuite() { server_.reset(); }

  void SetUp() override {
    ASSERT_TRUE(link.wait_up());
    say({"FLUSHALL"});
    say({"CONFIG", "RESETSTAT"});
    use(store_limits());
  }
  /// From now on with these limits, on what is there.
  void use(store_limits limits) { store_.emplace(link.link(), limits); }
  store& kept() { return *store_; }
  static const private_redis& server() { return *server_; }

  resp_value say(redis_command command) { return link.say(std::move(command)); }
  std::vector<std::string> keys_of(std::uint32_t bucket) {
    std::vector<std::string> keys;
    const auto pattern = redis_keys::parts_begin(bucket).substr(0, 5) + ":*";
    for (const auto& key : say({"KEYS", pattern}).items) keys.push_back(key.text);
    std::ranges::sort(keys);
    return keys;
  }
  /// How often the server was asked so since the test began.
  std::size_t calls_of(const std::string& command) {
    const auto stats = say({"INFO", "commandstats"}).text;
    const auto label = "cmdstat_" + command + ":calls=";
    const auto at = stats.find(label);
    return at == stats.npos ? 0 : std::stoul(stats.substr(at + label.size()));
  }

  template <class T>
  result<T> try_run(answer<T> call) {
    return link.run(std::move(call));
  }
  template <class T>
  T run(answer<T> call) {
    return try_run(std::move(call)).value();
  }
  /// In one turn of the loop.
  std::vector<result<commit_result>> commit_together(const std::vector<inquiry_commit>& commits) {
    std::vector<answer<commit_result>> calls;
    for (const auto& c : commits) calls.push_back(kept().commit(c));
    return run_together(link.io(), std::move(calls));
  }
  std::vector<result<bool>> finish_together(const std::vector<reply_finish>& finishes) {
    std::vector<answer<bool>> calls;
    for (const auto& f : finishes) calls.push_back(kept().finish(f));
    return run_together(link.io(), std::move(calls));
  }
  std::vector<outbox_entry> outbox(const conversation_key& key, const std::string& process = "p1") {
    return run(kept().read_outbox(process, bucket_of(key.msisdn), "", 100));
  }

 private:
  static inline std::unique_ptr<private_redis> server_;

 protected:
  redis_link link{server_->url(), store_greetings()};

 private:
  std::optional<redis_store> store_;
};

}  // namespace duanwen::test
