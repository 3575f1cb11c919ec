#include "gateway/outbox/outbox_feed.hpp"

#include <algorithm>

#include "gateway/runtime/sleep.hpp"
#include "storage/outbox_id.hpp"

namespace duanwen {
namespace {

constexpr std::uint32_t read_at_once = 100;
constexpr std::uint32_t look_page = 1000;
constexpr auto retry = std::chrono::milliseconds(200);
constexpr auto look_for_room = std::chrono::seconds(1);

}  // namespace

outbox_feed::outbox_feed(runtime& rt, store& store, outbound& outbound, const outbox_settings& settings,
                         std::string process)
    : runtime_(rt),
      store_(store),
      outbound_(outbound),
      process_(std::move(process)),
      held_max_(settings.in_memory_max),
      low_water_(settings.in_memory_max / 2),
      buckets_(bucket_count, bucket_state(settings.noted_max / bucket_count)),
      changed_(rt.executor()) {}

void outbox_feed::offer(outbox_entry entry) {
  const auto bucket = bucket_of(entry.key.msisdn);
  auto& b = buckets_[bucket];
  if (outbound_.knows(entry)) return;
  // It was read before its commit was heard of, and may be over: only the store knows whether it still waits.
  if (!came_after(entry.id, b.ever_read_to)) return read_bucket(bucket);
  if (!b.behind || b.waiting.complete()) return take(b, std::move(entry));
  if (b.waiting.overflowed()) return;  // so many wait that it is read with them in its turn
  changed_.notify();
  if (held_ >= held_max_) return;  // it is read with the others
  ++held_;
  b.held.push_back(std::move(entry));
}

// Straight to outbound, unless something older of the same resident would be passed by.
void outbox_feed::take(bucket_state& b, outbox_entry entry) {
  auto key = entry.key;
  const bool passes_by = b.behind && b.waiting.holds(key);
  if (!passes_by && outbound_.offer(std::move(entry)) != offer_result::full) return;
  if (!b.behind) {
    // The first that does not fit; from here on all that waits in the store is known.
    b.behind = true;
    b.waiting.begin();
    b.waiting.end();
    changed_.notify();
  }
  b.waiting.note(key);
}

void outbox_feed::drop_held(bucket_state& b) {
  held_ -= b.held.size();
  b.held.clear();
}

void outbox_feed::take_held(bucket_state& b) {
  held_ -= b.held.size();
  for (auto& entry : std::exchange(b.held, {})) take(b, std::move(entry));
}

void outbox_feed::read_bucket(std::uint32_t bucket) {
  // From the first again: entries that were taken over may be older than what was read, and known ones are
  // not taken twice.
  auto& b = buckets_[bucket];
  ++b.beginning;
  b.read_to.clear();
  b.behind = true;
  drop_held(b);  // those that are still ours are read with the others
  b.waiting.begin();
  changed_.notify();
}

void outbox_feed::read_all() {
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket) read_bucket(bucket);
}

bool outbox_feed::any_behind() const {
  return std::any_of(buckets_.begin(), buckets_.end(), [](const auto& b) { return b.behind; });
}

void outbox_feed::room_again() {
  // Not for every single one, since a page is read at a time.
  if (any_behind() && outbound_.waiting() <= low_water_) changed_.notify();
}

asio::awaitable<void> outbox_feed::run() {
  while (!stopping_) {
    auto end = co_await read_round();
    // Whose replies have to wait is looked up where new ones ask for it, however long reading goes on.
    for (std::uint32_t bucket = 0; bucket < bucket_count && !stopping_ && end != page_end::failed; ++bucket)
      if (!buckets_[bucket].held.empty() && !co_await look_through(bucket)) end = page_end::failed;
    if (stopping_) break;
    if (end == page_end::more) continue;
    const auto wait = end == page_end::failed ? retry : any_behind() ? look_for_room : std::chrono::hours(1);
    const auto again = runtime_.now() + wait;
    co_await sleep_until(runtime_, again, changed_);
  }
}

// A page of each bucket, or what there is room for, so that none waits until all others are read.
asio::awaitable<outbox_feed::page_end> outbox_feed::read_round() {
  auto round = page_end::done;
  const auto first = next_bucket_;
  for (std::uint32_t turn = 0; turn < bucket_count && !stopping_; ++turn) {
    next_bucket_ = (first + turn) % bucket_count;
    auto& b = buckets_[next_bucket_];
    if (!b.behind) continue;
    const auto from = b.read_to;
    const auto end = co_await read_page(next_bucket_);
    if (end == page_end::full && b.read_to != from) next_bucket_ = (next_bucket_ + 1) % bucket_count;
    if (end == page_end::failed || end == page_end::full) co_return end;
    if (end == page_end::more) round = end;
  }
  co_return round;
}

asio::awaitable<outbox_feed::page_end> outbox_feed::read_page(std::uint32_t bucket) {
  auto& b = buckets_[bucket];
  const auto after = b.read_to;
  const auto beginning = b.beginning;
  auto entries = co_await store_.read_outbox(process_, bucket, after, read_at_once);
  if (entries.has_error()) co_return page_end::failed;
  // Asked for from the first again while this page was on its way.
  if (b.beginning != beginning) co_return page_end::more;
  for (auto& entry : *entries) {
    auto id = entry.id;
    const auto key = entry.key;
    if (!entry.in_doubt.empty()) entry.mark = trace_mark(key, entry.in_doubt.front());
    const auto what = outbound_.offer(std::move(entry), true);
    if (what == offer_result::full) co_return page_end::full;
    if (what == offer_result::taken) b.waiting.forget(key);
    held_ -= std::erase_if(b.held, [&id](const auto& held) { return held.id == id; });
    b.read_to = std::move(id);
    if (came_after(b.read_to, b.ever_read_to)) b.ever_read_to = b.read_to;
  }
  if (entries->size() == read_at_once) co_return page_end::more;
  b.behind = false;
  b.waiting.begin();
  take_held(b);
  co_return page_end::done;
}

// Notes all that waits in the bucket, and then lets new ones go that need not wait.
asio::awaitable<bool> outbox_feed::look_through(std::uint32_t bucket) {
  auto& b = buckets_[bucket];
  b.waiting.begin();
  const auto beginning = b.beginning;
  auto after = b.read_to;
  while (!stopping_) {
    const auto entries = co_await store_.read_outbox(process_, bucket, after, look_page);
    if (entries.has_error()) co_return false;
    if (b.beginning != beginning) co_return true;  // nothing is held any more; who holds again, comes back
    for (const auto& entry : *entries) {
      const bool is_held =
          std::any_of(b.held.begin(), b.held.end(), [&](const auto& held) { return held.id == entry.id; });
      if (!is_held && !outbound_.knows(entry)) b.waiting.note(entry.key);
      after = entry.id;
    }
    if (b.waiting.overflowed()) {
      drop_held(b);
      co_return true;
    }
    if (entries->size() < look_page) break;
  }
  b.waiting.end();
  if (b.waiting.complete()) take_held(b);
  co_return true;
}

void outbox_feed::stop() {
  stopping_ = true;
  changed_.notify();
}

}  // namespace duanwen
