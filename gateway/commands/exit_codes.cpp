#include "gateway/commands/exit_codes.hpp"

#include <cstdio>

namespace duanwen {

int fail(const std::string& what, int exit_code) {
  std::fprintf(stderr, "%s\n", what.c_str());
  return exit_code;
}

}  // namespace duanwen
