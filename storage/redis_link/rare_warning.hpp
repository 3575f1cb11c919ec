#pragma once
// A line of the log that would come with every request while Redis is in trouble.

#include <chrono>
#include <string>

namespace duanwen {

class rare_warning {
 public:
  /// Logs it, the same text at most once a second.
  void say(const std::string& text);

 private:
  std::string last_;
  std::chrono::steady_clock::time_point until_{};
};

}  // namespace duanwen
