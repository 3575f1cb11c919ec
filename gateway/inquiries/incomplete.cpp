#include "gateway/inquiries/incomplete.hpp"

#include <algorithm>

#include "gateway/runtime/sleep.hpp"

namespace duanwen {

incomplete_watch::incomplete_watch(runtime& rt, store& store, inquiries& inquiries,
                                   const reassembly_settings& settings,
                                   std::function<void(inquiry_end)> hand_over)
    : runtime_(rt),
      store_(store),
      inquiries_(inquiries),
      hand_over_(std::move(hand_over)),
      stopped_(rt.executor()) {
  // All buckets are seen within a quarter of the wait, and an idle process asks no more than a few times a
  // second.
  const std::chrono::milliseconds round = settings.parts_wait;
  pace_ =
      std::clamp(round / (4 * bucket_count), std::chrono::milliseconds(5), std::chrono::milliseconds(200));
}

asio::awaitable<void> incomplete_watch::run() {
  for (std::uint32_t bucket = 0; !stopping_; bucket = (bucket + 1) % bucket_count) {
    co_await look_into(bucket);
    const auto next = runtime_.now() + pace_;
    co_await sleep_until(runtime_, next, stopped_);
  }
}

asio::awaitable<void> incomplete_watch::look_into(std::uint32_t bucket) {
  auto due = co_await store_.take_due_parts(bucket);
  if (due.has_error()) co_return;
  for (auto& one : *due) {
    auto end = co_await inquiries_.answer_incomplete(std::move(one));
    hand_over_(std::move(end));
  }
}

void incomplete_watch::stop() {
  stopping_ = true;
  stopped_.notify();
}

}  // namespace duanwen
