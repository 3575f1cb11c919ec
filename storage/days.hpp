#pragma once
// Days as the ledger's keys, questions and answers spell them: 2026-11-24. (g++ 12 has neither std::format
// nor std::chrono::parse.) Pure.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace duanwen {

/// `2026-11-24`, and no other form; none where the calendar has no such day.
std::optional<std::chrono::sys_days> parse_day(std::string_view text);

/// The same back; of years 0 to 9999.
std::string spelled_day(std::chrono::year_month_day day);

/// Every day from one to the other; none where one is no day or they are ten years apart.
std::optional<std::vector<std::string>> days_between(const std::string& from, const std::string& to);

}  // namespace duanwen
