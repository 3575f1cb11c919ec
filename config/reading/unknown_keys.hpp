#pragma once
// Keys of a TOML table that no rule names: a slip of the pen, or a setting of another version.

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

#include "config/reading/mistakes.hpp"

namespace duanwen {

/// Notes the line of every key of `table` (`path` stands before it: "gateway."), and adds a mistake for each
/// that is not `known`, with the nearest that is.
void look_for_unknown(const toml::table& table, const std::string& path,
                      const std::vector<std::string_view>& known, mistake_list& mistakes);

}  // namespace duanwen
