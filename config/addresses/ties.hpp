#pragma once
// Numbers that residents text to with the digits of a menu behind them, as carrier.extension_digits has them.
// Pure.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "config/addresses/msisdn.hpp"

namespace duanwen {

inline constexpr std::size_t address_digits_max = 20;  // SMPP 3.4 §5.2.8, without the closing NUL

/// A number of ours, and the digits of a menu that were texted behind it.
struct tied_address {
  service_address to;
  std::string number;                ///< as texted, without the digits
  std::optional<std::uint32_t> tie;  ///< the digits as a number; none: there are none
};

/// Which of our numbers `address` is; one that is ours as it stands has no digits of a menu behind it.
std::optional<tied_address> find_tied(const std::vector<service_settings>& services, std::string_view address,
                                      std::uint32_t tie_digits);

/// The same whichever carrier it came by.
std::optional<tied_address> find_tied(const config& settings, std::string_view address);

/// `number` with the digits of a menu behind it, zeros in front; as it is where `tie` is 0 or they have no
/// place.
std::string with_tie(const std::string& number, std::uint32_t tie, std::uint32_t tie_digits);

/// The highest that so many digits say; 0 for none.
std::uint32_t highest_tie(std::uint32_t tie_digits);

/// The digits that behind `number` would make another number of ours.
std::vector<std::uint32_t> taken_ties(const std::vector<service_settings>& services, std::string_view number,
                                      std::uint32_t tie_digits);

/// The longest number that residents may text to, in digits.
std::size_t longest_number(const std::vector<service_settings>& services);

}  // namespace duanwen
