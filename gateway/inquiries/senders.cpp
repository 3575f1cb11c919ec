#include "gateway/inquiries/senders.hpp"

#include <algorithm>
#include <string>

#include "config/addresses/port_range.hpp"
#include "config/addresses/texted_number.hpp"
#include "keywords/text/digits.hpp"

namespace duanwen {
namespace {

constexpr std::size_t extension_max = 4, long_number = 8, mobile_digits = 11;

/// The digits that `address` may mean: as they are, and without what says that a country's code follows, and
/// without that. A number of another country has none without its country.
std::vector<std::string_view> readings_of(std::string_view address, std::string_view country_code) {
  const bool plus = address.starts_with('+');
  if (plus) address.remove_prefix(1);
  std::vector<std::string_view> all{address};
  if (!plus && address.starts_with("00")) all.push_back(address = address.substr(2));
  if (address.starts_with(country_code)) all.push_back(address.substr(country_code.size()));
  return all;
}

bool looks_mobile(std::string_view digits) {
  return digits.size() == mobile_digits && digits[0] == '1' && digits[1] >= '3';
}

// All digits behind a long number are its holder's; behind a short one somebody's number may begin so.
bool is_behind(const std::string& number, std::string_view digits) {
  if (!digits.starts_with(number)) return false;
  const auto more = digits.size() - number.size();
  if (more == 0) return true;
  return !looks_mobile(digits) && digits.size() <= address_digits_max &&
         (number.size() >= long_number || more <= extension_max);
}

}  // namespace

bool is_own_number(const config& settings, std::string_view address) {
  const auto all = readings_of(address, settings.gateway.country_code);
  return std::any_of(all.begin(), all.end(), [&](std::string_view digits) {
    if (!all_digits(digits)) return false;
    if (find_texted_number(settings, digits)) return true;
    return std::any_of(settings.services.begin(), settings.services.end(),
                       [&](const auto& s) { return is_behind(s.number, digits); });
  });
}

bool is_ignored_sender(const service_settings& service, std::string_view address,
                       std::string_view country_code) {
  const auto all = readings_of(address, country_code);
  return std::any_of(service.ignored_senders.begin(), service.ignored_senders.end(), [&](const auto& entry) {
    std::string_view pattern = entry;
    const bool open = pattern.ends_with('*');
    if (open) pattern.remove_suffix(1);
    return std::any_of(all.begin(), all.end(), [&](std::string_view digits) {
      return open ? digits.starts_with(pattern) : digits == pattern;
    });
  });
}

bool has_ignored_port(const service_settings& service, const std::vector<std::uint16_t>& ports) {
  return std::any_of(service.ignored_ports.begin(), service.ignored_ports.end(), [&](const auto& entry) {
    const auto range = parse_port_range(entry);
    return range && std::any_of(ports.begin(), ports.end(), [&](std::uint16_t port) {
             return port >= range->first && port <= range->last;
           });
  });
}

}  // namespace duanwen
