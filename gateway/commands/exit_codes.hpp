#pragma once
// The codes that commands exit with: 0 done, 1 failed, 2 wrong usage or configuration, 3 had to be cut off
// while stopping.

#include <string>

namespace duanwen {

inline constexpr int exit_done = 0, exit_failed = 1, exit_usage = 2;

/// Says on stderr what is wrong, and gives the code to exit with.
int fail(const std::string& what, int exit_code = exit_failed);

}  // namespace duanwen
