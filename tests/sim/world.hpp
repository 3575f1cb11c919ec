#pragma once
// One simulation: residents, carriers, processes and a store, all driven by one seed. Faults come for a
// while, then stop, and everything has to come to its end.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "storage/memory/memory_store.hpp"
#include "tests/sim/centre.hpp"
#include "tests/sim/process.hpp"
#include "tests/sim/watched_store.hpp"

namespace duanwen::sim {

/// What a test of the checkers breaks; each of them has to be noticed.
struct mutation {
  /// What processes have as their store, over the shared one.
  std::function<std::unique_ptr<store>(store& shared)> lying_store;
  std::function<void(config& of_processes)> settings;  ///< other than what the rules are taken from
  std::function<void(centre&)> carriers;
  std::function<void(test::sim_connection&)> wire;  ///< after each step, before anybody reads
  milliseconds at_the_latest{600000};               ///< everything has to have come to its end
};

struct world_options {
  std::uint64_t seed = 1;
  bool keeps_log = false;
  mutation broken;
};

class world {
 public:
  explicit world(world_options options);
  ~world();

  /// Runs to its end; the verdict says which rule was broken first.
  const verdict& run();

 private:
  void draw_settings();
  void plan_inquiries();
  void plan_faults();
  void ask(std::size_t resident);
  void begin(std::size_t i);
  void kill_some();
  void stop_some();
  void store_away();
  void calm();
  bool quiet();
  void watch_for_quiet();
  void judge_the_rest();
  void step();
  void look_at(std::size_t i);
  static bool all_bound(const core& one);
  std::size_t outbox_size();
  unix_ms store_time() const;

  world_options options_;
  dice dice_;
  weather sky_;
  config settings_;
  agenda agenda_;
  verdict verdict_;
  inquiry_watch inquiries_;
  reply_watch replies_;
  doubt_watch doubts_;
  link_watch links_;
  std::unique_ptr<memory_store> store_;
  store_watches store_watches_;
  std::unique_ptr<watched_store> watched_;
  std::unique_ptr<store> lying_;
  std::uint32_t next_number_ = 1;
  std::vector<std::unique_ptr<process>> gone_;  // links may still hold on to their runtimes
  struct slot {
    std::string name;
    std::unique_ptr<process> running;
    std::size_t incarnations = 0, connections_seen = 0;
    bool stopping = false, ended = false;
  };
  std::vector<slot> slots_;
  std::vector<std::unique_ptr<centre>> centres_;        // by port
  std::vector<std::vector<std::uint32_t>> items_left_;  // by resident: not asked for yet
  bool over_ = false;
};

}  // namespace duanwen::sim
