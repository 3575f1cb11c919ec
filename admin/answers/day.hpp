#pragma once
// A day as the ledger names it.

#include <chrono>
#include <optional>
#include <string_view>

namespace duanwen {

/// The longest period of one question to the ledger.
inline constexpr std::chrono::days ledger_days_max{366};

/// 2026-11-24 and no other form.
std::optional<std::chrono::sys_days> parse_day(std::string_view text);

}  // namespace duanwen
