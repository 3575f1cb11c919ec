#pragma once
// What is going to happen in the world outside the processes, by time; at one time in the order in which it
// was planned.

#include <functional>
#include <map>
#include <utility>

#include "tests/sim/dice.hpp"

namespace duanwen::sim {

class agenda {
 public:
  milliseconds now() const { return now_; }
  void in(milliseconds wait, std::function<void()> what) { planned_.emplace(now_ + wait, std::move(what)); }
  void at(milliseconds when, std::function<void()> what) { planned_.emplace(when, std::move(what)); }
  milliseconds next() const { return planned_.empty() ? milliseconds::max() : planned_.begin()->first; }
  /// Time becomes `when`, and what is due by then happens.
  void pass_to(milliseconds when) {
    now_ = when;
    while (next() <= when) {
      const auto what = std::move(planned_.begin()->second);
      planned_.erase(planned_.begin());
      what();
    }
  }

 private:
  milliseconds now_{0};
  std::multimap<milliseconds, std::function<void()>> planned_;
};

}  // namespace duanwen::sim
