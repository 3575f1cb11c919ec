#include "gateway/directory_feed.hpp"

#include <spdlog/spdlog.h>

#include "gateway/sleep.hpp"

namespace duanwen {

directory_feed::directory_feed(runtime& rt, store& kept, std::chrono::milliseconds poll)
    : runtime_(rt), kept_(kept), poll_(poll), stopped_(rt.executor()) {}

asio::awaitable<void> directory_feed::run() {
  while (!stopping_) {
    co_await refresh();
    const auto next = runtime_.now() + poll_;
    co_await sleep_until(runtime_, next, stopped_);
  }
}

asio::awaitable<void> directory_feed::refresh() {
  const auto version = co_await kept_.directory_version();
  if (version.has_error()) co_return;
  const auto served = current();
  if (served && served->version() == *version) co_return;
  auto loaded = co_await kept_.load_directory();
  if (loaded.has_error()) co_return;
  const auto newer = std::make_shared<const snapshot>(loaded->version, std::move(loaded->document));
  current_.store(newer);
  spdlog::info("directory version {}: {} departments, {} themes", newer->version(),
               newer->document().departments.size(), newer->document().themes.size());
}

void directory_feed::stop() {
  stopping_ = true;
  stopped_.notify();
}

}  // namespace duanwen
