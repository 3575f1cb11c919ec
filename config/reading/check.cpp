// Whether the settings fit together, a function a section.
#include "config/reading/check.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

#include "config/addresses/address.hpp"
#include "config/addresses/as_meant.hpp"
#include "config/addresses/host.hpp"
#include "config/addresses/listen_address.hpp"
#include "config/addresses/port_range.hpp"
#include "config/addresses/texted_number.hpp"
#include "keywords/text/digits.hpp"

namespace duanwen {

namespace {

std::string path_of(const char* list, std::size_t i) {
  return std::string(list) + '[' + std::to_string(i) + ']';
}

/// Judges a key only where nothing is wrong with it already.
void demand(bool fine, const std::string& key, const std::string& message, mistake_list& mistakes) {
  if (!fine && !mistakes.about(key)) mistakes.add(key, message);
}

/// The same where a judge says what is wrong, or nothing.
void demand(const std::string& wrong, const std::string& key, mistake_list& mistakes) {
  demand(wrong.empty(), key, wrong, mistakes);
}

/// A wrong name would mean UTC without a word, so it is looked up where the machine has the list.
bool is_time_zone(const std::string& name) {
  const std::filesystem::path zones = "/usr/share/zoneinfo";
  const bool well_formed = std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '/' || c == '_' || c == '-' || c == '+';
  });
  std::error_code unreadable;
  if (!well_formed || name.starts_with('/')) return false;
  return !std::filesystem::is_directory(zones, unreadable) ||
         std::filesystem::is_regular_file(zones / name, unreadable);
}

/// The same for an entry of a list, of which several may be wrong.
void demand_entry(bool fine, const std::string& key, const std::string& message, mistake_list& mistakes) {
  if (!fine) mistakes.add(key, message);
}

void check_tls_files(const std::string& certificate, const std::string& key, const std::string& section,
                     mistake_list& mistakes) {
  demand(judge_path(certificate), section + ".tls_certificate", mistakes);
  demand(judge_path(key), section + ".tls_key", mistakes);
  demand(certificate.empty() || !key.empty(), section + ".tls_certificate", "needs tls_key as well",
         mistakes);
  demand(key.empty() || !certificate.empty(), section + ".tls_key", "needs tls_certificate as well",
         mistakes);
}

void check_gateway(const gateway_settings& g, mistake_list& mistakes) {
  demand(judge_path(g.data_dir), "gateway.data_dir", mistakes);
  demand(is_time_zone(g.time_zone), "gateway.time_zone", "must be a known time zone, as Asia/Shanghai",
         mistakes);
  demand(all_digits(g.country_code), "gateway.country_code", "must be digits, as 86", mistakes);
}

void check_times(const config& c, mistake_list& mistakes) {
  demand(c.outbox.retry_first <= c.outbox.retry_max, "outbox.retry_first_s", "is above retry_max_s",
         mistakes);
  demand(c.outbox.retry_max <= c.outbox.reply_validity, "outbox.retry_max_s", "is above reply_validity_s",
         mistakes);
  demand(c.dial.backoff_min <= c.dial.backoff_max, "dial.backoff_min_ms", "is above backoff_max_s", mistakes);
}

void check_admin(const admin_settings& a, mistake_list& mistakes) {
  check_tls_files(a.tls_certificate, a.tls_key, "admin", mistakes);
  const auto wrong = judge_listen(a.listen, {"127.0.0.1", 8080, true, true});
  demand(!wrong, "admin.listen", "must be host:port, as 127.0.0.1:8080 or [::1]:8080" + wrong.value_or(""),
         mistakes);
  const auto at = parse_host_port(a.listen);
  demand(!at || is_loopback(at->host) || !a.tls_certificate.empty(), "admin.listen",
         "is reachable from other machines, which needs tls_certificate and tls_key", mistakes);
}

