#pragma once
// Where log lines go and how they look, by `[log]`.

#include <string>

#include "config/settings/config.hpp"

namespace duanwen {

/// Sets the process' logger up; false (and a line on standard error) when the file cannot be opened.
bool open_log(const log_settings& settings);
/// For commands, whose standard output belongs to what they print: warnings only, on standard error.
void open_quiet_log();
/// trace, debug, info, warning, error or off; any thread.
void set_log_level(const std::string& level);

}  // namespace duanwen
