#pragma once
// Where log lines go and how they look, by `[log]`.

#include "config/config.hpp"

namespace duanwen {

/// Sets the process' logger up; false (and a line on standard error) when the file cannot be opened.
bool open_log(const log_settings& settings);

}  // namespace duanwen
