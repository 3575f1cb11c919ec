#pragma once
// Status as JSON: for GET /carriers and for the command that asks a running daemon. Pure, any thread.

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "admin/views/gateway_status.hpp"

namespace duanwen {

/// The list that GET /carriers gives.
nlohmann::json json_of(const std::vector<carrier_status>& carriers);

/// All of it, with that list as "carriers". No number of a resident, no text.
nlohmann::json json_of(const gateway_status& status);

}  // namespace duanwen
