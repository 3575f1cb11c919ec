#pragma once
// That every keyword leads to one place only, and is not taken for another with a number behind it. Pure.

#include <string>
#include <vector>

#include "keywords/directory.hpp"

namespace duanwen {

struct directory_limits;

std::vector<problem> check_keywords(const directory& document, const directory_limits& limits);

}  // namespace duanwen