void check_ignored(const service_settings& s, const std::string& at, mistake_list& mistakes) {
  for (std::string_view sender : s.ignored_senders) {
    const std::string name(sender);
    if (sender.ends_with('*')) sender.remove_suffix(1);
    demand_entry(all_digits(sender), at + ".ignored_senders",
                 name + " must be digits, with or without * behind them, as 10086 or 106*", mistakes);
  }
  for (const auto& ports : s.ignored_ports)
    demand_entry(parse_port_range(ports).has_value(), at + ".ignored_ports",
                 ports + " must be a port or a range of them, as 2948 or 9200-9207", mistakes);
}

/// What to write for a number that was written for people; "" where that is not plain.
std::string instead_of(const std::string& number) {
  const auto meant = digits_meant(number);
  return !meant.empty() && all_digits(meant) ? "; write \"" + meant + '"' : "";
}

void check_services(const std::vector<service_settings>& services, mistake_list& mistakes) {
  std::set<std::string> taken;  // numbers, and numbers with extension, since both are texted
  for (std::size_t i = 0; i < services.size(); ++i) {
    const auto& s = services[i];
    const std::string at = path_of("service", i);
    demand(all_digits(s.number), at + ".number", "must be digits" + instead_of(s.number), mistakes);
    demand(taken.insert(s.number).second, at + ".number", s.number + " is there twice", mistakes);
    for (const auto& [extension, department] : s.extensions) {
      const std::string number = s.number + extension;
      demand_entry(all_digits(extension) && number.size() <= 20, at + ".extensions",
                   "the extension \"" + extension + "\" must be digits, with the number not over 20",
                   mistakes);
      demand_entry(!department.empty(), at + ".extensions", extension + " needs a department's id", mistakes);
      demand_entry(taken.insert(number).second, at + ".extensions", number + " is there twice", mistakes);
    }
    check_ignored(s, at, mistakes);
    const bool plain = s.wording.find_first_of("/.\\") == s.wording.npos;
    demand(plain, at + ".wording", "must be the name of a language, as zh-CN", mistakes);
  }
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;  // continuation octets are no characters
  }));
}

/// What a carrier that dials us needs, since anybody could dial.
void check_listening(const carrier_settings& c, const std::string& at, mistake_list& mistakes) {
  const auto wrong = judge_listen(c.listen, {"0.0.0.0", 2775, false, false});
  demand(!wrong, at + ".listen",
         "must be host:port where mode is \"listen\", as 0.0.0.0:2775" + wrong.value_or(""), mistakes);
  demand(!c.password.empty(), at + ".password", "must not be empty where the carrier dials us", mistakes);
  demand(!c.tls || !c.tls_certificate.empty(), at + ".tls_certificate",
         "is what the carrier verifies when it dials us", mistakes);
}

void check_dialling(const carrier_settings& c, const std::string& at, mistake_list& mistakes) {
  const std::string empty =
      R"(may not be empty where mode is "connect"; write whom we dial, as smpp.example.com or 192.0.2.10)";
  demand(c.host.empty() ? empty : judge_host(c.host), at + ".host", mistakes);
}

/// Carriers of one listen address are told apart by system_id, which comes after TLS.
void check_sharing(const carrier_settings& a, const carrier_settings& b, const std::string& at,
                   mistake_list& mistakes) {
  if (a.mode != carrier_mode::listen || b.mode != carrier_mode::listen || a.listen != b.listen) return;
  demand(a.system_id != b.system_id, at + ".system_id",
         "is that of " + a.name + " at the same listen address", mistakes);
  const auto tls = [](const carrier_settings& c) {
    return std::tie(c.tls, c.tls_ca, c.tls_certificate, c.tls_key, c.tls_verify);
  };
  demand(tls(a) == tls(b), at + ".tls",
         "and its files must be those of " + a.name + " at the same listen address", mistakes);
}

/// What carriers give out although the specification has it shorter is taken, and told.
void check_bind_texts(const carrier_settings& c, const std::string& at, mistake_list& mistakes) {
  const auto look = [&](const char* key, std::string_view text, std::size_t most, const char* clause) {
    if (text.size() > most)
      mistakes.warn(at + key, "has " + std::to_string(text.size()) + " octets; SMPP 3.4 " + clause +
                                  " says " + std::to_string(most) +
                                  ", and some centres refuse or cut what is longer");
    if (trimmed(text) != text) mistakes.warn(at + key, "begins or ends with a blank");
  };
  look(".system_id", c.system_id, 15, "§5.2.1");
  look(".password", c.password.reveal(), 8, "§5.2.2");
  look(".system_type", c.system_type, 12, "§5.2.3");
}

