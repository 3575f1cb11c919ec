// main(): the command line decides, serve() in app.cpp runs the daemon. Follow an inquiry from there by
// ARCHITECTURE.md.
#include "gateway/command_line.hpp"

int main(int argc, char** argv) { return duanwen::run_command_line(argc, argv); }
