#pragma once
// What goes wrong in one simulation and how often: each seed has its own mixture, with many kinds at zero.

#include "tests/sim/dice.hpp"

namespace duanwen::sim {

struct weather {
  // The store, by each command.
  double fails_before = 0, fails_after = 0;  ///< before or after a call took effect; nobody knows which
  double slow = 0;                           ///< answers after seconds
  milliseconds store_latency{1};
  std::size_t outages = 0;
  // The carriers, by each PDU.
  milliseconds network_delay{1}, answer_delay{1};
  double throttles = 0, fails = 0, refuses = 0, answers_twice = 0, falls_silent = 0;
  double delivers_for_nothing = 0;  ///< again what was told OK
  bool splits = false;              ///< octets come in small pieces
  std::size_t resets = 0;
  // The processes.
  std::size_t kills = 0, stops = 0;
};

inline weather draw_weather(dice& d) {
  weather w;
  const auto some = [&d](double most) {
    return d.chance(0.4) ? most * static_cast<double>(d.below(1000)) / 1000 : 0;
  };
  const auto few = [&d](std::size_t most) { return d.chance(0.5) ? d.below(most + 1) : 0; };
  w.fails_before = some(0.3);
  w.fails_after = some(0.3);
  w.slow = some(0.05);
  w.store_latency = d.within(milliseconds(0), milliseconds(30));
  w.outages = few(3);
  w.network_delay = d.within(milliseconds(0), milliseconds(200));
  w.answer_delay = d.chance(0.3) ? d.within(milliseconds(0), milliseconds(3000)) : milliseconds(20);
  w.throttles = some(0.3);
  w.fails = some(0.2);
  w.refuses = some(0.1);
  w.answers_twice = some(0.2);
  w.falls_silent = some(0.03);
  w.delivers_for_nothing = some(0.3);
  w.splits = d.chance(0.3);
  w.resets = few(6);
  w.kills = few(4);
  w.stops = few(2);
  return w;
}

}  // namespace duanwen::sim
