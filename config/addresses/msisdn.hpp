#pragma once
// Residents' and service numbers as carriers write them → one form each. ITU-T E.164: at most 15 digits.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "config/settings/config.hpp"

namespace duanwen {

/// What an address is said to be: source_addr_ton, SMPP 3.4 §5.2.5; values above 6 are reserved.
enum class number_type : std::uint8_t {
  unknown,
  international,
  national,
  network_specific,
  subscriber,
  alphanumeric,
  abbreviated
};

/// 138…, 86138…, +86…, 0086… → 86138…; none for letters, short codes (fewer than 7 digits) and the like,
/// which are never answered. A + or 00 says that it is international whatever `type` is; else `type` decides
/// where the digits can be that, and what is neither is national unless it begins with `country_code`. Pure.
std::optional<std::string> to_msisdn(std::string_view address, std::string_view country_code,
                                     number_type type = number_type::unknown);

/// Whether `address`, of whatever type, is the resident `msisdn`: centres turn addresses round, and leave out
/// their type or the country code. Pure.
bool is_number_of(std::string_view address, std::string_view msisdn, std::string_view country_code);

/// `msisdn` without `country_code`; "" where it is a number of another country.
std::string_view national_of(std::string_view msisdn, std::string_view country_code);

/// 138****0001: what may stand in a log.
std::string masked(std::string_view msisdn);

struct service_address {
  friend bool operator==(const service_address&, const service_address&) = default;
  const service_settings* service = nullptr;
  std::string department;  ///< when the sub-extension belongs to one
};

/// Which of our services `address` is: its number exactly, or with one of its extensions; none when it is not
/// ours.
std::optional<service_address> find_service(const std::vector<service_settings>& services,
                                            std::string_view address);

}  // namespace duanwen
