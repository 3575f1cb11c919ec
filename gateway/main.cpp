// main(): the command line decides, serve() in app.cpp runs the daemon. Follow an inquiry from there by
// ARCHITECTURE.md.
#include "gateway/command_line.hpp"

/// Read by jemalloc: what was freed goes back to the system a second later, not ten.
extern "C" {
extern const char* const malloc_conf;
const char* const malloc_conf = "dirty_decay_ms:1000";
}

int main(int argc, char** argv) { return duanwen::run_command_line(argc, argv); }
