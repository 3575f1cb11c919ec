#include "storage/redis_url.hpp"

#include <charconv>

#include "config/address.hpp"

namespace duanwen {
namespace {

constexpr std::string_view tcp_scheme = "redis://", tls_scheme = "rediss://", unix_scheme = "unix://";

template <class Number>
bool read_number(std::string_view digits, Number& into, int base = 10) {
  const auto end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, into, base);
  return read.ec == std::errc() && read.ptr == end;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    if (text.front() != '%') {
      plain += text.front();
      text.remove_prefix(1);
      continue;
    }
    unsigned char octet = 0;
    if (text.size() < 3 || !read_number(text.substr(1, 2), octet, 16)) return std::nullopt;
    plain += static_cast<char>(octet);
    text.remove_prefix(3);
  }
  return plain;
}

bool read_credentials(std::string_view text, redis_endpoint& into) {
  const auto colon = text.find(':');
  const auto user = percent_decoded(colon == text.npos ? std::string_view() : text.substr(0, colon));
  const auto password = percent_decoded(colon == text.npos ? text : text.substr(colon + 1));
  if (!user || !password) return false;
  into.user = *user;
  into.password = secret(*password);
  return true;
}

}  // namespace

std::string redis_endpoint::name() const {
  if (!path.empty()) return path;
  const bool v6 = host.find(':') != host.npos;
  return (v6 ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

std::optional<redis_endpoint> parse_redis_url(std::string_view url) {
  redis_endpoint where;
  if (url.starts_with(unix_scheme)) {
    where.path = url.substr(unix_scheme.size());
    if (where.path.size() < 2 || where.path.front() != '/') return std::nullopt;
    return where;
  }
  where.tls = url.starts_with(tls_scheme);
  if (!where.tls && !url.starts_with(tcp_scheme)) return std::nullopt;
  auto rest = url.substr(where.tls ? tls_scheme.size() : tcp_scheme.size());
  if (const auto at = rest.rfind('@'); at != rest.npos) {
    if (!read_credentials(rest.substr(0, at), where)) return std::nullopt;
    rest.remove_prefix(at + 1);
  }
  if (const auto slash = rest.find('/'); slash != rest.npos) {
    const auto database = rest.substr(slash + 1);
    if (!database.empty() && !read_number(database, where.database)) return std::nullopt;
    rest = rest.substr(0, slash);
  }
  if (const auto address = parse_host_port(rest)) {
    where.host = address->host;
    where.port = address->port;
  } else {
    where.host = rest;
  }
  if (where.host.empty() || where.host.find_first_of(": []") != where.host.npos) {
    if (!parse_host_port(rest)) return std::nullopt;
  }
  return where;
}

}  // namespace duanwen
