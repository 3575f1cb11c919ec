#pragma once
// The whole gateway over a simulated runtime and the in-memory store, with one carrier.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "gateway/core.hpp"
#include "storage/memory/memory_store.hpp"
#include "tests/support/simulated/sim_carrier.hpp"
#include "tests/support/simulated/sim_runtime.hpp"
#include "tests/support/stores/cut_store.hpp"

namespace duanwen::test {

/// Settings with one service 10690001 and one carrier "mobile".
config sim_settings();

class sim_daemon {
 public:
  /// `store` may outlive it: a second daemon on the same store is a restart.
  sim_daemon(sim_runtime& rt, store& store, config settings, std::string process = "p1");
  /// As a kill: first it is cut off from the store and its carriers, then what is left of it unwinds.
  ~sim_daemon();

  void start();
  void step();  ///< until nothing moves without time passing: gateway and carrier in turns
  void advance(std::chrono::milliseconds by);  ///< time passes, the carrier serves in between
  sim_carrier& carrier();                      ///< at the newest connection
  sim_carrier& carrier(std::size_t i);         ///< at the i-th, counted from 0
  std::size_t connections() const { return carriers_.size(); }
  /// Is shown the carrier at each new connection before it is served.
  std::function<void(sim_carrier&)> connected;
  /// A carrier at `address` dials the daemon at `port`; it serves in the daemon's steps from here on.
  sim_carrier& dial_in(std::uint16_t port, const std::string& address = "10.0.0.1");
  std::uint32_t bind_status = 0;  ///< what carriers at new connections answer a bind with
  core& the_core() { return *core_; }
  cut_store& line() { return store_; }  ///< its way to the store

 private:
  sim_runtime& runtime_;
  cut_store store_;
  config settings_;
  std::map<std::string, wording> wordings_;
  std::unique_ptr<core> core_;
  std::size_t first_connection_;
  std::vector<std::unique_ptr<sim_carrier>> carriers_, callers_;
};

}  // namespace duanwen::test
