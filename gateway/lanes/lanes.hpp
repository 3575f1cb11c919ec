#pragma once
// Which carrier takes a reply, and what waits for each. Time is a parameter. io thread only.

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "config/settings/config.hpp"
#include "gateway/lanes/pace.hpp"
#include "gateway/lanes/waiting_line.hpp"
#include "gateway/smpp/supervisor.hpp"
#include "storage/records.hpp"

namespace duanwen {

/// Replies on their way out together, one or, inside a submit_multi, several of the same words.
struct departure {
  std::vector<std::uint64_t> jobs;  ///< serials of outbound
  std::size_t next_segment = 0;
};

/// A carrier's queue of replies that are ready to go by it.
struct lane {
  smpp::supervisor* carrier;
  pace rate;
  waiting_line line;         ///< serials of outbound
  departure leaving;         ///< all of its segments go before the next ones'
  bool takes_multi = false;  ///< by its settings, and until it shows that it does not
  bool paused = false;       ///< by an administrator: nothing new leaves by it

  explicit lane(smpp::supervisor& c);

  const carrier_settings& settings() const { return carrier->settings(); }
  /// Not paused, and bound or down for less than failover_s: what waits for it may go on waiting.
  bool worth_waiting_for(time_point now) const;
  bool takes_replies() const { return !paused && carrier->bound(); }
};

class lanes {
 public:
  explicit lanes(const std::vector<route_settings>& routes) : routes_(routes) {}

  void add(smpp::supervisor& carrier);  ///< it must outlive this
  /// The lane that takes `entry`: of the carriers of its route, the one it came by, and all others cheapest
  /// first, the first that is worth waiting for; where none is, the first. Null: no carrier is configured.
  lane* choose(const outbox_entry& entry, time_point now);
  lane* named(const std::string& carrier);
  const lane* named(const std::string& carrier) const;
  /// Whether a carrier other than `l` could take what waits in it.
  bool another_takes_replies(const lane& l) const;
  void drop(std::uint64_t serial);  ///< it no longer waits or leaves anywhere

  auto begin() { return all_.begin(); }
  auto end() { return all_.end(); }

 private:
  const route_settings* route_of(const std::string& msisdn) const;

  const std::vector<route_settings>& routes_;
  std::deque<lane> all_;         // a deque, so that pointers to lanes stay good
  std::vector<lane*> by_price_;  // cheapest first, then as configured
};

}  // namespace duanwen
