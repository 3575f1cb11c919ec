#pragma once
// Names and addresses of machines, by their text alone.

#include <string>
#include <string_view>

namespace duanwen {

/// 192.0.2.1, 2001:db8::1, fe80::1%eth0: an address that needs no look-up.
bool is_address(std::string_view text);

/// An address, or a name that can be looked up (RFC 1123 §2.1, and _ as machines are called all the same).
bool is_host(std::string_view text);

/// What is wrong with a host that stands without its port, and what to write; empty when nothing is.
std::string judge_host(std::string_view text);

}  // namespace duanwen
