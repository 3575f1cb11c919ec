#pragma once
// What the daemon that runs on a data_dir tells of itself.

#include <boost/system/result.hpp>
#include <string>

namespace duanwen {

struct told_status {
  std::string text;     ///< JSON
  std::string trouble;  ///< why there is none, in words; empty when there is
};

/// Waits at most five seconds. Any thread.
told_status ask_daemon(const std::string& data_dir_path);

}  // namespace duanwen
