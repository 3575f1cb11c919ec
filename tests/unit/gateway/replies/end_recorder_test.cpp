// How many replies may be sent whose end the store has not recorded, and how ends get into it.
#include "gateway/replies/end_recorder.hpp"

#include <gtest/gtest.h>

#include "storage/memory/memory_store.hpp"
#include "tests/support/simulated/sim_runtime.hpp"
#include "tests/support/stores/passing_store.hpp"

namespace duanwen::test {
namespace {

using namespace std::chrono_literals;

/// Calls fail with `error` while there is one.
class failing_store final : public passing_store<failing_store> {
 public:
  bool up() const override { return true; }
  std::uint64_t links_made() const override { return 0; }
  std::string trouble() const override { return ""; }
  template <class T, class... Arguments, class... Given>
  answer<T> pass(answer<T> (store::*call)(Arguments...), Given&&... given) {
    ++calls;
    return error ? refuse<T>() : (inner_.*call)(std::forward<Given>(given)...);
  }
  std::optional<storage_errc> error;
  std::size_t calls = 0;

 private:
  template <class T>
  answer<T> refuse() {
    co_return failed<T>(make_error_code(*error));
  }
  memory_store inner_{store_limits(config()), [] { return unix_ms{1}; }};
};

class end_recording : public ::testing::Test {
 protected:
  void record() {
    reply_finish end;
    end.process = "p1";
    recorder.record(std::move(end), [this] { ++done; });
    runtime.settle();
  }
  failing_store store;
  sim_runtime runtime;
  std::size_t done = 0, woken = 0, measured = 0;
  end_recorder recorder{{runtime, store, 4, [this] { ++woken; }, [this](auto) { ++measured; }}};
};

TEST_F(end_recording, only_so_many_are_sent_and_others_leave_at_half_of_them) {
  EXPECT_TRUE(recorder.may_begin(4));
  recorder.sent(4);
  EXPECT_FALSE(recorder.held()) << "nobody had to wait";
  EXPECT_TRUE(recorder.may_begin(0)) << "what has begun goes on";
  EXPECT_FALSE(recorder.may_begin(1));
  EXPECT_TRUE(recorder.held());
  recorder.release(1);
  EXPECT_EQ(woken, 1u);
  EXPECT_TRUE(recorder.held()) << "three are more than half";
  EXPECT_TRUE(recorder.may_begin(1)) << "but there is room for one";
  recorder.release(1);
  EXPECT_FALSE(recorder.held());
  EXPECT_EQ(recorder.unrecorded(), 2u);
  recorder.release(0);
  recorder.release(1);
  EXPECT_EQ(woken, 2u) << "nobody is held who would have to be woken";
}

TEST_F(end_recording, tells_the_store_once_that_takes_it) {
  record();
  EXPECT_EQ(done, 1u);
  EXPECT_EQ(measured, 1u);
  EXPECT_EQ(store.calls, 1u);
  EXPECT_TRUE(recorder.idle());
}

TEST_F(end_recording, goes_on_until_the_store_is_back) {
  store.error = storage_errc::unavailable;
  record();
  runtime.advance(10min);
  EXPECT_EQ(done, 0u);
  EXPECT_FALSE(recorder.idle());
  // At most two seconds and at least one lie between two calls, once the waits have grown.
  EXPECT_GT(store.calls, 300u);
  EXPECT_LT(store.calls, 620u);
  store.error = std::nullopt;
  runtime.advance(2s);
  EXPECT_EQ(done, 1u);
  EXPECT_EQ(measured, 1u) << "failures are no measure of the store";
  EXPECT_TRUE(recorder.idle());
}

TEST_F(end_recording, of_unknown_outcome_is_told_again) {
  store.error = storage_errc::unknown_outcome;
  record();
  EXPECT_EQ(done, 0u);
  store.error = std::nullopt;
  runtime.advance(2s);
  EXPECT_EQ(done, 1u);
}

TEST_F(end_recording, ends_at_an_error_that_does_not_heal) {
  store.error = storage_errc::corrupt;
  record();
  EXPECT_EQ(done, 1u);
  EXPECT_EQ(store.calls, 1u);
}

TEST_F(end_recording, after_a_stop_goes_on_for_so_long_and_no_longer) {
  store.error = storage_errc::unavailable;
  record();
  recorder.stop(runtime.now() + 10s);
  runtime.advance(9s);
  EXPECT_EQ(done, 0u);
  runtime.advance(4s);
  EXPECT_EQ(done, 1u) << "though the store never heard of it";
  EXPECT_TRUE(recorder.idle());
}

}  // namespace
}  // namespace duanwen::test
