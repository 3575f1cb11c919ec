#include "gateway/smpp/pdu/message_time.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "gateway/smpp/pdu/command_status.hpp"
#include "keywords/text/digits.hpp"

namespace duanwen::smpp {
namespace {

constexpr std::size_t to_minutes = 10, to_seconds = 12, whole = 16;  // characters

int two_digits(std::string_view text, std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); }

}  // namespace

std::optional<std::string> iso_time(std::string_view absolute) {
  const auto size = absolute.size();
  if (size != to_minutes && size != to_seconds && size != whole) return std::nullopt;
  if (!std::all_of(absolute.begin(), absolute.end() - (size == whole ? 1 : 0), is_digit)) return std::nullopt;
  const auto at = [&](std::size_t place) { return two_digits(absolute, place); };
  const int month = at(2), day = at(4), hour = at(6), minute = at(8), second = size > to_minutes ? at(10) : 0;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59)
    return std::nullopt;
  char text[96];
  std::snprintf(text, sizeof text, "20%02d-%02d-%02dT%02d:%02d:%02d", at(0), month, day, hour, minute,
                second);
  if (size != whole) return text;
  constexpr int quarters_max = 48, quarters_an_hour = 4, minutes_a_quarter = 15;
  const char sign = absolute.back();
  const int quarters = at(13);
  if ((sign != '+' && sign != '-') || quarters > quarters_max) return std::nullopt;
  char zone[48];
  std::snprintf(zone, sizeof zone, "%c%02d:%02d", sign, quarters / quarters_an_hour,
                quarters % quarters_an_hour * minutes_a_quarter);
  return std::string(text) + zone;
}

std::optional<std::int64_t> moment_named(std::string_view text, std::int64_t now) {
  using namespace std::chrono;
  if (text.size() != whole || !all_digits(text.substr(0, whole - 1))) return std::nullopt;
  const auto at = [&](std::size_t place) { return two_digits(text, place); };
  const auto of_day = hours(at(6)) + minutes(at(8)) + seconds(at(10));
  constexpr int days_a_year = 365, days_a_month = 30;
  if (text.back() == 'R')
    return now + seconds(days(at(0) * days_a_year + at(2) * days_a_month + at(4)) + of_day).count();
  constexpr int century = 2000, minutes_a_quarter = 15;
  const auto day = year(century + at(0)) / month(static_cast<unsigned>(at(2))) / static_cast<int>(at(4));
  if (!iso_time(text) || !day.ok()) return std::nullopt;
  const auto east = minutes(at(13) * minutes_a_quarter) * (text.back() == '+' ? 1 : -1);
  return (sys_days(day).time_since_epoch() + of_day - east).count();
}

std::uint32_t judge_times(std::string_view schedule_delivery_time, std::string_view validity_period,
                          std::int64_t now) {
  if (!schedule_delivery_time.empty()) {
    const auto begin = moment_named(schedule_delivery_time, now);
    if (!begin || *begin > now) return esme::rinvsched;
  }
  if (!validity_period.empty()) {
    const auto end = moment_named(validity_period, now);
    if (!end || *end <= now) return esme::rinvexpiry;
  }
  return esme::rok;
}

}  // namespace duanwen::smpp
