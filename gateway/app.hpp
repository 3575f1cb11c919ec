#pragma once
// The composition: the only file that knows all components. Starts them in order, stops them in reverse,
// bounded in time.

#include "gateway/commands/load_settings.hpp"

namespace duanwen {

/// Runs the daemon until SIGTERM or SIGINT; SIGHUP reads the file again and takes over what can change while
/// it runs, and a second SIGTERM stops at once. 0: stopped in order; 1: could not start; 3: had to be cut
/// off.
int serve(loaded_settings loaded);

}  // namespace duanwen
