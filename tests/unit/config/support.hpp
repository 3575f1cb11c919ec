#pragma once
// A configuration from a literal, an environment from a map, and mistakes as lines of text.

#include <map>
#include <string>
#include <vector>

#include "config/reading/load.hpp"

namespace duanwen {

inline environment variables(std::map<std::string, std::string, std::less<>> values) {
  return [values = std::move(values)](std::string_view name) -> std::optional<std::string> {
    const auto found = values.find(name);
    return found == values.end() ? std::nullopt : std::optional(found->second);
  };
}

inline config_result parse(std::string_view toml, std::map<std::string, std::string, std::less<>> env = {}) {
  return parse_config(toml, "duanwen.toml", variables(std::move(env)));
}

/// "3 gateway.data_dir: may not be empty"
inline std::vector<std::string> lines(const std::vector<config_mistake>& mistakes) {
  std::vector<std::string> all;
  for (const auto& m : mistakes) all.push_back(std::to_string(m.line) + ' ' + m.key + ": " + m.message);
  return all;
}

}  // namespace duanwen
