#pragma once
// What single keys cannot tell: whether the settings fit together. Needs no file, clock or network.

#include "config/reading/mistakes.hpp"
#include "config/settings/config.hpp"

namespace duanwen {

/// Adds every mistake between keys.
void check_config(const config& settings, mistake_list& mistakes);

}  // namespace duanwen
