#pragma once
// What single keys cannot tell: whether the settings fit together. Needs no file, clock or network.

#include "config/mistakes.hpp"

namespace duanwen {

/// Adds every mistake between keys, and what this version cannot do yet.
void check_config(const config& settings, mistake_list& mistakes);

/// One table row each for values that are part of the configuration but that this version does not build.
void check_supported(const config& settings, mistake_list& mistakes);

}  // namespace duanwen
