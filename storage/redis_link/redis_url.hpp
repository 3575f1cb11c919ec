#pragma once
// Where a Redis is and how to be let in, from redis.url. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/settings/secret.hpp"

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

/// What redis.url names, but for "embedded".
struct redis_servers {
  enum class kind { one, sentinels, cluster };
  kind are = kind::one;
  std::vector<redis_endpoint> endpoints;  ///< at least one; with user and password
  std::string master;                     ///< what sentinels call the servers they watch
};

/// redis://[[user]:password@]host[:port][/database], rediss:// the same over TLS, unix:///path,
/// sentinel://[[user]:password@]host:port,host:port/name, cluster://[[user]:password@]host:port,host:port.
/// User and password may hold %XX. None for everything else.
std::optional<redis_servers> parse_redis_url(std::string_view url);

}  // namespace duanwen
