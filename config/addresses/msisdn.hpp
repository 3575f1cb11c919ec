#pragma once
// Residents' and service numbers as carriers write them → one form each. ITU-T E.164: at most 15 digits.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "config/settings/config.hpp"

namespace duanwen {

/// 138…, 86138…, +86…, 0086… → 86138…; none for letters, short codes (fewer than 7 digits) and the like,
/// which are never answered. Pure.
std::optional<std::string> to_msisdn(std::string_view address, std::string_view country_code);

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
