#pragma once
// Days as keys spell them. Pure.

#include <optional>
#include <string>
#include <vector>

namespace duanwen {

/// Every day from one to the other, as 2026-11-24; none where one is no day or they are ten years apart.
std::optional<std::vector<std::string>> days_between(const std::string& from, const std::string& to);

}  // namespace duanwen
