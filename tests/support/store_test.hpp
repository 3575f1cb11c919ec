#pragma once
// A test that runs on both forms of the Store. Say INSTANTIATE_ON_BOTH_STORES(name) for a class made of it.

#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/support/any_store.hpp"
#include "tests/support/store_samples.hpp"

namespace duanwen::test {

class both_stores : public testing::TestWithParam<const char*> {
 protected:
  static void SetUpTestSuite() { server_ = std::make_unique<private_redis>(); }
  static void TearDownTestSuite() { server_.reset(); }

  void SetUp() override { open(store_limits()); }
  void open(store_limits limits) {
    any_.reset();
    if (GetParam() == std::string("memory"))
      any_ = std::make_unique<any_memory_store>(limits);
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

#define INSTANTIATE_ON_BOTH_STORES(name)                                   \
  INSTANTIATE_TEST_SUITE_P(Both, name, testing::Values("memory", "redis"), \
                           [](const auto& form) { return std::string(form.param); })

}  // namespace duanwen::test
