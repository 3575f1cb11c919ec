#pragma once
// A property test runs once for each of these seeds; gtest names the one that failed.

#include <gtest/gtest.h>

#include <random>

namespace duanwen::test {

/// Its tests draw from `random_`: TEST_P, then INSTANTIATE_TEST_SUITE_P(Seeds, Suite, test::seeds()).
class seeded : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  std::mt19937 random_{GetParam()};
};

inline auto seeds() { return ::testing::Values(1u, 12u, 123u, 1234u); }

}  // namespace duanwen::test
