#include "tools/load/processes.hpp"

#include <unistd.h>

#include <fstream>
#include <sstream>

namespace duanwen::load {

process_use use_of(pid_t process) {
  process_use use;
  const auto folder = "/proc/" + std::to_string(process);
  std::ifstream stat(folder + "/stat");
  std::string line;
  std::getline(stat, line);
  // The name in brackets may hold anything; behind it the fields are plain, utime and stime the 12th and
  // 13th.
  std::istringstream fields(line.substr(line.rfind(')') + 1));
  std::string skipped;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  double user = 0, system = 0;
  fields >> user >> system;
  use.cpu_seconds = (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
  std::ifstream status(folder + "/status");
  constexpr double kib = 1024;
  for (std::string key; status >> key;) {
    if (key == "VmRSS:") status >> use.memory_mib;
    if (key == "VmHWM:") status >> use.memory_max_mib;
    std::getline(status, skipped);
  }
  use.memory_mib /= kib;
  use.memory_max_mib /= kib;
  return use;
}

}  // namespace duanwen::load
