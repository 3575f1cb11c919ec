#include "admin/answers/day.hpp"

#include <algorithm>

namespace duanwen {

std::optional<std::chrono::sys_days> parse_day(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd";
  const auto fits = [](char mark, char c) { return mark == 'd' ? c >= '0' && c <= '9' : c == mark; };
  if (text.size() != form.size() || !std::equal(form.begin(), form.end(), text.begin(), fits))
    return std::nullopt;
  const auto number = [text](std::size_t at, std::size_t count) {
    int n = 0;
    for (const char c : text.substr(at, count)) n = n * 10 + (c - '0');
    return n;
  };
  const std::chrono::year_month_day date{std::chrono::year(number(0, 4)),
                                         std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                         std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

}  // namespace duanwen
