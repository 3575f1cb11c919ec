#pragma once
// Inquiries that a carrier was told to deliver again though the store may have them: when they come again on
// the same bind they are the same delivery to the store, under another sequence_number. io thread only.

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>

#include "storage/records.hpp"

namespace duanwen {

class refused_inquiries {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  /// Each is remembered for `kept`, as long as a store keeps it in doubt, and no more than `most` at a time:
  /// a retry of those beyond is answered anew.
  refused_inquiries(std::chrono::seconds kept, std::size_t most) : kept_(kept), most_(most) {}

  /// `arrival` as the store may have it.
  void refused(const delivery& arrival, time_point now);
  /// What the store may have that comes again by `arrival`, the one that was refused first; once each.
  std::optional<delivery> delivered_again(const delivery& arrival, time_point now);
  /// One of these octets came again by another bind, and was known there.
  void delivered_elsewhere(const delivery& arrival);
  /// Whether it was refused and did not come again.
  bool waits(const delivery& arrival) const;

 private:
  struct refusal {
    delivery arrival;
    time_point until{};
  };
  using refusals = std::deque<refusal>;                    // the oldest first
  using all_refusals = std::map<std::uint64_t, refusals>;  // by hash
  void forget(all_refusals::iterator of, const refusals::iterator& one);
  void look_for_expired(time_point now);
  void let_expire(refusals& some, time_point now);

  std::chrono::seconds kept_;
  std::size_t most_, count_ = 0;
  all_refusals by_hash_;
  time_point next_look_{};  // not for each that finds no room
};

}  // namespace duanwen
