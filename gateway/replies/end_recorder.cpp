#include "gateway/replies/end_recorder.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>
#include <utility>

#include "gateway/runtime/backoff.hpp"

namespace duanwen {
namespace {

// Growing, so that a store that is slow is not kept slow by being asked.
constexpr auto store_retry_first = std::chrono::milliseconds(200),
               store_retry_max = std::chrono::milliseconds(2000);

}  // namespace

// What has begun goes on to its end, others wait until release() lets them leave.
bool end_recorder::may_begin(std::size_t replies) {
  if (replies == 0 || unrecorded_ + replies <= ports_.unrecorded_max) return true;
  if (!std::exchange(held_, true))
    spdlog::warn("replies are held: {} were sent and the store has not recorded their end", unrecorded_);
  return false;
}

void end_recorder::release(std::size_t replies) {
  if (replies == 0) return;
  unrecorded_ -= replies;
  if (!held_) return;
  ports_.may_leave();
  // At half, so that the log does not tell of each one that leaves as another is recorded.
  held_ = unrecorded_ > ports_.unrecorded_max / 2;
  if (!held_) spdlog::info("replies leave again: {} sent ones are not recorded", unrecorded_);
}

void end_recorder::record(reply_finish end, std::function<void()> done) {
  ++recording_;
  asio::co_spawn(ports_.rt.executor(), record_in_store(std::move(end), std::move(done)),
                 [](const std::exception_ptr& failure) {
                   if (failure) spdlog::critical("outbound: finishing a reply ended by a bug");
                 });
}

asio::awaitable<void> end_recorder::record_in_store(reply_finish end, std::function<void()> done) {
  backoff waits(store_retry_first, store_retry_max);
  while (true) {
    const auto begun = ports_.rt.now();
    const auto recorded = co_await ports_.store.finish(end);
    if (recorded.has_value() && ports_.took) ports_.took(ports_.rt.now() - begun);
    if (recorded.has_value()) break;
    if (!may_heal(recorded.error())) {
      spdlog::error("outbound: a sent reply cannot be finished: {}", recorded.error().message());
      break;
    }
    if (stop_at_the_latest_ && ports_.rt.now() >= *stop_at_the_latest_) break;
    const auto again = ports_.rt.now() + waits.next(ports_.rt.random());
    co_await ports_.rt.sleep_until(again);
  }
  --recording_;
  done();
}

}  // namespace duanwen
