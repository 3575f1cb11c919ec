#pragma once
// The store for threads that may block: each call crosses to the io thread and waits there at most
// store_timeout.

#include <boost/asio/awaitable.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "config/settings/config.hpp"
#include "keywords/index/snapshot.hpp"
#include "storage/error.hpp"
#include "storage/records.hpp"

namespace boost::asio {
class any_io_executor;
}

namespace duanwen {

class store;

/// The directory at one version; the document may be shared with the snapshot that is served.
struct directory_view {
  std::uint64_t version = 0;
  std::shared_ptr<const directory> document;
};

/// Any thread but the io thread. A call that takes too long fails with storage_errc::unavailable; what it
/// asked for may still happen.
class blocking_store {
 public:
  blocking_store(store& data, const boost::asio::any_io_executor& io, milliseconds timeout);
  ~blocking_store();

  /// From now on every call, also one under way, fails with storage_errc::unavailable. Any thread.
  void stop();

  /// Reads the directory only when `latest` (null: none) is not the store's newest version.
  result<directory_view> load_directory(const snapshot_ptr& latest);
  result<bool> write_directory(std::uint64_t expected_version, const directory_change& change);
  result<std::vector<token_record>> load_tokens();
  result<bool> put_token(const token_record& token);
  result<bool> remove_token(const std::string& name);
  result<stored_conversation> load_conversation(const conversation_key& key);
  result<std::vector<ledger_row>> ledger(const std::string& from_day, const std::string& to_day);
  result<std::vector<dead_letter>> dead_letters(std::uint32_t limit);
  result<std::vector<trace_record>> traces(const std::string& msisdn);
  result<std::vector<unmatched_text>> unmatched(const std::string& from_day, const std::string& to_day);
  result<bool> append_audit(const audit_record& record);
  result<std::vector<audit_record>> audit(std::uint32_t limit);
  result<forgotten> forget_resident(const std::string& msisdn, const std::vector<std::string>& services);
  result<bool> requeue_dead_letter(const std::string& id, const std::string& process);
  result<bool> delete_dead_letter(const std::string& id);
  result<std::vector<outbox_entry>> waiting_replies(std::uint32_t limit);

  /// Runs `task` on the io thread and waits for it; false when it did not come to it in time.
  bool run(std::function<void()> task);

  /// The same for what takes its time there: waits at most `at_most`.
  bool run(std::function<boost::asio::awaitable<void>()> task, milliseconds at_most);

  /// What `ask` says on the io thread; nothing when it did not come to it in time.
  template <class T>
  std::optional<T> get(const std::function<T()>& ask) {
    auto said = std::make_shared<T>();
    if (!run([said, ask] { *said = ask(); })) return std::nullopt;
    return std::move(*said);
  }

  /// The same for what takes its time there.
  template <class T>
  std::optional<T> get(const std::function<boost::asio::awaitable<T>()>& ask, milliseconds at_most) {
    auto said = std::make_shared<T>();
    const std::function<boost::asio::awaitable<void>()> task = [said, ask]() -> boost::asio::awaitable<void> {
      *said = co_await ask();
    };
    if (!run(task, at_most)) return std::nullopt;
    return std::move(*said);
  }

 private:
  struct state;
  std::shared_ptr<state> state_;
};

}  // namespace duanwen
