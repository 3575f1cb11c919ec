#pragma once
// A TOML file and DUANWEN_SECTION_KEY in the environment → settings, or every mistake at once with its line
// and key.

#include <string>
#include <string_view>
#include <vector>

#include "config/reading/environment.hpp"
#include "config/reading/mistakes.hpp"
#include "config/settings/config.hpp"

namespace duanwen {

struct config_result {
  config settings;
  std::vector<config_mistake> mistakes;  ///< settings may be used only when empty
  std::vector<config_mistake> warnings;  ///< what is unusual, and may be meant
};

config_result load_config(const std::string& path, const environment& env);
config_result parse_config(std::string_view toml, const std::string& path, const environment& env);

}  // namespace duanwen
