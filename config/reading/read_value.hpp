#pragma once
// One TOML value → one member, judged by its row.

#include <toml++/toml.h>

#include <string>

#include "config/reading/environment.hpp"
#include "config/settings/rows.hpp"

namespace duanwen {

/// Where { env = … } and { file = … } are looked up.
struct surroundings {
  const environment& env;
  std::string folder;  ///< of the configuration file; a relative { file } begins here
};

/// Puts `node` into `into`. What is wrong with it, in words that never repeat a secret; empty when nothing
/// is.
std::string read_value(const toml::node& node, const rule& what, const slot& into,
                       const surroundings& around);

/// The same for a variable of the environment: a text as it stands, all else as TOML writes it.
std::string read_variable(const std::string& value, const rule& what, const slot& into,
                          const surroundings& around);

}  // namespace duanwen
