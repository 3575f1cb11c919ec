#include "storage/redis_link/redis_url.hpp"

#include <array>

#include "config/addresses/address.hpp"
#include "config/addresses/percent.hpp"
#include "keywords/text/whole_number.hpp"

namespace duanwen {
namespace {

using kind = redis_servers::kind;

struct scheme {
  std::string_view begin;
  kind are;
  bool tls;
};
constexpr std::array<scheme, 4> schemes = {{{"redis://", kind::one, false},
                                            {"rediss://", kind::one, true},
                                            {"sentinel://", kind::sentinels, false},
                                            {"cluster://", kind::cluster, false}}};
constexpr std::string_view unix_scheme = "unix://";

/// Takes user and password from the front of `rest`.
redis_endpoint read_credentials(std::string_view& rest) {
  redis_endpoint access;
  const auto at = rest.rfind('@');
  if (at == rest.npos) return access;
  const auto text = rest.substr(0, at);
  const auto colon = text.find(':');
  const auto user = colon == text.npos ? std::string_view() : text.substr(0, colon);
  const auto password = colon == text.npos ? text : text.substr(colon + 1);
  access.user = decode_percents(user).octets;
  access.password = secret(decode_percents(password).octets);
  rest.remove_prefix(at + 1);
  return access;
}

redis_endpoint read_endpoint(std::string_view text, redis_endpoint access) {
  access.host = text;
  if (const auto address = parse_host_port(text)) {
    access.host = address->host;
    access.port = address->port;
  }
  return access;
}

redis_servers read_servers(std::string_view rest, const scheme& as) {
  redis_servers servers;
  servers.are = as.are;
  auto access = read_credentials(rest);
  access.tls = as.tls;
  if (const auto slash = rest.find('/'); slash != rest.npos) {
    const auto after = rest.substr(slash + 1);
    if (as.are == kind::one)
      access.database = whole_number<decltype(access.database)>(after).value_or(0);
    else
      servers.master = after;
    rest = rest.substr(0, slash);
  }
  while (true) {
    const auto comma = as.are == kind::one ? rest.npos : rest.find(',');
    servers.endpoints.push_back(read_endpoint(rest.substr(0, comma), access));
    if (comma == rest.npos) return servers;
    rest.remove_prefix(comma + 1);
  }
}

}  // namespace

std::string redis_endpoint::name() const {
  if (!path.empty()) return path;
  const bool v6 = host.find(':') != host.npos;
  return (v6 ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

std::optional<redis_servers> parse_redis_url(std::string_view url) {
  // One judge, so that nothing that check lets pass is refused here, or the other way round.
  if (!judge_redis_url(url).empty()) return std::nullopt;
  if (url.starts_with(unix_scheme)) {
    redis_servers socket;
    socket.endpoints.emplace_back().path = url.substr(unix_scheme.size());
    return socket;
  }
  for (const auto& s : schemes)
    if (url.starts_with(s.begin)) return read_servers(url.substr(s.begin.size()), s);
  return std::nullopt;
}

}  // namespace duanwen
