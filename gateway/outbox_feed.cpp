#include "gateway/outbox_feed.hpp"

#include <algorithm>
#include <boost/asio/experimental/awaitable_operators.hpp>

namespace duanwen {
namespace {

constexpr std::uint32_t page = 100;  // entries read at once
constexpr auto retry = std::chrono::milliseconds(200);

}  // namespace

outbox_feed::outbox_feed(runtime& rt, store& kept, outbound& out, std::string process)
    : runtime_(rt), kept_(kept), out_(out), process_(std::move(process)), changed_(rt.executor()) {
  behind_.fill(true);
}

void outbox_feed::offer(outbox_entry entry, std::optional<time_point> arrived) {
  const auto bucket = bucket_of(entry.key.msisdn);
  if (!behind_[bucket] && out_.offer(std::move(entry), arrived)) return;
  read_bucket(bucket);
}

void outbox_feed::read_bucket(std::uint32_t bucket) {
  // From the first again: entries that were taken over may be older than what was read, and known ones are
  // not taken twice.
  read_to_[bucket].clear();
  behind_[bucket] = true;
  changed_.notify();
}

void outbox_feed::read_all() {
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket) read_bucket(bucket);
}

void outbox_feed::room_again() {
  if (std::find(behind_.begin(), behind_.end(), true) != behind_.end()) changed_.notify();
}

asio::awaitable<void> outbox_feed::run() {
  using namespace asio::experimental::awaitable_operators;
  while (!stopping_) {
    bool failed = false, full = false;
    for (std::uint32_t bucket = 0; bucket < bucket_count && !stopping_; ++bucket) {
      while (behind_[bucket] && !stopping_) {
        const auto before = read_to_[bucket];
        if (!co_await read_page(bucket)) {
          failed = true;
          break;
        }
        if (behind_[bucket] && read_to_[bucket] == before) {
          full = true;
          break;
        }
      }
    }
    if (stopping_) break;
    const auto again = runtime_.now() + (failed ? retry : full ? retry * 5 : std::chrono::hours(1));
    co_await (runtime_.sleep_until(again) || changed_.wait());
  }
}

asio::awaitable<bool> outbox_feed::read_page(std::uint32_t bucket) {
  const auto after = read_to_[bucket];
  auto entries = co_await kept_.read_outbox(process_, bucket, after, page);
  if (entries.has_error()) co_return false;
  // Asked for from the first again while this page was on its way.
  if (read_to_[bucket] != after) co_return true;
  for (auto& entry : *entries) {
    auto id = entry.id;
    if (!out_.offer(std::move(entry))) co_return true;
    read_to_[bucket] = std::move(id);
  }
  if (entries->size() < page) behind_[bucket] = false;
  co_return true;
}

void outbox_feed::stop() {
  stopping_ = true;
  changed_.notify();
}

}  // namespace duanwen
