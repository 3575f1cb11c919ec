#include "gateway/upkeep/lease.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "gateway/runtime/backoff.hpp"
#include "gateway/runtime/sleep.hpp"

namespace duanwen {
namespace {

constexpr std::uint32_t take_over_page = 500;  // entries a script call moves
constexpr auto renew_again_first = std::chrono::milliseconds(20);
constexpr auto renew_again_max = std::chrono::milliseconds(500);

}  // namespace

lease_keeper::lease_keeper(runtime& rt, store& store, store_clock& clock, const outbox_settings& settings,
                           std::string process, std::function<void(std::uint32_t)> taken,
                           std::function<void()> got, std::function<void()> linked_anew)
    : runtime_(rt),
      store_(store),
      clock_(clock),
      settings_(settings),
      process_(std::move(process)),
      taken_(std::move(taken)),
      got_(std::move(got)),
      linked_anew_(std::move(linked_anew)),
      stopped_(rt.executor()) {}

bool lease_keeper::held() const { return runtime_.now() < held_until_; }

asio::awaitable<void> lease_keeper::run() {
  backoff waits(renew_again_first, renew_again_max);
  while (!stopping_) {
    const bool renewed = co_await renew();
    if (renewed) waits.reset();
    if (held()) co_await take_over_dead();
    // A store that was away may be back at any moment, and nothing is sent before.
    const std::chrono::milliseconds regular = settings_.lease / 4;
    const auto next = runtime_.now() + (renewed ? regular : std::min(regular, waits.next(runtime_.random())));
    co_await sleep_until(runtime_, next, stopped_);
  }
}

asio::awaitable<bool> lease_keeper::renew() {
  // Counted from before the call, so that the store never ends the lease earlier than we do; a fifth is the
  // margin.
  const auto begun = runtime_.now();
  const auto renewed = co_await store_.renew_lease(process_);
  if (renewed.has_error()) co_return false;
  clock_.heard(*renewed);
  const bool lapsed = !held();
  held_until_ = begun + std::chrono::milliseconds(settings_.lease) * 4 / 5;
  const auto links_before = std::exchange(links_made_, store_.links_made());
  if (lapsed && held())
    got_();
  else if (links_made_ != links_before)
    linked_anew_();
  co_return true;
}

asio::awaitable<void> lease_keeper::take_over_dead() {
  const auto dead = co_await store_.dead_processes();
  if (dead.has_error()) co_return;
  for (const auto& other : *dead) {
    if (other == process_) continue;
    std::uint32_t moved_in_all = 0;
    for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket) {
      while (!stopping_ && held()) {
        const auto moved = co_await store_.take_over(other, process_, bucket, take_over_page);
        if (moved.has_error()) {
          taken_(bucket);  // perhaps it was done, and nothing else would look for what is ours now
          co_return;
        }
        if (*moved == 0) break;
        moved_in_all += *moved;
        taken_(bucket);
      }
      if (stopping_ || !held()) co_return;
    }
    spdlog::warn("process {} is gone; {} of its replies were taken over", other, moved_in_all);
    const auto forgotten = co_await store_.forget_process(other);
    if (forgotten.has_error()) co_return;
  }
}

void lease_keeper::stop() {
  stopping_ = true;
  stopped_.notify();
}

}  // namespace duanwen
