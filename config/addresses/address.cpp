// Host, port, network and Redis address by their text alone.
#include "config/addresses/address.hpp"

#include <arpa/inet.h>
#include <sys/un.h>

#include <algorithm>
#include <array>
#include <vector>

#include "config/addresses/as_meant.hpp"
#include "config/addresses/host.hpp"
#include "config/addresses/percent.hpp"
#include "keywords/text/whole_number.hpp"

namespace duanwen {

namespace {

std::optional<unsigned> number_up_to(std::string_view text, unsigned most) {
  const auto n = whole_number<unsigned>(text);
  return n && *n <= most ? n : std::nullopt;
}

/// The prefix length an address of this kind may have; 0 when it is no address.
unsigned address_bits(const std::string& host) {
  std::array<unsigned char, 16> octets{};
  if (inet_pton(AF_INET, host.c_str(), octets.data()) == 1) return 32;
  if (inet_pton(AF_INET6, host.c_str(), octets.data()) == 1) return 128;
  return 0;
}

/// The 4 or 16 octets of an address, an IPv4 one inside IPv6 as its own 4; empty when it is none.
std::vector<unsigned char> octets_of(const std::string& address) {
  constexpr std::array<unsigned char, 12> v4_in_v6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  std::vector<unsigned char> octets(16);
  if (inet_pton(AF_INET, address.c_str(), octets.data()) == 1) {
    octets.resize(4);
  } else if (inet_pton(AF_INET6, address.c_str(), octets.data()) != 1) {
    octets.clear();
  } else if (std::equal(v4_in_v6.begin(), v4_in_v6.end(), octets.begin())) {
    octets.erase(octets.begin(), octets.begin() + v4_in_v6.size());
  }
  return octets;
}

/// Takes user and password away; what is wrong with them.
std::string judge_credentials(std::string_view& rest) {
  const auto at = rest.rfind('@');
  if (at == rest.npos) return {};
  const bool readable = decode_percents(rest.substr(0, at)).well_formed;
  rest.remove_prefix(at + 1);
  return readable ? std::string()
                  : "has a % before the @ without two hexadecimal digits after it; % itself is %25";
}

std::string judge_server(std::string_view rest) {
  constexpr auto wanted = "must be redis://[user:password@]host:port[/database]";
  if (auto wrong = judge_credentials(rest); !wrong.empty()) return wrong;
  const auto slash = rest.find('/');
  const auto server = rest.substr(0, slash);
  if (slash != rest.npos && slash + 1 < rest.size() && !number_up_to(rest.substr(slash + 1), 1000000))
    return wanted;
  const bool portless = is_host(server) && server.find(':') == server.npos;
  return portless || parse_host_port(server) ? std::string() : wanted;
}

bool are_servers(std::string_view list) {
  while (true) {
    const auto comma = list.find(',');
    if (!parse_host_port(list.substr(0, comma))) return false;
    if (comma == list.npos) return true;
    list.remove_prefix(comma + 1);
  }
}

std::string judge_sentinels(std::string_view rest) {
  constexpr auto wanted = "must be sentinel://[user:password@]host:port,host:port/name";
  constexpr auto name_characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_";
  if (auto wrong = judge_credentials(rest); !wrong.empty()) return wrong;
  const auto slash = rest.find('/');
  if (slash == rest.npos || !are_servers(rest.substr(0, slash))) return wanted;
  const auto name = rest.substr(slash + 1);
  return name.empty() || name.find_first_not_of(name_characters) != name.npos ? wanted : std::string();
}

std::string judge_cluster(std::string_view rest) {
  if (auto wrong = judge_credentials(rest); !wrong.empty()) return wrong;
  return are_servers(rest) ? std::string() : "must be cluster://[user:password@]host:port,host:port";
}

std::string judge_socket(std::string_view rest) {
  constexpr auto path_max = sizeof(sockaddr_un::sun_path) - 1;
  if (!rest.starts_with('/') || rest.size() < 2) return "must be unix:///path/of/the/socket";
  if (rest.size() <= path_max) return {};
  return "has a path of more than " + std::to_string(path_max) + " octets, too long for a unix socket";
}

struct scheme {
  std::string_view begin;
  std::string (*judge)(std::string_view rest);
};
constexpr std::array<scheme, 5> schemes = {{{"redis://", judge_server},
                                            {"rediss://", judge_server},
                                            {"unix://", judge_socket},
                                            {"sentinel://", judge_sentinels},
                                            {"cluster://", judge_cluster}}};

}  // namespace

std::optional<host_port> parse_host_port(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == text.npos) return std::nullopt;
  auto host = text.substr(0, colon);
  const auto port = number_up_to(text.substr(colon + 1), 65535);
  if (!port) return std::nullopt;
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  if (bracketed) host = host.substr(1, host.size() - 2);
  // A second colon belongs to IPv6, which needs its brackets to be told from the port.
  if (bracketed != (host.find(':') != host.npos) || !is_host(host)) return std::nullopt;
  return host_port{std::string(host), static_cast<std::uint16_t>(*port)};
}

bool is_loopback(const std::string& host) {
  if (host == "localhost" || host == "::1") return true;
  in_addr v4{};
  return inet_pton(AF_INET, host.c_str(), &v4) == 1 && (ntohl(v4.s_addr) >> 24) == 127;
}

bool is_network(std::string_view text) {
  const auto slash = text.find('/');
  const unsigned bits = address_bits(std::string(text.substr(0, slash)));
  if (bits == 0) return false;
  return slash == text.npos || number_up_to(text.substr(slash + 1), bits);
}

bool is_in_network(const std::string& address, std::string_view network) {
  const auto slash = network.find('/');
  const auto base = octets_of(std::string(network.substr(0, slash)));
  const auto octets = octets_of(address);
  if (base.empty() || octets.size() != base.size()) return false;
  const auto bits = slash == network.npos ? std::optional(static_cast<unsigned>(base.size() * 8))
                                          : number_up_to(network.substr(slash + 1), 128);
  for (unsigned bit = 0; bit < bits.value_or(0); ++bit) {
    const unsigned mask = 0x80u >> bit % 8;
    if ((base[bit / 8] & mask) != (octets[bit / 8] & mask)) return false;
  }
  return bits.has_value();
}

std::string judge_network(std::string_view text) {
  if (is_network(text)) return {};
  const auto wrong = (text.empty() ? "\"\"" : std::string(text)) + " must be a network, as 10.0.0.0/8";
  auto meant = half_width(trimmed(text));
  std::erase_if(meant, [](char c) { return c == '[' || c == ']' || c == ' '; });
  return is_network(meant) ? wrong + "; write \"" + meant + '"' : wrong;
}

std::string judge_redis_url(std::string_view url) {
  if (url == "embedded") return {};
  if (trimmed(url) != url) return "begins or ends with a blank; write it without";
  for (const auto& s : schemes)
    if (url.starts_with(s.begin)) return s.judge(url.substr(s.begin.size()));
  return R"(must be "embedded" or begin with redis://, rediss://, unix://, sentinel:// or cluster://)";
}

}  // namespace duanwen
