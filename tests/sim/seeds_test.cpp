// Many simulations, each with faults of its own, and every rule holds in all of them.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "tests/sim/world.hpp"

namespace duanwen::sim {
namespace {

std::uint64_t number_in(const char* variable, std::uint64_t otherwise) {
  const char* value = std::getenv(variable);
  return value ? std::strtoull(value, nullptr, 10) : otherwise;
}

world_options of_seed(std::uint64_t seed, bool keeps_log = false) {
  world_options options;
  options.seed = seed;
  options.keeps_log = keeps_log;
  return options;
}

TEST(simulation, every_rule_holds_in_every_seed) {
  const auto from = number_in("DUANWEN_SIM_FROM", 1), count = number_in("DUANWEN_SIM_SEEDS", 500);
  for (auto seed = from; seed < from + count; ++seed) {
    world w(of_seed(seed));
    const auto& verdict = w.run();
    EXPECT_FALSE(verdict.first()) << "tools/sim " << seed << " shows it: " << verdict.text();
  }
}

TEST(simulation, one_seed_twice_gives_the_same_log) {
  for (const std::uint64_t seed : {3u, 14u, 159u}) {
    world first(of_seed(seed, true)), second(of_seed(seed, true));
    const auto log = first.run().log();
    EXPECT_EQ(log, second.run().log());
    EXPECT_GT(log.size(), 1000u);
  }
}

// What tools/sim runs: one seed with its log.
TEST(simulation, the_seed_that_was_asked_for) {
  const auto seed = number_in("DUANWEN_SIM_SEED", 0);
  if (seed == 0) GTEST_SKIP() << "tools/sim SEED asks for one";
  world w(of_seed(seed, true));
  const auto& verdict = w.run();
  std::cout << verdict.log();
  EXPECT_FALSE(verdict.first()) << verdict.text();
}

}  // namespace
}  // namespace duanwen::sim
