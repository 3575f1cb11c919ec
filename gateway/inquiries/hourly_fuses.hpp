#pragma once
// Segments that departments and carriers answered with in this hour, by Redis' clock. Above a limit only who
// got nothing in this hour is answered; the next hour begins anew. A process counts what it decided and hears
// within a second what the others did. io thread only.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "config/settings/config.hpp"
#include "gateway/metrics/metrics.hpp"
#include "keywords/conversation/decision.hpp"
#include "storage/records.hpp"

namespace duanwen {

class hourly_fuses {
 public:
  hourly_fuses(const config& settings, metrics& metrics);

  /// Whether any department or carrier has a limit.
  bool any() const { return any_; }
  /// Takes the answer away (outcome::fused) where its department or `carrier` has had its segments, unless it
  /// is the first of the hour for `who`, who stood at `before`. Tells of each trip once an hour, also of a
  /// resident's, who was refused by decide().
  void judge(decision& d, const conversation_key& who, const conversation& before, const std::string& carrier,
             unix_ms now);
  /// An answer of `segments` that is safe in the store now.
  void count(const reply& answer, std::uint32_t segments, const std::string& carrier, unix_ms now);

  /// What this process counted in the hour of `now`, to be told to the others.
  std::vector<hourly_count> tell(unix_ms now);
  /// What all have told of `hour`, this process what tell() said last.
  void heard(std::int64_t hour, const std::vector<hourly_count>& all);

  struct standing {
    std::uint64_t segments = 0, limit = 0;
    bool tripped = false;
  };
  /// None: the carrier has no limit.
  std::optional<standing> of_carrier(const std::string& name, unix_ms now);

 private:
  struct used {
    std::uint64_t own = 0, told = 0, others = 0;
    std::uint64_t all() const { return own + others; }
  };
  void turn_to(unix_ms now);
  bool burnt(const std::string& name, std::uint64_t limit, std::uint64_t more) const;
  void trip(fuse_kind kind, const std::string& whose, const std::string& shown, const char* setting);
  std::uint64_t limit_of(const std::string& carrier) const;

  const config& settings_;
  metrics& metrics_;
  bool any_ = false;
  std::int64_t hour_ = 0;
  std::map<std::string, used> used_;                     // by d:department and c:carrier
  std::set<std::pair<fuse_kind, std::string>> tripped_;  // in this hour
};

/// Hours since 1970.
std::int64_t hour_of(unix_ms when);

}  // namespace duanwen
