#pragma once
// The variables that the process was started with, as something that tests can make up.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace duanwen {

/// Looks a variable of the environment up; injected so that tests need no setenv.
using environment = std::function<std::optional<std::string>(std::string_view name)>;

}  // namespace duanwen
