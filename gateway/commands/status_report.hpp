#pragma once
// What a daemon told of itself, as a table for people. Pure.

#include <chrono>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace duanwen {

/// `now` as json_of(gateway_status) gives it. What went through a second is reckoned from the look `before`,
/// `between` earlier; null: there was none, and rates are not told.
std::string status_report(const nlohmann::json& now, const nlohmann::json& before,
                          std::chrono::milliseconds between);

}  // namespace duanwen
