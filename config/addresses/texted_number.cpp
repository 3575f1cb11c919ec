#include "config/addresses/texted_number.hpp"

#include <algorithm>

#include "keywords/text/whole_number.hpp"

namespace duanwen {
namespace {

/// Every number that is texted to, with extensions.
std::vector<std::string> numbers_of(const std::vector<service_settings>& services) {
  std::vector<std::string> all;
  for (const auto& service : services) {
    all.push_back(service.number);
    for (const auto& [extension, department] : service.extensions) all.push_back(service.number + extension);
  }
  return all;
}

}  // namespace

std::optional<texted_number> find_texted_number(const std::vector<service_settings>& services,
                                                std::string_view address, std::uint32_t extension_digits) {
  if (const auto exactly = find_service(services, address))
    return texted_number{*exactly, std::string(address), std::nullopt};
  if (extension_digits == 0 || address.size() <= extension_digits) return std::nullopt;
  const auto number = address.substr(0, address.size() - extension_digits);
  const auto to = find_service(services, number);
  const auto extension = whole_number<std::uint32_t>(address.substr(number.size()));
  if (!to || !extension) return std::nullopt;
  return texted_number{*to, std::string(number), extension};
}

std::optional<texted_number> find_texted_number(const config& settings, std::string_view address) {
  auto found = find_texted_number(settings.services, address, 0);
  for (const auto& carrier : settings.carriers)
    if (!found) found = find_texted_number(settings.services, address, carrier.extension_digits);
  return found;
}

std::string with_menu_extension(const std::string& number, std::uint32_t menu_extension,
                                std::uint32_t extension_digits) {
  const auto digits = std::to_string(menu_extension);
  const bool fits =
      digits.size() <= extension_digits && number.size() + extension_digits <= address_digits_max;
  if (menu_extension == 0 || !fits) return number;
  return number + std::string(extension_digits - digits.size(), '0') + digits;
}

std::uint32_t highest_menu_extension(std::uint32_t extension_digits) {
  std::uint32_t above = 1;
  while (extension_digits-- > 0) above *= 10;
  return above - 1;
}

std::vector<std::uint32_t> taken_menu_extensions(const std::vector<service_settings>& services,
                                                 std::string_view number, std::uint32_t extension_digits) {
  if (number.starts_with('+')) number.remove_prefix(1);
  std::vector<std::uint32_t> taken;
  for (const std::string_view other : numbers_of(services)) {
    if (!other.starts_with(number) || other.size() != number.size() + extension_digits) continue;
    if (const auto extension = whole_number<std::uint32_t>(other.substr(number.size())))
      taken.push_back(*extension);
  }
  return taken;
}

std::size_t longest_number(const std::vector<service_settings>& services) {
  std::size_t longest = 0;
  for (const auto& number : numbers_of(services)) longest = std::max(longest, number.size());
  return longest;
}

}  // namespace duanwen
