#pragma once
// The store for threads that may block: each call crosses to the io thread and waits there at most
// store_timeout.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <tuple>
#include <type_traits>

#include "config/settings/config.hpp"
#include "keywords/index/snapshot.hpp"
#include "storage/error.hpp"
#include "storage/store.hpp"

namespace duanwen {

/// The directory at one version; the document may be shared with the snapshot that is served.
struct directory_view {
  std::uint64_t version = 0;
  std::shared_ptr<const directory> document;
};

/// Any thread but the io thread. A call that takes too long fails with storage_errc::unavailable; what it
/// asked for may still happen.
class blocking_store {
 public:
  blocking_store(store& data, const asio::any_io_executor& io, milliseconds timeout);
  ~blocking_store();

  /// From now on every call, also one under way, fails with storage_errc::unavailable. Any thread.
  void stop();

  /// Reads the directory only when `latest` (null: none) is not the store's newest version.
  result<directory_view> load_directory(const snapshot_ptr& latest);

  /// One call of the store, as call(&store::ledger, from, to). Its arguments must be of the call's own types:
  /// nothing is converted that would not be converted there.
  template <class T, class... Parameters>
  result<T> call(answer<T> (store::*ask)(Parameters...), std::type_identity_t<Parameters>... arguments) {
    auto said = std::make_shared<result<T>>(failed<T>(storage_errc::unavailable));
    // Kept by the task, since a call that was given up still ends on the io thread some time.
    const std::function<answer<T>()> bound = [&data = data_, ask,
                                              kept = std::tuple<Parameters...>(std::move(arguments)...)] {
      return std::apply([&](const Parameters&... each) { return (data.*ask)(each...); }, kept);
    };
    const std::function<asio::awaitable<void>()> task = [said, bound]() -> asio::awaitable<void> {
      try {
        *said = co_await bound();
      } catch (...) {
        *said = failed<T>(ended_by_a_bug());
      }
    };
    return run(task, timeout_) ? std::move(*said) : failed<T>(storage_errc::unavailable);
  }

  /// Runs `task` on the io thread and waits for it; false when it did not come to it in time.
  bool run(std::function<void()> task);

  /// The same for what takes its time there: waits at most `at_most`.
  bool run(std::function<asio::awaitable<void>()> task, milliseconds at_most);

  /// What `ask` says on the io thread; nothing when it did not come to it in time.
  template <class T>
  std::optional<T> get(const std::function<T()>& ask) {
    auto said = std::make_shared<T>();
    if (!run([said, ask] { *said = ask(); })) return std::nullopt;
    return std::move(*said);
  }

  /// The same for what takes its time there.
  template <class T>
  std::optional<T> get(const std::function<asio::awaitable<T>()>& ask, milliseconds at_most) {
    auto said = std::make_shared<T>();
    const std::function<asio::awaitable<void>()> task = [said, ask]() -> asio::awaitable<void> {
      *said = co_await ask();
    };
    if (!run(task, at_most)) return std::nullopt;
    return std::move(*said);
  }

 private:
  static boost::system::error_code ended_by_a_bug();

  struct state;
  store& data_;
  milliseconds timeout_;
  std::shared_ptr<state> state_;
};

}  // namespace duanwen