void check_carrier(const carrier_settings& c, const std::string& at, mistake_list& mistakes) {
  check_tls_files(c.tls_certificate, c.tls_key, at, mistakes);
  demand(judge_path(c.tls_ca), at + ".tls_ca", mistakes);
  check_bind_texts(c, at, mistakes);
  if (c.mode == carrier_mode::listen)
    check_listening(c, at, mistakes);
  else
    check_dialling(c, at, mistakes);
  for (const auto& network : c.allowed_from) {
    const auto wrong = judge_network(network);
    demand_entry(wrong.empty(), at + ".allowed_from", wrong, mistakes);
  }
  const auto brackets = characters(c.profile.signature);
  demand(brackets == 0 || brackets == 2, at + ".signature",
         R"(must be an opening and a closing bracket, as "【】" or "[]", or "")", mistakes);
}

void check_carriers(const std::vector<carrier_settings>& carriers, mistake_list& mistakes) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < carriers.size(); ++i) {
    const std::string at = path_of("carrier", i);
    check_carrier(carriers[i], at, mistakes);
    const bool first = names.insert(carriers[i].name).second;
    demand(first, at + ".name", carriers[i].name + " is there twice", mistakes);
    for (std::size_t j = 0; j < i; ++j) check_sharing(carriers[j], carriers[i], at, mistakes);
  }
}

/// Every menu extension must have room behind the longest number.
void check_extension_digits(const config& settings, mistake_list& mistakes) {
  const auto longest = longest_number(settings.services);
  for (std::size_t i = 0; i < settings.carriers.size(); ++i)
    demand(longest + settings.carriers[i].extension_digits <= address_digits_max,
           path_of("carrier", i) + ".extension_digits",
           "makes numbers above " + std::to_string(address_digits_max) + " digits", mistakes);
}

/// How a mobile number of the mainland begins without its country code: 13 to 19.
bool is_mainland(const std::string& prefix, const gateway_settings& gateway) {
  return gateway.country_code == "86" && prefix.size() >= 2 && prefix[0] == '1' && prefix[1] >= '3' &&
         prefix[1] <= '9';
}

void check_routes(const config& settings, mistake_list& mistakes) {
  std::set<std::string> prefixes, carriers;
  for (const auto& c : settings.carriers) carriers.insert(c.name);
  for (std::size_t i = 0; i < settings.routes.size(); ++i) {
    const auto& r = settings.routes[i];
    const std::string at = path_of("route", i);
    demand(all_digits(r.prefix) && !r.prefix.starts_with("00"), at + ".prefix",
           "must be digits with the country code, as 86138" + instead_of(r.prefix), mistakes);
    if (is_mainland(r.prefix, settings.gateway))
      mistakes.warn(at + ".prefix", "means numbers abroad; for residents' own write \"" +
                                        settings.gateway.country_code + r.prefix + '"');
    demand(prefixes.insert(r.prefix).second, at + ".prefix", r.prefix + " is there twice", mistakes);
    for (const auto& name : r.carriers)
      demand_entry(carriers.contains(name), at + ".carriers", "there is no carrier " + name, mistakes);
  }
}

}  // namespace

void check_config(const config& settings, mistake_list& mistakes) {
  check_gateway(settings.gateway, mistakes);
  demand(judge_redis_url(settings.redis.url).empty(), "redis.url", judge_redis_url(settings.redis.url),
         mistakes);
  check_times(settings, mistakes);
  check_admin(settings.admin, mistakes);
  demand(judge_path(settings.log.file), "log.file", mistakes);
  check_services(settings.services, mistakes);
  check_carriers(settings.carriers, mistakes);
  check_extension_digits(settings, mistakes);
  check_routes(settings, mistakes);
}

}  // namespace duanwen
