// The window of requests in flight.
#include "gateway/smpp/session/window.hpp"

#include <gtest/gtest.h>

namespace duanwen::smpp {
namespace {

using std::chrono::seconds;

request_token of_caller(std::uint64_t id) { return {request_owner::alone, id}; }

TEST(request_window, a_request_is_taken_once) {
  // The second response to a request finds nothing.
  request_window w;
  w.add(7, {4, of_caller(70), time_point{}});
  const auto taken = w.take(7);
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->token, of_caller(70));
  EXPECT_FALSE(w.take(7));
  EXPECT_FALSE(w.take(0));
}

TEST(request_window, only_messages_take_room) {
  // The session's own requests do not count.
  request_window w;
  w.add(1, {0x15, {}, time_point{}});
  EXPECT_EQ(w.messages(), 0u);
  w.add(2, {4, of_caller(9), time_point{}});
  EXPECT_EQ(w.messages(), 1u);
  w.take(1);
  EXPECT_EQ(w.messages(), 1u);
  w.take(2);
  EXPECT_EQ(w.messages(), 0u);
}

TEST(request_window, all_come_back_by_age) {
  // The oldest comes first even where sequence numbers began anew.
  request_window w;
  const time_point t{};
  w.add(0x7FFFFFFF, {4, of_caller(1), t});
  w.add(1, {4, of_caller(2), t + seconds(1)});
  const auto all = w.take_all();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].token, of_caller(1));
  EXPECT_EQ(all[1].token, of_caller(2));
  EXPECT_EQ(w.messages(), 0u);
  EXPECT_TRUE(w.take_all().empty());
}

TEST(request_window, age) {
  // A request is older than a time only when it was sent before it.
  request_window w;
  EXPECT_FALSE(w.any_sent_before(time_point{} + seconds(9)));
  w.add(1, {4, of_caller(1), time_point{} + seconds(5)});
  EXPECT_FALSE(w.any_sent_before(time_point{} + seconds(5)));
  EXPECT_TRUE(w.any_sent_before(time_point{} + seconds(6)));
}

}  // namespace
}  // namespace duanwen::smpp
