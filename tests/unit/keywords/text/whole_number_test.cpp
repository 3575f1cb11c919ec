// Texts that are numbers as a whole.
#include "keywords/text/whole_number.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace duanwen {
namespace {

TEST(WholeNumber, IsReadFromTheFirstCharacterToTheLast) {
  EXPECT_EQ(whole_number<std::uint32_t>("0"), 0u);
  EXPECT_EQ(whole_number<std::uint32_t>("007"), 7u);
  EXPECT_EQ(whole_number<std::int64_t>("-12"), -12);
  for (const auto* wrong : {"", " 1", "1 ", "+1", "-1", "1.0", "0x1", "1-0", "一", "１"})
    EXPECT_EQ(whole_number<std::uint32_t>(wrong), std::nullopt) << wrong;
  EXPECT_EQ(whole_number<std::uint32_t>(std::string_view("1\0", 2)), std::nullopt);
  EXPECT_EQ(whole_number<std::uint32_t>(std::string_view()), std::nullopt);
}

TEST(WholeNumber, HasToFitItsType) {
  EXPECT_EQ(whole_number<std::uint8_t>("255"), 255u);
  EXPECT_EQ(whole_number<std::uint8_t>("256"), std::nullopt);
  EXPECT_EQ(whole_number<std::uint64_t>("18446744073709551615"), std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(whole_number<std::uint64_t>("18446744073709551616"), std::nullopt);
  EXPECT_EQ(whole_number<std::int64_t>("-9223372036854775809"), std::nullopt);
}

TEST(WholeNumber, HasTheDigitsOfItsBase) {
  EXPECT_EQ(whole_number<std::uint32_t>("fF", 16), 255u);
  EXPECT_EQ(whole_number<std::uint32_t>("fg", 16), std::nullopt);
}

}  // namespace
}  // namespace duanwen
