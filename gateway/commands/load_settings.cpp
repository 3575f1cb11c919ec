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

}  // namespace

void print_warnings(const loaded_settings& loaded) {
  for (const auto& w : loaded.warnings) std::fprintf(stderr, "warning: %s\n", w.c_str());
}

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
  for (const auto& m : mistakes) std::fprintf(stderr, "%s\n", in_words(m).c_str());
  for (const auto& w : read.warnings) loaded.warnings.push_back(in_words(w));
  if (!mistakes.empty()) {
    print_warnings(loaded);
    return std::nullopt;
  }
  loaded.settings = std::move(read.settings);
  return loaded;
}

}  // namespace duanwen
