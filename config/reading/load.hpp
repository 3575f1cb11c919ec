#pragma once
// A TOML file and DUANWEN_SECTION_KEY in the environment → settings, or every mistake at once with its line
// and key.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/settings/config.hpp"
#include "keywords/vocabulary/wording.hpp"

namespace duanwen {

struct config_mistake {
  std::string file;
  std::uint32_t line = 0;  ///< 1-based; a missing key has its section's; 0: not in the file (environment)
  std::string key;         ///< carrier[2].window
  std::string message;     ///< what is wrong and what to write instead
};

struct config_result {
  config settings;
  std::vector<config_mistake> mistakes;  ///< settings may be used only when empty
};

/// Looks a variable of the environment up; injected so that tests need no setenv.
using environment = std::function<std::optional<std::string>(std::string_view name)>;

config_result load_config(const std::string& path, const environment& env);
config_result parse_config(std::string_view toml, const std::string& path, const environment& env);

/// The sentences of one language. `path` is a config/wording/*.toml; a missing or unknown key is a mistake.
struct wording_result {
  wording words;
  std::vector<config_mistake> mistakes;
};
wording_result load_wording(const std::string& path);

/// Where wording files are looked for: beside the configuration file (wording/), then where they were
/// installed.
std::string find_wording(const std::string& config_path, const std::string& language);

}  // namespace duanwen
