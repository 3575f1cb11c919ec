// Who may try to bind how often.
#include "gateway/smpp/accounts.hpp"

#include <gtest/gtest.h>

namespace duanwen::smpp {
namespace {

using namespace std::chrono_literals;

TEST(bind_guard, shuts_an_address_out_for_what_is_left_of_its_minute) {
  bind_guard guard(2);
  const time_point begin{1h};
  guard.refused("10.0.0.1", begin);
  EXPECT_FALSE(guard.is_shut_to("10.0.0.1", begin));
  guard.refused("10.0.0.1", begin + 30s);
  EXPECT_TRUE(guard.is_shut_to("10.0.0.1", begin + 30s));
  EXPECT_FALSE(guard.is_shut_to("10.0.0.2", begin + 30s));
  EXPECT_TRUE(guard.is_shut_to("10.0.0.1", begin + 60s));
  EXPECT_FALSE(guard.is_shut_to("10.0.0.1", begin + 61s)) << "the first is forgotten";
}

TEST(bind_guard, remembers_no_more_than_its_limit) {
  // However many addresses try, the oldest are forgotten first.
  bind_guard guard(1);
  const time_point begin{1h};
  for (int i = 0; i < 10000; ++i) guard.refused(std::to_string(i), begin + std::chrono::milliseconds(i));
  EXPECT_TRUE(guard.is_shut_to("0", begin + 10s));
  guard.refused("more", begin + 10s);
  EXPECT_FALSE(guard.is_shut_to("0", begin + 10s));
  EXPECT_TRUE(guard.is_shut_to("1", begin + 10s));
  EXPECT_TRUE(guard.is_shut_to("more", begin + 10s));
}

}  // namespace
}  // namespace duanwen::smpp
