#pragma once
// The words of the command line → one of the commands. Exit codes: 0 done, 1 failed, 2 wrong usage or
// configuration, 3 had to be cut off while stopping.

namespace duanwen {

/// Parses and runs. Help and errors go to the standard streams.
int run_command_line(int argc, const char* const* argv);

}  // namespace duanwen
