#pragma once
// Configuration and wording from their files, with every mistake told at once.

#include <optional>
#include <string>

#include "gateway/commands.hpp"

namespace duanwen {

/// None: the mistakes stand on standard error, a line each with file, line and key.
std::optional<loaded_settings> load_settings(const std::string& path);

}  // namespace duanwen
