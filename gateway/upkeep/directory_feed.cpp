#include "gateway/upkeep/directory_feed.hpp"

#include <spdlog/spdlog.h>

#include "gateway/runtime/backoff.hpp"
#include "gateway/runtime/sleep.hpp"

namespace duanwen {
namespace {

constexpr auto ask_again_first = std::chrono::milliseconds(20);

}  // namespace

directory_feed::directory_feed(runtime& rt, store& store, std::chrono::milliseconds poll)
    : runtime_(rt), store_(store), poll_(poll), stopped_(rt.executor()) {}

asio::awaitable<void> directory_feed::run() {
  backoff waits(ask_again_first, poll_);
  while (!stopping_) {
    const bool refreshed = co_await refresh();
    if (refreshed) waits.reset();
    const auto next = runtime_.now() + (refreshed ? poll_ : waits.next(runtime_.random()));
    co_await sleep_until(runtime_, next, stopped_);
  }
}

asio::awaitable<bool> directory_feed::refresh() {
  const auto version = co_await store_.directory_version();
  if (version.has_error()) co_return false;
  const auto served = current();
  if (served && served->version() == *version) co_return true;
  auto loaded = co_await store_.load_directory();
  if (loaded.has_error()) co_return false;
  const auto newer = std::make_shared<const snapshot>(loaded->version, std::move(loaded->document));
  current_.store(newer);
  spdlog::info("directory version {}: {} departments, {} themes", newer->version(),
               newer->document().departments.size(), newer->document().themes.size());
  co_return true;
}

void directory_feed::stop() {
  stopping_ = true;
  stopped_.notify();
}

}  // namespace duanwen
