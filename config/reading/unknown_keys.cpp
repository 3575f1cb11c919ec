#include "config/reading/unknown_keys.hpp"

#include <algorithm>

#include "config/reading/nearest.hpp"

namespace duanwen {

void look_for_unknown(const toml::table& table, const std::string& path,
                      const std::vector<std::string_view>& known, mistake_list& mistakes) {
  for (const auto& [name, node] : table) {
    const std::string key_path = path + std::string(name.str());
    mistakes.set_line(key_path, name.source().begin.line);
    if (std::find(known.begin(), known.end(), name.str()) != known.end()) continue;
    std::string message = "unknown key";
    if (const auto meant = nearest(name.str(), known); !meant.empty())
      message.append("; did you mean ").append(meant).append("?");
    mistakes.add(key_path, std::move(message));
  }
}

}  // namespace duanwen
