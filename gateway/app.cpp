#include "gateway/app.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>

#include "admin/server.hpp"
#include "admin/views/status_json.hpp"
#include "config/settings/changes.hpp"
#include "gateway/commands/exit_codes.hpp"
#include "gateway/core.hpp"
#include "gateway/log.hpp"
#include "gateway/runtime/asio_runtime.hpp"
#include "gateway/status_socket.hpp"
#include "gateway/stop_watchdog.hpp"
#include "storage/opening/open_store.hpp"

namespace duanwen {
namespace {

class daemon {
 public:
  explicit daemon(loaded_settings loaded)
      : path_(std::move(loaded.path)),
        settings_(std::move(loaded.settings)),
        wordings_(std::move(loaded.wordings)),
        warnings_(std::move(loaded.warnings)),
        runtime_(io_),
        opened_(io_, settings_, store_user::daemon),
        core_(runtime_, opened_.kept(), settings_, wordings_, opened_.process(),
              [](const char*) { die(exit_failed); }),
        admin_(admin_ports_of()),
        status_(runtime_, data_dir(settings_.gateway.data_dir).status_socket(),
                [this] { return status_text(); }),
        signals_(io_, SIGTERM, SIGINT, SIGHUP),
        stop_asked_(io_.get_executor()) {}

  int run();

 private:
  static constexpr int exit_failed = 1, exit_cut_off = 3;

  void await_signal();
  void read_again();
  asio::awaitable<void> live();
  asio::awaitable<void> stop();
  admin_ports admin_ports_of();
  std::string status_text();
  [[noreturn]] static void die(int exit_code);

  std::string path_;
  config settings_;
  std::map<std::string, wording> wordings_;
  std::vector<std::string> warnings_;  // of the settings, as they were told
  asio::io_context io_{1};
  asio_runtime runtime_;
  opened_store opened_;
  core core_;
  admin_server admin_;
  status_socket status_;
  asio::signal_set signals_;
  wakeup stop_asked_;
  time_point started_ = std::chrono::steady_clock::now();
  bool stopping_ = false;
  int exit_code_ = 0;
};

int daemon::run() {
  std::signal(SIGPIPE, SIG_IGN);
  for (const auto& warning : warnings_) spdlog::warn("{}", warning);
  await_signal();
  asio::co_spawn(io_, live(), [this](const std::exception_ptr& failure) {
    if (failure || exit_code_ != 0) die(exit_failed);
    boost::system::error_code ignored;
    signals_.cancel(ignored);  // then nothing is left to do, and run() returns
  });
  io_.run();
  return exit_code_;
}

void daemon::await_signal() {
  signals_.async_wait([this](const boost::system::error_code& ec, int signal) {
    if (ec) return;
    if (signal == SIGHUP) {
      read_again();
    } else if (stopping_) {
      // Whoever asks twice does not want to wait for what is in flight.
      spdlog::critical("signal {} again: stopping at once", signal);
      die(exit_cut_off);
    } else {
      spdlog::info("signal {}: stopping", signal);
      stopping_ = true;
      stop_asked_.notify();
    }
    await_signal();
  });
}

void daemon::read_again() {
  const auto again = load_settings(path_);
  if (!again) {
    spdlog::error("SIGHUP: {} has mistakes; nothing of it was taken over", path_);
    return;
  }
  const auto found = take_over(settings_, again->settings);
  set_log_level(settings_.log.level);
  for (const auto& warning : again->warnings)
    if (std::find(warnings_.begin(), warnings_.end(), warning) == warnings_.end())
      spdlog::warn("{}", warning);
  warnings_ = again->warnings;
  for (const auto& key : found.after_restart) spdlog::warn("SIGHUP: {} needs a restart to change", key);
  spdlog::info("SIGHUP: taken over: {}", fmt::join(found.taken, ", "));
}

asio::awaitable<void> daemon::live() {
  // Administrators see from the first moment on what the daemon waits for.
  if (const auto trouble = admin_.start(); !trouble.empty()) {
    spdlog::critical("admin: {}", trouble);
    exit_code_ = exit_failed;
    co_return;
  }
  if (const auto trouble = opened_.start(); !trouble.empty()) {
    spdlog::critical("store: {}", trouble);
    exit_code_ = exit_failed;
    co_return;
  }
  // Not before the store, which locks data_dir: the socket may be that of a daemon that runs.
  if (const auto trouble = status_.start(); !trouble.empty())
    spdlog::warn("duanwen status will find no daemon: {}", trouble);
  asio::co_spawn(io_, core_.start(), [](const std::exception_ptr& failure) {
    if (failure) die(exit_failed);
  });
  while (!stopping_) co_await stop_asked_.wait();
  co_await stop();
}

asio::awaitable<void> daemon::stop() {
  stop_watchdog watchdog(settings_.gateway.stop_timeout);
  std::function<void(const char*)> tell = [&watchdog](const char* phase) { watchdog.phase(phase); };
  co_await core_.stop(std::move(tell));
  watchdog.phase("administration");
  admin_.stop();
  watchdog.phase("store");
  co_await opened_.stop();
  status_.stop();
  spdlog::info("stopped");
}

admin_ports daemon::admin_ports_of() {
  return admin_ports{
      .data = opened_.kept(),
      .io = io_.get_executor(),
      .settings = settings_,
      .wordings = wordings_,
      .latest = [this] { return core_.directory(); },
      .now = [this] { return core_.clock().now(); },
      .day = [this](unix_ms when) { return day_of(when, settings_.gateway.time_zone); },
      .not_ready = [this] { return core_.not_ready(); },
      .carriers = [this] { return core_.carrier_statuses(); },
      .set_paused = [this](const std::string& carrier,
                           bool paused) { return core_.set_paused(carrier, paused); },
      .metrics = [this] { return core_.metrics_text(); },
      .risks = [this] { return opened_.risks(); },
      .process = opened_.process(),
      .requeued = [this](std::uint32_t bucket) { core_.look_into_bucket(bucket); },
      .messages = [this](const std::string& carrier, const std::string& msisdn,
                         std::size_t limit) { return core_.links().messages(carrier, msisdn, limit); },
      .ask_carrier = [this](carrier_question question) { return core_.links().ask(std::move(question)); }};
}

std::string daemon::status_text() {
  auto now = core_.status();
  now.process = opened_.process();
  now.pid = static_cast<std::uint32_t>(getpid());
  now.up = std::chrono::duration_cast<std::chrono::seconds>(runtime_.now() - started_);
  now.risks = opened_.risks();
  return json_of(now).dump();
}

void daemon::die(int exit_code) {
  // Coroutines are in the middle of things that cannot be unwound in order; all state that matters is in the
  // store.
  spdlog::shutdown();
  std::_Exit(exit_code);
}

}  // namespace

int serve(loaded_settings loaded) {
  daemon the_daemon(std::move(loaded));
  return the_daemon.run();
}

}  // namespace duanwen
