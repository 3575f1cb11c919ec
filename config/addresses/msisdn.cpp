#include "config/addresses/msisdn.hpp"

#include <algorithm>

#include "keywords/text/digits.hpp"

namespace duanwen {
namespace {

constexpr std::size_t digits_min = 7;   // fewer are short codes: operators, banks, ourselves
constexpr std::size_t digits_max = 15;  // E.164
constexpr std::size_t national_digits = 11;

bool take_prefix(std::string_view& from, std::string_view prefix) {
  if (!from.starts_with(prefix)) return false;
  from.remove_prefix(prefix.size());
  return true;
}

bool is_number(std::string_view digits) {
  return all_digits(digits) && digits.size() >= digits_min && digits.size() <= digits_max;
}

// No country code begins with 0, and behind the 1 of North America area and exchange begin with 2 to 9: many
// mobile numbers of the mainland cannot be of there.
bool can_be_international(std::string_view digits) {
  if (digits[0] == '0') return false;
  if (digits[0] != '1') return true;
  constexpr std::size_t area_at = 1, exchange_at = 4;
  return digits.size() == national_digits && digits[area_at] >= '2' && digits[exchange_at] >= '2';
}

}  // namespace

std::optional<std::string> to_msisdn(std::string_view address, std::string_view country_code,
                                     number_type type) {
  if (take_prefix(address, "+") || take_prefix(address, "00")) {
    if (!is_number(address)) return std::nullopt;
    return std::string(address);
  }
  if (!is_number(address)) return std::nullopt;
  if (type == number_type::international && can_be_international(address)) return std::string(address);
  const bool has_country = address.starts_with(country_code) && address.size() > national_digits;
  if (has_country) return std::string(address);
  return std::string(country_code) + std::string(address);
}

bool is_number_of(std::string_view address, std::string_view msisdn, std::string_view country_code) {
  return to_msisdn(address, country_code) == msisdn ||
         to_msisdn(address, country_code, number_type::international) == msisdn;
}

std::string_view national_of(std::string_view msisdn, std::string_view country_code) {
  return take_prefix(msisdn, country_code) ? msisdn : std::string_view();
}

std::string masked(std::string_view msisdn) {
  if (msisdn.size() < digits_min) return "****";
  const auto shown =
      msisdn.size() > national_digits ? msisdn.substr(msisdn.size() - national_digits) : msisdn;
  return std::string(shown.substr(0, 3)) + "****" + std::string(shown.substr(shown.size() - 4));
}

std::optional<service_address> find_service(const std::vector<service_settings>& services,
                                            std::string_view address) {
  if (address.starts_with('+')) address.remove_prefix(1);
  for (const auto& service : services) {
    if (!address.starts_with(service.number)) continue;
    const auto extension = address.substr(service.number.size());
    if (extension.empty()) return service_address{&service, ""};
    if (const auto found = service.extensions.find(std::string(extension)); found != service.extensions.end())
      return service_address{&service, found->second};
  }
  return std::nullopt;
}

}  // namespace duanwen
