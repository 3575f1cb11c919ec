#include "config/addresses/host.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "config/addresses/as_meant.hpp"
#include "keywords/text/digits.hpp"

namespace duanwen {

namespace {

constexpr std::string_view name_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool is_label(std::string_view label) {
  constexpr std::size_t label_octets_max = 63;
  const bool known = std::all_of(label.begin(), label.end(), [](char c) {
    return name_letters.find(c) != name_letters.npos || is_digit(c) || c == '-' || c == '_';
  });
  return known && !label.empty() && label.size() <= label_octets_max && !label.starts_with('-') &&
         !label.ends_with('-');
}

bool is_name(std::string_view text) {
  constexpr std::size_t name_octets_max = 253;
  if (text.size() > name_octets_max) return false;
  if (text.ends_with('.')) text.remove_suffix(1);  // the root
  while (true) {
    const auto dot = text.find('.');
    if (!is_label(text.substr(0, dot))) return false;
    if (dot == text.npos) return true;
    text.remove_prefix(dot + 1);
  }
}

}  // namespace

bool is_address(std::string_view text) {
  std::array<unsigned char, 16> octets{};
  const auto percent = text.find('%');
  const bool no_zone = percent != text.npos && percent + 1 == text.size();
  const std::string address(text.substr(0, percent));
  if (inet_pton(AF_INET6, address.c_str(), octets.data()) == 1) return !no_zone;
  return percent == text.npos && inet_pton(AF_INET, address.c_str(), octets.data()) == 1;
}

bool is_host(std::string_view text) {
  if (is_address(text)) return true;
  // What has nothing but digits is an address with a slip and no name.
  return is_name(text) && text.find_first_not_of("0123456789.") != text.npos;
}

std::string judge_host(std::string_view text) {
  if (is_host(text)) return {};
  const auto meant = as_meant(text);
  if (!is_host(meant.host))
    return "must be a name or an address, as smpp.example.com, 192.0.2.10 or 2001:db8::10";
  auto wrong = "must be a name or an address and nothing else; write \"" + meant.host + '"';
  const bool port = all_digits(meant.port);
  if (port) wrong += " and port = " + meant.port;
  return wrong;
}

}  // namespace duanwen
