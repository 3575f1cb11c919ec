#include "gateway/store_clock.hpp"

#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include <cstdio>
#include <memory>

namespace duanwen {

std::string day_of(unix_ms when, const std::string& time_zone) {
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(time_zone)));
  std::int32_t raw = 0, daylight = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone->getOffset(static_cast<UDate>(when), 0, raw, daylight, status);
  const std::int64_t local = when + (U_SUCCESS(status) ? raw + daylight : 0);
  using days = std::chrono::days;
  const auto date = std::chrono::year_month_day(
      std::chrono::sys_days(std::chrono::floor<days>(std::chrono::milliseconds(local))));
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

}  // namespace duanwen
