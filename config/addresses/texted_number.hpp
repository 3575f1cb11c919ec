#pragma once
// Numbers that residents text to, with menu extensions of carrier.extension_digits digits behind them. Pure.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "config/addresses/msisdn.hpp"

namespace duanwen {

inline constexpr std::size_t address_digits_max = 20;  // SMPP 3.4 §5.2.8, without the closing NUL

/// A number of ours, and the menu extension that was texted behind it.
struct texted_number {
  service_address to;
  std::string number;                           ///< as texted, without the extension
  std::optional<std::uint32_t> menu_extension;  ///< none: no digits of a menu
};

/// Which of our numbers `address` is; one that is ours as it stands has no menu extension.
std::optional<texted_number> find_texted_number(const std::vector<service_settings>& services,
                                                std::string_view address, std::uint32_t extension_digits);

/// The same whichever carrier it came by.
std::optional<texted_number> find_texted_number(const config& settings, std::string_view address);

/// `number` with a menu extension behind it, zeros in front; as it is where that is 0 or has no room.
std::string with_menu_extension(const std::string& number, std::uint32_t menu_extension,
                                std::uint32_t extension_digits);

/// The highest that so many digits say; 0 for none.
std::uint32_t highest_menu_extension(std::uint32_t extension_digits);

/// The menu extensions that behind `number` would make another number of ours.
std::vector<std::uint32_t> taken_menu_extensions(const std::vector<service_settings>& services,
                                                 std::string_view number, std::uint32_t extension_digits);

/// The longest number that residents may text to, in digits.
std::size_t longest_number(const std::vector<service_settings>& services);

}  // namespace duanwen
