#pragma once
// A store at the end of a bad line: each command may be late, may never take effect, or may take effect
// with unknown outcome. Commands keep their order, as those of one connection do.

#include <algorithm>
#include <functional>
#include <utility>

#include "tests/sim/weather.hpp"
#include "tests/support/simulated/sim_runtime.hpp"
#include "tests/support/stores/passing_store.hpp"

namespace duanwen::sim {

class faulty_store final : public test::passing_store<faulty_store> {
 public:
  faulty_store(store& inner, test::sim_runtime& rt, dice& chance, const weather& sky)
      : inner_(inner), runtime_(rt), dice_(chance), sky_(sky) {}

  /// Until then every command fails at once.
  void away_until(time_point when) {
    if (up()) ++links_made_;
    away_until_ = std::max(away_until_, when);
  }
  bool up() const override { return runtime_.now() >= away_until_; }
  std::uint64_t links_made() const override { return links_made_; }
  std::string trouble() const override { return up() ? "" : "away"; }
  answer<bool> finish(reply_finish f) override {
    const auto resident = f.key.msisdn;
    auto done = co_await passing_store::finish(std::move(f));
    if (done.has_error()) finish_failed(resident);
    co_return done;
  }
  std::function<void(const std::string& resident)> finish_failed;

  template <class T, class... Arguments, class... Given>
  answer<T> pass(answer<T> (store::*call)(Arguments...), Given&&... given) {
    return late(call, std::decay_t<Given>(std::forward<Given>(given))...);
  }

 private:
  struct fate {
    time_point reached{}, heard{};
    bool never = false, unknown_outcome = false;
  };

  template <class T, class... Arguments>
  answer<T> late(answer<T> (store::*call)(Arguments...), Arguments... given) {
    const fate one = draw();
    if (!up()) co_return failed<T>(make_error_code(storage_errc::unavailable));
    co_await runtime_.sleep_until(one.reached);
    if (one.never || !up()) co_return failed<T>(make_error_code(storage_errc::unavailable));
    auto done = co_await (inner_.*call)(std::move(given)...);
    co_await runtime_.sleep_until(one.heard);
    if (one.unknown_outcome || !up()) co_return failed<T>(make_error_code(storage_errc::unknown_outcome));
    co_return done;
  }

  fate draw() {
    constexpr milliseconds slow_least{500}, slow_most{3000};
    // No two at one moment, so that the order of commands and of answers is that of the line.
    constexpr std::chrono::nanoseconds apart{1};
    fate one;
    const auto latency = sky_.store_latency / 2;
    reached_ = one.reached =
        std::max(reached_ + apart, runtime_.now() + dice_.within(milliseconds(0), latency));
    const bool slow = dice_.chance(sky_.slow);
    const auto back = slow ? dice_.within(slow_least, slow_most) : dice_.within(milliseconds(0), latency);
    heard_ = one.heard = std::max(heard_ + apart, one.reached + back);
    one.never = dice_.chance(sky_.fails_before);
    one.unknown_outcome = dice_.chance(sky_.fails_after);
    return one;
  }

  store& inner_;
  test::sim_runtime& runtime_;
  dice& dice_;
  const weather& sky_;
  std::uint64_t links_made_ = 1;
  time_point away_until_{}, reached_{}, heard_{};
};

}  // namespace duanwen::sim
