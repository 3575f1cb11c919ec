#pragma once
// Inquiries that a carrier was told to deliver again though the store may have them: when they come again on
// the same bind they are the same delivery to the store, under another sequence_number. io thread only.

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <tuple>

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
  /// Whether it was refused and did not come again.
  bool waits(const delivery& arrival) const;

 private:
  using octets = std::tuple<std::string, std::uint64_t, std::uint64_t>;  // link, bind epoch, hash
  struct refusal {
    std::uint32_t sequence_number = 0;
    time_point until{};
  };
  static octets octets_of(const delivery& arrival) {
    return {arrival.link, arrival.bind_epoch, arrival.hash};
  }
  void let_expire(time_point now);

  std::chrono::seconds kept_;
  std::size_t most_, count_ = 0;
  std::map<octets, std::deque<refusal>> by_octets_;
};

}  // namespace duanwen
