#pragma once
// A carrier of the settings by its name. Pure.

#include <algorithm>
#include <string_view>
#include <vector>

#include "config/settings/config.hpp"

namespace duanwen {

/// Null: there is none of this name.
inline const carrier_settings* find_carrier(const std::vector<carrier_settings>& carriers,
                                            std::string_view name) {
  const auto found = std::find_if(carriers.begin(), carriers.end(),
                                  [name](const carrier_settings& c) { return c.name == name; });
  return found == carriers.end() ? nullptr : &*found;
}

}  // namespace duanwen
