#pragma once
// Configuration and wording from their files, with every mistake told at once.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "config/settings/config.hpp"
#include "keywords/vocabulary/wording.hpp"

namespace duanwen {

struct loaded_settings {
  std::string path;
  config settings;
  std::map<std::string, wording> wordings;  ///< by language
  std::vector<std::string> warnings;        ///< of what is unusual in the file, with its place
};

void print_warnings(const loaded_settings& loaded);  ///< on standard error, a line each

/// None: the mistakes stand on standard error, a line each with file, line and key.
std::optional<loaded_settings> load_settings(const std::string& path);

}  // namespace duanwen
