#include "gateway/upkeep/store_clock.hpp"

#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include <cstdio>
#include <memory>

#include "storage/days.hpp"

namespace duanwen {

namespace {

// To look a zone up takes longer than all that is asked of it, and nearly always it is the one as before.
const icu::TimeZone& zone_of_name(const std::string& name) {
  thread_local std::string last;
  thread_local std::unique_ptr<icu::TimeZone> zone;
  if (!zone || name != last) {
    zone.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    last = name;
  }
  return *zone;
}

/// Milliseconds of `when` on a clock on the wall there; UTC where the zone is unknown.
std::int64_t on_the_wall(unix_ms when, const std::string& time_zone) {
  std::int32_t raw = 0, daylight = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone_of_name(time_zone).getOffset(static_cast<UDate>(when), 0, raw, daylight, status);
  return when + (U_SUCCESS(status) ? raw + daylight : 0);
}

std::chrono::year_month_day date_of(std::int64_t wall) {
  return std::chrono::sys_days(std::chrono::floor<std::chrono::days>(std::chrono::milliseconds(wall)));
}

}  // namespace

std::string day_of(unix_ms when, const std::string& time_zone) {
  return spelled_day(date_of(on_the_wall(when, time_zone)));
}

std::string minute_of(unix_ms when, const std::string& time_zone) {
  constexpr std::int64_t minute = 60000, minutes_a_day = 24 * 60;
  const auto wall = on_the_wall(when, time_zone);
  const auto date = date_of(wall);
  const auto of_day = (wall / minute % minutes_a_day + minutes_a_day) % minutes_a_day;
  char text[32];
  std::snprintf(text, sizeof text, "%02d%02u%02u%02d%02d", static_cast<int>(date.year()) % 100,
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(of_day / 60), static_cast<int>(of_day % 60));
  return text;
}

std::string moment_of(unix_ms when, const std::string& time_zone) {
  constexpr std::int64_t second = 1000, quarter_hour = 15 * 60 * second;
  const auto wall = on_the_wall(when, time_zone);
  const auto quarters = (wall - when) / quarter_hour;
  char text[32];
  std::snprintf(text, sizeof text, "%02d%d%02d%c", static_cast<int>((wall / second % 60 + 60) % 60),
                static_cast<int>((wall / 100 % 10 + 10) % 10),
                static_cast<int>(quarters < 0 ? -quarters : quarters), quarters < 0 ? '-' : '+');
  return minute_of(when, time_zone) + text;
}

}  // namespace duanwen
