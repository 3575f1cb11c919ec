#include "storage/days.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "keywords/text/digits.hpp"
#include "keywords/text/whole_number.hpp"

namespace duanwen {
namespace {

constexpr int days_max = 3700;  // of one question; ten years

}  // namespace

std::optional<std::chrono::sys_days> parse_day(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd";
  const auto fits = [](char mark, char c) { return mark == 'd' ? is_digit(c) : c == mark; };
  if (!std::equal(form.begin(), form.end(), text.begin(), text.end(), fits)) return std::nullopt;
  const auto number = [text](std::size_t at, std::size_t count) {
    return whole_number<unsigned>(text.substr(at, count)).value_or(0);
  };
  const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(number(0, 4))),
                                         std::chrono::month(number(5, 2)), std::chrono::day(number(8, 2)));
  return date.ok() ? std::optional<std::chrono::sys_days>(date) : std::nullopt;
}

std::string spelled_day(std::chrono::year_month_day day) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text.data();
}

std::optional<std::vector<std::string>> days_between(const std::string& from, const std::string& to) {
  const auto first = parse_day(from), last = parse_day(to);
  if (!first || !last || (*last - *first).count() > days_max) return std::nullopt;
  std::vector<std::string> days;
  for (auto day = *first; day <= *last; day += std::chrono::days(1)) days.push_back(spelled_day(day));
  return days;
}

}  // namespace duanwen
