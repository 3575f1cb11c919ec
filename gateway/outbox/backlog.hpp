#pragma once
// Whose replies of one bucket wait in the store only. A new reply to anybody else need not wait behind them.
// Pure.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "storage/records.hpp"

namespace duanwen {

class backlog {
 public:
  /// Four octets a reply are kept, for at most `replies_max` of them. Of two residents alike in these the one
  /// waits behind the other.
  explicit backlog(std::size_t replies_max) : replies_max_(replies_max) {}

  /// Whether every reply that waits in the store only was noted.
  bool complete() const { return complete_; }
  void begin() { *this = backlog(replies_max_); }
  void end() { complete_ = !overflowed_; }
  /// More were to be noted than may be; until begin() it is not known whose they are.
  bool overflowed() const { return overflowed_; }

  void note(const conversation_key& key) {
    overflowed_ = overflowed_ || residents_.size() >= replies_max_;
    complete_ = complete_ && !overflowed_;
    if (overflowed_) return;
    const auto whose = hash_of(key);
    residents_.insert(std::upper_bound(residents_.begin(), residents_.end(), whose), whose);
  }
  /// One of them was read.
  void forget(const conversation_key& key) {
    const auto found = find(key);
    if (found != residents_.end()) residents_.erase(found);
  }
  /// False only if nothing of this resident waits in the store; precondition: complete().
  bool holds(const conversation_key& key) { return find(key) != residents_.end(); }

 private:
  using hashes = std::vector<std::uint32_t>;
  static std::uint32_t hash_of(const conversation_key& key) {
    return static_cast<std::uint32_t>(std::hash<std::string>()(key.msisdn + ' ' + key.service));
  }
  hashes::iterator find(const conversation_key& key) {
    const auto whose = hash_of(key);
    const auto place = std::lower_bound(residents_.begin(), residents_.end(), whose);
    return place != residents_.end() && *place == whose ? place : residents_.end();
  }

  std::size_t replies_max_;
  hashes residents_;  // sorted
  bool complete_ = false, overflowed_ = false;
};

}  // namespace duanwen
