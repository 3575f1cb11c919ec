// What is stored must be found again: the values of the reference (draft-eastlake-fnv, appendix C).
#include "keywords/text/fnv1a.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

TEST(Fnv1a, GivesTheValuesOfTheReference) {
  EXPECT_EQ(fnv1a_32(""), 0x811c9dc5u);
  EXPECT_EQ(fnv1a_32("a"), 0xe40c292cu);
  EXPECT_EQ(fnv1a_32("foobar"), 0xbf9cf968u);
  EXPECT_EQ(fnv1a_64(""), 0xcbf29ce484222325u);
  EXPECT_EQ(fnv1a_64("a"), 0xaf63dc4c8601ec8cu);
  EXPECT_EQ(fnv1a_64("foobar"), 0x85944171f73967e8u);
}

TEST(Fnv1a, TakesOctetsAsUnsigned) { EXPECT_NE(fnv1a_64("\xff"), fnv1a_64("\x7f")); }

}  // namespace
}  // namespace duanwen
