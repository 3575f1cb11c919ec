#pragma once
// One daemon: the whole core on a clock, a network and a store that are simulated. It can be killed between
// any two steps.

#include <map>
#include <memory>
#include <string>

#include "gateway/core.hpp"
#include "tests/sim/faulty_store.hpp"

namespace duanwen::sim {

class process {
 public:
  /// `name` is in the store, and again that of whoever is started after it; `incarnation` is its own.
  process(std::string name, std::string incarnation, const config& settings, store& store, dice& chance,
          const weather& sky, milliseconds now);
  ~process() { kill(); }

  void start();
  void stop();  ///< as SIGTERM
  bool stopped() const { return stopped_; }
  void kill();  ///< as kill -9
  bool alive() const { return core_ != nullptr; }
  /// It will be killed after so many more steps.
  void kill_after(std::size_t steps) { steps_left_ = steps; }
  void run_to(milliseconds now);

  const std::string& name() const { return name_; }
  const std::string& incarnation() const { return incarnation_; }
  core& the_core() { return *core_; }
  test::sim_runtime& network() { return runtime_; }
  faulty_store& line() { return line_; }
  milliseconds next_wake();
  static time_point on_its_clock(milliseconds now) { return time_point(std::chrono::hours(1)) + now; }

 private:
  static constexpr std::size_t never = SIZE_MAX;
  std::string name_, incarnation_;
  config settings_;
  test::sim_runtime runtime_;
  faulty_store line_;
  std::unique_ptr<core> core_;
  std::size_t steps_left_ = never;
  bool stopped_ = false;
};

}  // namespace duanwen::sim
