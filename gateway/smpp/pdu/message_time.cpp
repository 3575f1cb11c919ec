#include "gateway/smpp/pdu/message_time.hpp"

#include <algorithm>
#include <cstdio>

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

}  // namespace duanwen::smpp
