#pragma once
// A terminal that shows one page anew and anew until somebody has seen enough. As it was when this ends.

#include <termios.h>

#include <chrono>
#include <string>

namespace duanwen {

class terminal {
 public:
  /// Whether standard output is one that can be written anew.
  static bool there();

  terminal();
  ~terminal();
  terminal(const terminal&) = delete;
  terminal& operator=(const terminal&) = delete;

  void show(const std::string& page);  ///< as much of it as there is room for
  /// Whether q was pressed, or Ctrl-C, or the process was told to end, within `time`.
  bool left_within(std::chrono::milliseconds time);

 private:
  bool keys_ = false;  // standard input is a terminal too
  termios before_{};
};

}  // namespace duanwen
