// The one bridge from HTTP threads to the io thread.
#include "admin/editing/blocking_store.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <condition_variable>
#include <mutex>
#include <optional>

#include "storage/store.hpp"

namespace duanwen {

// Shared with every call, since a call that was given up still ends on the io thread some time.
struct blocking_store::state {
  state(store& d, const asio::any_io_executor& e, milliseconds t) : data(d), io(e), timeout(t) {}
  store& data;
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

namespace {

template <class T, class State>
result<T> call_store(const std::shared_ptr<State>& shared, std::function<answer<T>(store&)> ask) {
  if (shared->is_stopped()) return failed<T>(storage_errc::unavailable);
  auto call = std::make_shared<typename State::template waiting<result<T>>>();
  asio::co_spawn(
      shared->io, [shared, ask = std::move(ask)] { return ask(shared->data); },
      [shared, call](const std::exception_ptr& bug, result<T> answered) {
        if (bug) spdlog::error("admin: a call of the store ended by a bug");
        shared->finish(*call, bug ? failed<T>(storage_errc::refused) : std::move(answered));
      });
  auto ended = shared->await_end(*call);
  return ended ? std::move(*ended) : failed<T>(storage_errc::unavailable);
}

}  // namespace

blocking_store::blocking_store(store& data, const asio::any_io_executor& io, milliseconds timeout)
    : state_(std::make_shared<state>(data, io, timeout)) {}

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

result<directory_view> blocking_store::load_directory(const snapshot_ptr& latest) {
  const auto version =
      call_store<std::uint64_t>(state_, [](store& data) { return data.directory_version(); });
  if (!version) return version.error();
  if (latest && latest->version() == *version)
    return directory_view{*version, std::shared_ptr<const directory>(latest, &latest->document())};
  auto loaded = call_store<versioned_directory>(state_, [](store& data) { return data.load_directory(); });
  if (!loaded) return loaded.error();
  return directory_view{loaded->version, std::make_shared<directory>(std::move(loaded->document))};
}

result<bool> blocking_store::write_directory(std::uint64_t expected_version, const directory_change& change) {
  return call_store<bool>(state_, [expected_version, change](store& data) {
    return data.write_directory(expected_version, change);
  });
}

result<std::vector<token_record>> blocking_store::load_tokens() {
  return call_store<std::vector<token_record>>(state_, [](store& data) { return data.load_tokens(); });
}

result<bool> blocking_store::put_token(const token_record& token) {
  return call_store<bool>(state_, [token](store& data) { return data.put_token(token); });
}

result<bool> blocking_store::remove_token(const std::string& name) {
  return call_store<bool>(state_, [name](store& data) { return data.remove_token(name); });
}

result<stored_conversation> blocking_store::load_conversation(const conversation_key& key) {
  return call_store<stored_conversation>(state_, [key](store& data) { return data.load_conversation(key); });
}

result<std::vector<ledger_row>> blocking_store::ledger(const std::string& from_day,
                                                       const std::string& to_day) {
  return call_store<std::vector<ledger_row>>(
      state_, [from_day, to_day](store& data) { return data.ledger(from_day, to_day); });
}

result<std::vector<dead_letter>> blocking_store::dead_letters(std::uint32_t limit) {
  return call_store<std::vector<dead_letter>>(state_,
                                              [limit](store& data) { return data.dead_letters(limit); });
}

result<std::vector<trace_record>> blocking_store::traces(const std::string& msisdn) {
  return call_store<std::vector<trace_record>>(state_, [msisdn](store& data) { return data.traces(msisdn); });
}

result<std::vector<unmatched_text>> blocking_store::unmatched(const std::string& from_day,
                                                              const std::string& to_day) {
  return call_store<std::vector<unmatched_text>>(
      state_, [from_day, to_day](store& data) { return data.unmatched(from_day, to_day); });
}

result<bool> blocking_store::append_audit(const audit_record& record) {
  return call_store<bool>(state_, [record](store& data) { return data.append_audit(record); });
}

result<std::vector<audit_record>> blocking_store::audit(std::uint32_t limit) {
  return call_store<std::vector<audit_record>>(state_, [limit](store& data) { return data.audit(limit); });
}

result<forgotten> blocking_store::forget_resident(const std::string& msisdn,
                                                  const std::vector<std::string>& services) {
  return call_store<forgotten>(
      state_, [msisdn, services](store& data) { return data.forget_resident(msisdn, services); });
}

result<bool> blocking_store::requeue_dead_letter(const std::string& id, const std::string& process) {
  return call_store<bool>(state_,
                          [id, process](store& data) { return data.requeue_dead_letter(id, process); });
}

result<bool> blocking_store::delete_dead_letter(const std::string& id) {
  return call_store<bool>(state_, [id](store& data) { return data.delete_dead_letter(id); });
}

result<std::vector<outbox_entry>> blocking_store::waiting_replies(std::uint32_t limit) {
  return call_store<std::vector<outbox_entry>>(state_,
                                               [limit](store& data) { return data.waiting_replies(limit); });
}

}  // namespace duanwen
