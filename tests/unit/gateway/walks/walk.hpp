#pragma once
// Fixture: the gateway over simulated time, simulated carriers and the in-memory store, serving a small town.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/support/machine/run_coroutine.hpp"
#include "tests/support/simulated/sim_daemon.hpp"

namespace duanwen::test {

using namespace std::chrono_literals;
inline constexpr const char* resident = "13800000001";
inline constexpr const char* number = "10690001";

inline directory small_town() {
  directory d;
  d.areas.resize(1);
  d.areas[0].id = "lq";
  d.areas[0].name = "龙泉驿区";
  department guotu;
  guotu.id = "guotu";
  guotu.name = "龙泉驿区国土资源局";
  guotu.short_name = "龙泉国土";
  guotu.area = "lq";
  guotu.keywords = {"龙泉国土"};
  for (std::uint32_t n = 1; n <= 3; ++n) {
    item one;
    one.number = n;
    one.title = "事项" + std::to_string(n);
    one.details = "带身份证到窗口" + std::to_string(n) + "办。";
    guotu.items.push_back(one);
  }
  d.departments.push_back(guotu);
  return d;
}

class walk : public ::testing::Test {
 protected:
  walk() : kept(store_limits(settings), [this] { return clock_ms(); }) {
    directory_change all;
    const auto town = small_town();
    all.put_areas = town.areas;
    all.put_departments = town.departments;
    EXPECT_TRUE(*run_coroutine(kept.write_directory(0, all)));
  }
  unix_ms clock_ms() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(runtime.now().time_since_epoch()).count() +
           epoch;
  }
  sim_daemon& daemon() {
    if (!started) {
      started = std::make_unique<sim_daemon>(runtime, kept, settings);
      started->start();
    }
    return *started;
  }
  std::string text(const std::string& what) {
    daemon().carrier().deliver(resident, number, what);
    daemon().step();
    return daemon().carrier().last_text();
  }
  std::size_t outbox_size() {
    std::size_t size = 0;
    for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
      size += run_coroutine(kept.read_outbox("p1", bucket, "", 1000))->size();
    return size;
  }

  sim_runtime runtime;
  unix_ms epoch = 1'790'000'000'000;
  config settings = sim_settings();
  memory_store kept;
  std::unique_ptr<sim_daemon> started;
};

}  // namespace duanwen::test
