#pragma once
// Which carrier takes a reply, and what waits for each. Time is a parameter. io thread only.

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "config/config.hpp"
#include "gateway/smpp/supervisor.hpp"
#include "gateway/throttle.hpp"
#include "storage/records.hpp"

namespace duanwen {

/// A carrier's queue of replies that are ready to go by it.
struct lane {
  smpp::supervisor* carrier;
  throttle rate;
  std::deque<std::uint64_t> ready;  ///< serials of outbound

  const carrier_settings& settings() const { return carrier->settings(); }
  /// Bound, or down for less than failover_s: what waits for it may go on waiting.
  bool worth_waiting_for(time_point now) const;
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
  bool another_is_bound(const lane& l) const;
  void drop(std::uint64_t serial);  ///< it no longer waits anywhere

  auto begin() { return all_.begin(); }
  auto end() { return all_.end(); }

 private:
  const route_settings* route_of(const std::string& msisdn) const;

  const std::vector<route_settings>& routes_;
  std::deque<lane> all_;         // a deque, so that pointers to lanes stay good
  std::vector<lane*> by_price_;  // cheapest first, then as configured
};

}  // namespace duanwen
