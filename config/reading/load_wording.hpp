#pragma once
// A wording file → the sentences of one language, or every mistake at once.

#include <string>
#include <vector>

#include "config/reading/mistakes.hpp"
#include "keywords/vocabulary/wording.hpp"

namespace duanwen {

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
