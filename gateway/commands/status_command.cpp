// duanwen status: how the running daemon is.
#include <cstdio>
#include <nlohmann/json.hpp>
#include <thread>

#include "gateway/commands/ask_daemon.hpp"
#include "gateway/commands/commands.hpp"
#include "gateway/commands/exit_codes.hpp"
#include "gateway/commands/status_report.hpp"
#include "gateway/commands/terminal.hpp"

namespace duanwen {
namespace {

using nlohmann::json;
using std::chrono::steady_clock;
constexpr auto refresh_pace = std::chrono::milliseconds(1000);
constexpr auto rate_pace = std::chrono::milliseconds(500);  // for rates, where it is told once

/// One look after the other at one daemon.
class looks {
 public:
  explicit looks(std::string data_dir) : data_dir_(std::move(data_dir)) {}

  /// Looks, and says why it cannot; empty when it could.
  std::string look() {
    const auto told = ask_daemon(data_dir_);
    const auto at = steady_clock::now();
    auto status = json::parse(told.text, nullptr, false);
    if (!told.trouble.empty() || !status.is_object()) {
      now_ = nullptr;
      return told.trouble.empty() ? "what the daemon tells cannot be read: it was cut off" : told.trouble;
    }
    // Of another process, rates would be nonsense.
    const bool same = now_.is_object() && now_.value("pid", json()) == status.value("pid", json());
    before_ = same ? std::exchange(now_, json()) : json();
    between_ = std::chrono::duration_cast<std::chrono::milliseconds>(at - at_);
    now_ = std::move(status);
    at_ = at;
    return {};
  }

  std::string report() const {
    try {
      return status_report(now_, before_, between_);
    } catch (const json::exception&) {
      return "the daemon is of another version than this command; restart it, or ask with --json\n";
    }
  }
  const json& now() const { return now_; }

 private:
  std::string data_dir_;
  json now_, before_;
  steady_clock::time_point at_{};
  std::chrono::milliseconds between_{0};
};

int show_until_left(looks& at) {
  terminal screen;
  do {
    const auto trouble = at.look();
    screen.show((trouble.empty() ? at.report() : trouble + '\n') + "\nq ends this\n");
  } while (!screen.left_within(refresh_pace));
  return exit_done;
}

}  // namespace

int status_command(const loaded_settings& loaded, bool as_json) {
  looks at(loaded.settings.gateway.data_dir);
  if (const auto trouble = at.look(); !trouble.empty()) return fail(trouble);
  if (as_json) {
    std::printf("%s\n", at.now().dump(2).c_str());
    return exit_done;
  }
  if (terminal::there()) return show_until_left(at);
  std::this_thread::sleep_for(rate_pace);
  if (const auto trouble = at.look(); !trouble.empty()) return fail(trouble);
  std::printf("%s", at.report().c_str());
  return exit_done;
}

}  // namespace duanwen
