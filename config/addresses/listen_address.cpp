#include "config/addresses/listen_address.hpp"

#include "config/addresses/address.hpp"
#include "config/addresses/as_meant.hpp"
#include "config/addresses/host.hpp"
#include "keywords/text/digits.hpp"

namespace duanwen {

namespace {

bool can_listen(const host_port& at, const listen_rule& rule) {
  const bool here = rule.names ? is_host(at.host) : is_address(at.host) || at.host == "localhost";
  return here && (at.port != 0 || rule.any_port);
}

/// 2775, *:2775, 0.0.0.0, ::1:2775 …: with what is left out filled in.
meant_address filled(std::string_view text, const listen_rule& rule) {
  auto meant = as_meant(text);
  if (meant.port.empty() && all_digits(meant.host)) meant.port.swap(meant.host);
  // Of ::1:2775 without brackets the last is the port.
  const auto colon = meant.host.rfind(':');
  if (meant.port.empty() && colon != meant.host.npos && is_address(meant.host.substr(0, colon))) {
    meant.port = meant.host.substr(colon + 1);
    meant.host.resize(colon);
  }
  if (meant.host.empty() || meant.host == "*") meant.host = rule.host;
  if (meant.port.empty() || meant.port == "0") meant.port = std::to_string(rule.port);
  return meant;
}

}  // namespace

std::optional<std::string> judge_listen(std::string_view text, const listen_rule& rule) {
  const auto given = parse_host_port(text);
  if (given && can_listen(*given, rule)) return std::nullopt;
  if (given && given->port != 0) return ", by an address of this machine and no name";
  if (trimmed(text).empty()) return "";
  const auto meant = filled(text, rule);
  const bool v6 = meant.host.find(':') != meant.host.npos;
  const auto instead = (v6 ? '[' + meant.host + ']' : meant.host) + ':' + meant.port;
  const auto at = parse_host_port(instead);
  return at && can_listen(*at, rule) ? "; write \"" + instead + '"' : "";
}

}  // namespace duanwen
