#pragma once
// A clock that goes when a test says so, for the in-memory Store and a redis-server alike.

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "storage/records.hpp"
#include "tests/support/machine/temporary_folder.hpp"

namespace duanwen::test {

class test_clock {
 public:
  test_clock();
  ~test_clock();
  test_clock(const test_clock&) = delete;
  test_clock& operator=(const test_clock&) = delete;

  void advance(std::chrono::microseconds time);
  unix_ms now() const;
  /// What a redis-server needs in its environment to go by this clock.
  std::vector<std::string> environment() const;

 private:
  std::string file() const { return folder_ / "clock"; }
  temporary_folder folder_;
  std::int64_t* microseconds_;
};

}  // namespace duanwen::test
