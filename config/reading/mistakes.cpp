// Mistakes in the order of the file.
#include "config/reading/mistakes.hpp"

#include <algorithm>
#include <limits>

namespace duanwen {

namespace {

std::vector<config_mistake> in_order(std::vector<config_mistake> all) {
  const auto position = [](const config_mistake& m) {
    return m.line == 0 ? std::numeric_limits<std::uint32_t>::max() : m.line;
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const auto& a, const auto& b) { return position(a) < position(b); });
  return all;
}

}  // namespace

std::string in_words(const config_mistake& mistake) {
  std::string words = mistake.file;
  if (mistake.line != 0) words += ':' + std::to_string(mistake.line);
  if (!mistake.key.empty()) words += ": " + mistake.key;
  return words + ": " + mistake.message;
}

std::uint32_t mistake_list::line_of(std::string key) const {
  while (true) {
    if (const auto found = lines_.find(key); found != lines_.end()) return found->second;
    const auto dot = key.rfind('.');
    if (dot == std::string::npos) return 0;
    key.resize(dot);
  }
}

void mistake_list::add(const std::string& key, std::string message) {
  mistakes_.push_back({file_, line_of(key), key, std::move(message)});
}

void mistake_list::warn(const std::string& key, std::string message) {
  warnings_.push_back({file_, line_of(key), key, std::move(message)});
}

bool mistake_list::about(const std::string& key) const {
  return std::any_of(mistakes_.begin(), mistakes_.end(), [&](const auto& m) { return m.key == key; });
}

std::vector<config_mistake> mistake_list::take() { return in_order(std::move(mistakes_)); }

std::vector<config_mistake> mistake_list::take_warnings() { return in_order(std::move(warnings_)); }

}  // namespace duanwen
