#pragma once
// Addresses as the configuration spells them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace duanwen {

/// host:port, where an IPv6 host stands in brackets: 127.0.0.1:8080, [::1]:8080.
struct host_port {
  std::string host;  ///< without brackets
  std::uint16_t port = 0;
};
std::optional<host_port> parse_host_port(std::string_view text);

/// 127.0.0.0/8, ::1 and localhost: what only this machine can reach.
bool is_loopback(const std::string& host);

/// 10.0.0.0/8, 2001:db8::/32 or a single address.
bool is_network(std::string_view text);

/// Whether `address` lies in `network`, which is_network(); an IPv4 address that came as ::ffff:10.0.0.1
/// is 10.0.0.1.
bool is_in_network(const std::string& address, std::string_view network);

/// What is wrong with what should be is_network(), and what to write; empty when nothing is.
std::string judge_network(std::string_view text);

/// What is wrong with redis.url, never repeating it (it may hold a password); empty when nothing is.
std::string judge_redis_url(std::string_view url);

}  // namespace duanwen
