#include "storage/redis_url.hpp"

#include <charconv>

#include "config/address.hpp"
#include "config/percent.hpp"

namespace duanwen {
namespace {

constexpr std::string_view tcp_scheme = "redis://", tls_scheme = "rediss://", unix_scheme = "unix://";

void read_credentials(std::string_view text, redis_endpoint& into) {
  const auto colon = text.find(':');
  const auto user = colon == text.npos ? std::string_view() : text.substr(0, colon);
  const auto password = colon == text.npos ? text : text.substr(colon + 1);
  into.user = decode_percents(user).value_or("");
  into.password = secret(decode_percents(password).value_or(""));
}

}  // namespace

std::string redis_endpoint::name() const {
  if (!path.empty()) return path;
  const bool v6 = host.find(':') != host.npos;
  return (v6 ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

std::optional<redis_endpoint> parse_redis_url(std::string_view url) {
  // One judge, so that nothing that check lets pass is refused here, or the other way round.
  if (!judge_redis_url(url).empty()) return std::nullopt;
  redis_endpoint where;
  if (url.starts_with(unix_scheme)) {
    where.path = url.substr(unix_scheme.size());
    return where;
  }
  where.tls = url.starts_with(tls_scheme);
  if (!where.tls && !url.starts_with(tcp_scheme)) return std::nullopt;
  auto rest = url.substr(where.tls ? tls_scheme.size() : tcp_scheme.size());
  if (const auto at = rest.rfind('@'); at != rest.npos) {
    read_credentials(rest.substr(0, at), where);
    rest.remove_prefix(at + 1);
  }
  if (const auto slash = rest.find('/'); slash != rest.npos) {
    std::from_chars(rest.data() + slash + 1, rest.data() + rest.size(), where.database);
    rest = rest.substr(0, slash);
  }
  where.host = rest;
  if (const auto address = parse_host_port(rest)) {
    where.host = address->host;
    where.port = address->port;
  }
  return where;
}

}  // namespace duanwen
