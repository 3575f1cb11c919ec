#include "gateway/commands/terminal.hpp"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace duanwen {
namespace {

using std::chrono::steady_clock;

volatile std::sig_atomic_t told_to_end = 0;

void on_signal(int) { told_to_end = 1; }

constexpr auto clear = "\x1b[2J", hide_cursor = "\x1b[?25l", show_cursor = "\x1b[?25h";
constexpr auto cut_lines = "\x1b[?7l", wrap_lines = "\x1b[?7h";

std::size_t rows_there() {
  winsize size{};
  constexpr std::size_t usual = 24;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 ? size.ws_row : usual;
}

}  // namespace

bool terminal::there() {
  const char* kind = std::getenv("TERM");
  return isatty(STDOUT_FILENO) == 1 && kind && std::string_view(kind) != "dumb";
}

terminal::terminal() {
  struct sigaction act {};
  act.sa_handler = on_signal;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &act, nullptr);
  keys_ = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &before_) == 0;
  if (keys_) {
    auto raw = before_;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    raw.c_cc[VSUSP] = _POSIX_VDISABLE;  // a suspended one would leave the shell without echo
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
  }
  std::printf("%s%s%s", clear, hide_cursor, cut_lines);
}

terminal::~terminal() {
  std::printf("%s%s", wrap_lines, show_cursor);
  std::fflush(stdout);
  if (keys_) tcsetattr(STDIN_FILENO, TCSANOW, &before_);
}

void terminal::show(const std::string& page) {
  std::string screen = "\x1b[H";
  std::string_view rest = page;
  for (auto room = rows_there() - 1; room > 0 && !rest.empty(); --room) {
    const auto end = rest.find('\n');
    screen.append(rest.substr(0, end)).append("\x1b[K\n");
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  }
  std::printf("%s\x1b[J", screen.c_str());
  std::fflush(stdout);
}

bool terminal::left_within(std::chrono::milliseconds time) {
  const auto until = steady_clock::now() + time;
  while (told_to_end == 0) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - steady_clock::now()).count();
    if (left <= 0) return false;
    pollfd keys{keys_ ? STDIN_FILENO : -1, POLLIN, 0};
    if (poll(&keys, 1, static_cast<int>(left)) <= 0) continue;
    std::array<char, 64> typed{};
    const auto got = read(STDIN_FILENO, typed.data(), typed.size());
    if (got <= 0) return true;  // the terminal is gone
    if (std::string_view(typed.data(), static_cast<std::size_t>(got)).find_first_of("qQ\x03\x04") !=
        std::string_view::npos)
      return true;
  }
  return true;
}

}  // namespace duanwen
