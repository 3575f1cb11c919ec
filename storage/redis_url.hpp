#pragma once
// Where a Redis is and how to be let in, from redis.url. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "config/secret.hpp"

namespace duanwen {

struct redis_endpoint {
  std::string path;  ///< of a unix socket; empty: TCP
  std::string host;
  std::uint16_t port = 6379;
  bool tls = false;
  std::string user;
  secret password;
  std::uint32_t database = 0;
  redis_endpoint() = default;
  /// host:port or the path, for logs; no password.
  std::string name() const;
};

/// redis://[[user]:password@]host[:port][/database], rediss:// the same over TLS, unix:///path. User and
/// password may hold %XX. None for everything else.
std::optional<redis_endpoint> parse_redis_url(std::string_view url);

}  // namespace duanwen
