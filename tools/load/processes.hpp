#pragma once
// What a process has used, from /proc.

#include <sys/types.h>

#include <string>

namespace duanwen::load {

struct process_use {
  double cpu_seconds = 0;     ///< user and system
  double memory_mib = 0;      ///< resident now
  double memory_max_mib = 0;  ///< resident at most, ever
};

/// All zero when there is no such process.
process_use use_of(pid_t process);

}  // namespace duanwen::load
