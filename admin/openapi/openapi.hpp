#pragma once
// OpenAPI 3.0 from the route table, so that it describes exactly what is served.

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "admin/routing/routes.hpp"

namespace duanwen {

nlohmann::json openapi(const std::vector<route>& table);

}  // namespace duanwen
