// The one bridge from HTTP threads to the io thread.
#include "admin/editing/blocking_store.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace duanwen {

// Shared with every call, since a call that was given up still ends on the io thread some time.
struct blocking_store::state {
  state(const asio::any_io_executor& e, milliseconds t) : io(e), timeout(t) {}
  asio::any_io_executor io;
  milliseconds timeout;
  std::mutex guard;
  std::condition_variable changed;
  bool stopped = false;

  template <class T>
  struct waiting {
    std::optional<T> value;
  };

  template <class T>
  void finish(waiting<T>& call, T value) {
    const std::lock_guard lock(guard);
    call.value.emplace(std::move(value));
    changed.notify_all();
  }

  /// Nothing when it was not finished in time, or when the store is stopped.
  template <class T>
  std::optional<T> await_end(waiting<T>& call) {
    return await_end(call, timeout);
  }
  template <class T>
  std::optional<T> await_end(waiting<T>& call, milliseconds at_most) {
    std::unique_lock lock(guard);
    changed.wait_for(lock, at_most, [&] { return stopped || call.value.has_value(); });
    return std::move(call.value);
  }

  bool is_stopped() {
    const std::lock_guard lock(guard);
    return stopped;
  }
};

blocking_store::blocking_store(store& data, const asio::any_io_executor& io, milliseconds timeout)
    : data_(data), timeout_(timeout), state_(std::make_shared<state>(io, timeout)) {}

blocking_store::~blocking_store() { stop(); }

void blocking_store::stop() {
  const std::lock_guard lock(state_->guard);
  state_->stopped = true;
  state_->changed.notify_all();
}

bool blocking_store::run(std::function<void()> task) {
  if (state_->is_stopped()) return false;
  auto call = std::make_shared<state::waiting<bool>>();
  asio::post(state_->io, [shared = state_, call, task = std::move(task)] {
    task();
    shared->finish(*call, true);
  });
  return state_->await_end(*call).has_value();
}

bool blocking_store::run(std::function<asio::awaitable<void>()> task, milliseconds at_most) {
  if (state_->is_stopped()) return false;
  auto call = std::make_shared<state::waiting<bool>>();
  asio::co_spawn(
      state_->io, [task = std::move(task)] { return task(); },
      [shared = state_, call](const std::exception_ptr& bug) {
        if (bug) spdlog::error("admin: a task on the io thread ended by a bug");
        shared->finish(*call, !bug);
      });
  return state_->await_end(*call, at_most).value_or(false);
}

boost::system::error_code blocking_store::ended_by_a_bug() {
  spdlog::error("admin: a call of the store ended by a bug");
  return storage_errc::refused;
}

result<directory_view> blocking_store::load_directory(const snapshot_ptr& latest) {
  const auto version = call(&store::directory_version);
  if (!version) return version.error();
  if (latest && latest->version() == *version)
    return directory_view{*version, std::shared_ptr<const directory>(latest, &latest->document())};
  auto loaded = call(&store::load_directory);
  if (!loaded) return loaded.error();
  return directory_view{loaded->version, std::make_shared<directory>(std::move(loaded->document))};
}

}  // namespace duanwen
