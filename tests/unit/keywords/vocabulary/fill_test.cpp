// Sentences with something filled in.
#include <gtest/gtest.h>

#include "keywords/vocabulary/wording.hpp"

namespace duanwen {
namespace {

TEST(Fill, PutsValuesWhereTheirNamesStand) {
  // Each as often as it stands, whatever the values hold; what has no value stays as it is.
  EXPECT_EQ(fill("没有{n}号", {{"n", "9"}}), "没有9号");
  EXPECT_EQ(fill("{a}{b}{a}", {{"a", "1"}, {"b", "2"}}), "121");
  EXPECT_EQ(fill("{a}", {{"a", "{b}"}, {"b", "x"}}), "{b}") << "a value is not filled again";
  EXPECT_EQ(fill("{unknown} {", {{"a", "1"}}), "{unknown} {");
  EXPECT_EQ(fill("}{a}{", {{"a", ""}}), "}{");
  EXPECT_EQ(fill("", {{"a", "1"}}), "");
}

}  // namespace
}  // namespace duanwen
