#pragma once
// What only the machine can tell of the settings: whether the files and folders they name are there.

#include "config/reading/mistakes.hpp"
#include "config/settings/config.hpp"

namespace duanwen {

/// Adds every mistake about files and folders. Reads them, and writes nothing.
void check_files(const config& settings, mistake_list& mistakes);

}  // namespace duanwen
