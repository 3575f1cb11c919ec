#include "storage/days.hpp"

#include <array>
#include <chrono>
#include <cstdio>

namespace duanwen {
namespace {

constexpr int days_max = 3700;  // of one question; ten years

std::optional<std::chrono::sys_days> read_day(const std::string& text) {
  int year = 0;
  unsigned month = 0, day = 0;
  if (text.size() != 10 || std::sscanf(text.c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3)
    return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{day});
  return date.ok() ? std::optional<std::chrono::sys_days>(date) : std::nullopt;
}

std::string spelled(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

}  // namespace

std::optional<std::vector<std::string>> days_between(const std::string& from, const std::string& to) {
  const auto first = read_day(from), last = read_day(to);
  if (!first || !last || (*last - *first).count() > days_max) return std::nullopt;
  std::vector<std::string> days;
  for (auto day = *first; day <= *last; day += std::chrono::days(1)) days.push_back(spelled(day));
  return days;
}

}  // namespace duanwen
