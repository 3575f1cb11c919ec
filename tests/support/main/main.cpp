// main() of the test programs. A test that hangs is ended, by name, long before the program's own time is up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace duanwen::test {
namespace {

class hang_watch final : public ::testing::EmptyTestEventListener {
 public:
  void OnTestStart(const ::testing::TestInfo& test) override {
    over_ = false;
    thread_ = std::thread([this, &test] { watch(test); });
  }
  void OnTestEnd(const ::testing::TestInfo&) override {
    {
      const std::lock_guard lock(guard_);
      over_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

 private:
  void watch(const ::testing::TestInfo& test) {
    std::unique_lock lock(guard_);
    if (changed_.wait_for(lock, std::chrono::seconds(TEST_SECONDS), [this] { return over_; })) return;
    std::fprintf(stderr, "%s.%s hangs: it has not come to its end within %d s\n", test.test_suite_name(),
                 test.name(), TEST_SECONDS);
    std::abort();
  }

  std::mutex guard_;
  std::condition_variable changed_;
  bool over_ = false;
  std::thread thread_;
};

}  // namespace
}  // namespace duanwen::test

int main(int argc, char** argv) {
  ::testing::InitGoogleMock(&argc, argv);
  ::testing::UnitTest::GetInstance()->listeners().Append(new duanwen::test::hang_watch);
  return RUN_ALL_TESTS();
}
