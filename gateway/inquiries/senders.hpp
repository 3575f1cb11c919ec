#pragma once
// Whom and what we never answer: ourselves, and what a service's ignored_senders and ignored_ports list.
// Pure.

#include <cstdint>
#include <string_view>
#include <vector>

#include "config/settings/config.hpp"

namespace duanwen {

/// Whether `address` is a number that residents text to, as +86…, 86…, 0086… too, and with any digits behind
/// it that a sub-extension may have.
bool is_own_number(const config& settings, std::string_view address);

/// Whether `address`, in whatever form, is one of the ignored_senders: "10086" that number, "106*" all that
/// begin so.
bool is_ignored_sender(const service_settings& service, std::string_view address,
                       std::string_view country_code);

/// Whether one of `ports` is one of the ignored_ports: "2948" or "9200-9207".
bool has_ignored_port(const service_settings& service, const std::vector<std::uint16_t>& ports);

}  // namespace duanwen
