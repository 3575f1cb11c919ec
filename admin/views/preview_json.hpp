#pragma once
// Previews as the API and the command give them; the members are those of openapi.json.

#include <nlohmann/json_fwd.hpp>

#include "admin/views/preview.hpp"

namespace duanwen {

nlohmann::json to_json(const std::vector<preview_answer>& answers);
nlohmann::json to_json(const std::vector<item_preview>& previews);

}  // namespace duanwen
