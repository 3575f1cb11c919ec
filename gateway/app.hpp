#pragma once
// The composition: the only file that knows all components. Starts them in order, stops them in reverse,
// bounded in time.

#include <map>
#include <string>

#include "config/config.hpp"
#include "keywords/wording.hpp"

namespace duanwen {

/// Runs the daemon until SIGTERM or SIGINT. 0: stopped in order; 1: could not start; 3: had to be cut off
/// while stopping.
int serve(config settings, std::map<std::string, wording> wordings);

}  // namespace duanwen
