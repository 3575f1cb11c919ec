#include "config/addresses/msisdn.hpp"

#include <algorithm>

#include "keywords/text/digits.hpp"

namespace duanwen {
namespace {

constexpr std::size_t digits_min = 7;   // fewer are short codes: operators, banks, ourselves
constexpr std::size_t digits_max = 15;  // E.164
constexpr std::size_t national_digits = 11;

}  // namespace

std::optional<std::string> to_msisdn(std::string_view address, std::string_view country_code) {
  bool international = false;
  if (address.starts_with('+')) {
    address.remove_prefix(1);
    international = true;
  } else if (address.starts_with("00")) {
    address.remove_prefix(2);
    international = true;
  }
  if (!all_digits(address) || address.size() < digits_min || address.size() > digits_max) return std::nullopt;
  const bool has_country = address.starts_with(country_code) && address.size() > national_digits;
  if (international || has_country) return std::string(address);
  return std::string(country_code) + std::string(address);
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
