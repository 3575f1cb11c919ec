#include "gateway/commands/load_settings.hpp"

#include <cstdio>
#include <cstdlib>

#include "config/reading/load.hpp"
#include "config/reading/load_wording.hpp"

namespace duanwen {
namespace {

std::optional<std::string> from_environment(std::string_view name) {
  const char* value = std::getenv(std::string(name).c_str());
  if (!value) return std::nullopt;
  return value;
}

void print(const config_mistake& m) {
  const auto place = m.line == 0 ? m.file : m.file + ":" + std::to_string(m.line);
  std::fprintf(stderr, "%s: %s%s%s\n", place.c_str(), m.key.c_str(), m.key.empty() ? "" : ": ",
               m.message.c_str());
}

}  // namespace

std::optional<loaded_settings> load_settings(const std::string& path) {
  loaded_settings loaded;
  loaded.path = path;
  auto read = load_config(path, from_environment);
  auto mistakes = std::move(read.mistakes);
  for (const auto& service : read.settings.services) {
    if (loaded.wordings.contains(service.wording)) continue;
    auto words = load_wording(find_wording(path, service.wording));
    mistakes.insert(mistakes.end(), words.mistakes.begin(), words.mistakes.end());
    loaded.wordings.emplace(service.wording, std::move(words.words));
  }
  for (const auto& m : mistakes) print(m);
  if (!mistakes.empty()) return std::nullopt;
  loaded.settings = std::move(read.settings);
  return loaded;
}

}  // namespace duanwen
