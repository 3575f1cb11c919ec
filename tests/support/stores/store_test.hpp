#pragma once
// A test that runs on both forms of the Store, and on the one in Redis in a Cluster as well. Say
// INSTANTIATE_ON_BOTH_STORES(name) for a class made of it.

#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/support/redis/redis_fleet.hpp"
#include "tests/support/redis/redis_user.hpp"
#include "tests/support/stores/any_store.hpp"
#include "tests/support/stores/store_samples.hpp"

namespace duanwen::test {

/// Empties the Cluster first, which all tests of a program share: it needs two seconds to take up its slots.
class any_cluster_store final : public any_store {
 public:
  explicit any_cluster_store(store_limits limits) : kept_(user().client(), limits) {
    ask(cluster().server(), {"FLUSHALL"});
    user().wait_up();
  }
  store& kept() override { return kept_; }
  boost::asio::io_context& io() override { return user().io(); }

 private:
  static cluster_of_one& cluster() {
    static cluster_of_one one;
    return one;
  }
  static redis_user& user() {
    static redis_user one(cluster().url());
    return one;
  }
  redis_store kept_;
};

class both_stores : public testing::TestWithParam<const char*> {
 protected:
  static void SetUpTestSuite() { server_ = std::make_unique<private_redis>(); }
  static void TearDownTestSuite() { server_.reset(); }

  void SetUp() override { open(store_limits()); }
  void open(store_limits limits) {
    any_.reset();
    if (GetParam() == std::string("memory"))
      any_ = std::make_unique<any_memory_store>(limits);
    else if (GetParam() == std::string("cluster"))
      any_ = std::make_unique<any_cluster_store>(limits);
    else
      any_ = std::make_unique<any_redis_store>(server_->url(), limits);
  }
  template <class T>
  T run(answer<T> call) {
    return any_->run(std::move(call));
  }
  store& kept() { return any_->kept(); }
  commit_result commit(const inquiry_commit& c) { return run(kept().commit(c)); }
  std::vector<outbox_entry> outbox(const std::string& process, std::uint32_t limit = 100) {
    return run(kept().read_outbox(process, bucket_of(resident().msisdn), "", limit));
  }

 private:
  static inline std::unique_ptr<private_redis> server_;
  std::unique_ptr<any_store> any_;
};

#define INSTANTIATE_ON_BOTH_STORES(name)                                              \
  INSTANTIATE_TEST_SUITE_P(Both, name, testing::Values("memory", "redis", "cluster"), \
                           [](const auto& form) { return std::string(form.param); })

}  // namespace duanwen::test
