// The conversations met last.
#include "gateway/inquiries/conversation_cache.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

TEST(cache, forgets_what_is_over_and_the_oldest_when_it_is_full) {
  conversation_cache cache(2);
  const conversation_key a("1", "a"), b("1", "b"), c("1", "c");
  cache.put(a, stored_conversation(1, {}), 100);
  EXPECT_EQ(cache.get(a, 99).revision, 1u);
  EXPECT_EQ(cache.get(a, 100).revision, 0u);
  cache.put(b, stored_conversation(2, {}), 100);
  cache.put(a, stored_conversation(3, {}), 100);
  cache.put(c, stored_conversation(4, {}), 100);
  EXPECT_EQ(cache.get(b, 0).revision, 0u);
  EXPECT_EQ(cache.get(a, 0).revision, 3u);
}

}  // namespace
}  // namespace duanwen
