#pragma once
// Who leaves next of those that wait for one carrier. Replies to people go before what yields: the same text
// to several, which may leave as one submit_multi, and what waited in the store. Pure.

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace duanwen {

class waiting_line {
 public:
  using serial = std::uint64_t;
  /// `place`: the lowest leaves first, no two are alike. `text` tells the same words apart from others, 0:
  /// never sent together with others.
  struct waiter {
    std::uint64_t place = 0;
    std::uint64_t text = 0;
    bool yields = false;
  };

  /// Precondition: !has(s).
  void push(serial s, waiter w);
  void erase(serial s);  ///< does nothing when it does not wait here
  /// Who leaves next, lowest place first. What yields goes when nobody else waits, and in every fifth turn,
  /// so that it does not wait for ever.
  std::optional<serial> next() const;
  void leaves(serial s);  ///< takes it out and counts the turn
  /// Those of the same text as `s`, itself first, then by place, at most `most`.
  std::vector<serial> same_text(serial s, std::size_t most) const;

  bool has(serial s) const { return waiters_.contains(s); }
  bool empty() const { return waiters_.empty(); }
  std::size_t size() const { return waiters_.size(); }
  std::vector<serial> all() const;  ///< as they would leave

 private:
  using queue = std::map<std::uint64_t, serial>;  // by place
  bool yields(const waiter& w) const;
  bool turn_to_yielding() const { return people_in_turn_ >= people_before_yielding; }
  void settle(serial s);  // into the queue where it belongs now

  static constexpr std::uint32_t people_before_yielding = 4;
  std::unordered_map<serial, waiter> waiters_;
  queue people_, yielding_;
  std::unordered_map<std::uint64_t, queue> texts_;
  std::uint32_t people_in_turn_ = 0;
};

}  // namespace duanwen
