#pragma once
// A test of a Redis in trouble: one inquiry, tried and healed.

#include <stdexcept>

#include "tests/support/redis/redis_user.hpp"

namespace duanwen::test {

inline const auto impatient = quick_redis_settings(milliseconds(500));
inline const auto unavailable = make_error_code(storage_errc::unavailable);
inline const auto unknown_outcome = make_error_code(storage_errc::unknown_outcome);

class redis_trouble : public testing::Test {
 protected:
  /// Asked over a link of its own, as an operator would.
  static resp_value say(const private_redis& redis, redis_command command) {
    redis_link operators(redis.url());
    if (!operators.wait_up()) throw std::runtime_error("Redis is away");
    return operators.say(std::move(command));
  }
  boost::system::error_code try_commit(redis_user& user) const {
    return user.run(user.kept().commit(c)).error();
  }
  /// It is done now, whatever became of the first try, and once.
  void expect_healed(redis_user& user) {
    EXPECT_EQ(user.hold(c).status, commit_status::committed);
    expect_done_once(user, c);
    EXPECT_EQ(user.client().trouble(), "");
  }
  const inquiry_commit c = sample_commit(1, 1);
};

}  // namespace duanwen::test
