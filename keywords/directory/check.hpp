#pragma once
// What a directory must satisfy before it may be served: all problems at once, each with its path.

#include <vector>

#include "keywords/directory/directory.hpp"
#include "keywords/directory/limits.hpp"

namespace duanwen {

/// Everything that is wrong with `document`; empty when it may be served. Pure, any thread.
/// Checks: ids present, well-formed and unique; references that exist; numbers in range and unique, none of
/// them retired; keywords neither reserved nor taken (by their normal form); lengths.
std::vector<problem> check_directory(const directory& document, const directory_limits& limits);

}  // namespace duanwen
