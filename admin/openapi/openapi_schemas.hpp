#pragma once
// What bodies and answers of the API look like, where the description says more than "an object".

#include <nlohmann/json_fwd.hpp>

namespace duanwen {

/// By name, as openapi.json refers to them.
nlohmann::json openapi_schemas();

}  // namespace duanwen
