#pragma once
// The tables of all keys, and the sections that they belong to, in the order of config/duanwen.toml.

#include "config/settings/rows.hpp"
#include "keywords/directory/limits.hpp"
#include "keywords/vocabulary/wording.hpp"

namespace duanwen {

inline constexpr std::int64_t path_octets = 4096;  // PATH_MAX of Linux

/// The keys of one section.
template <class Section>
const std::vector<row<Section>>& rows();

template <>
const std::vector<row<gateway_settings>>& rows();
template <>
const std::vector<row<redis_settings>>& rows();
template <>
const std::vector<row<outbox_settings>>& rows();
template <>
const std::vector<row<dial_settings>>& rows();
template <>
const std::vector<row<admin_settings>>& rows();
template <>
const std::vector<row<log_settings>>& rows();
template <>
const std::vector<row<conversation_settings>>& rows();
template <>
const std::vector<row<reassembly_settings>>& rows();
template <>
const std::vector<row<trace_settings>>& rows();
template <>
const std::vector<row<smpp_settings>>& rows();
template <>
const std::vector<row<receipt_settings>>& rows();
template <>
const std::vector<row<directory_limits>>& rows();
template <>
const std::vector<row<service_settings>>& rows();
template <>
const std::vector<row<carrier_settings>>& rows();
template <>
const std::vector<row<route_settings>>& rows();
template <>
const std::vector<row<wording>>& rows();

template <class Section>
std::vector<std::string_view> keys_of() {
  std::vector<std::string_view> keys;
  for (const auto& r : rows<Section>()) keys.push_back(r.what.key);
  return keys;
}

/// Calls visit("gateway", c.gateway) and so on for each [section].
template <class Config, class Visit>
void for_each_section(Config& c, Visit&& visit) {
  visit("gateway", c.gateway);
  visit("redis", c.redis);
  visit("outbox", c.outbox);
  visit("dial", c.dial);
  visit("admin", c.admin);
  visit("log", c.log);
  visit("conversation", c.conversation);
  visit("reassembly", c.reassembly);
  visit("traces", c.traces);
  visit("smpp", c.smpp);
  visit("receipts", c.receipts);
  visit("directory", c.directory);
}

/// Calls visit("service", c.services) and so on for each [[list of sections]].
template <class Config, class Visit>
void for_each_list(Config& c, Visit&& visit) {
  visit("service", c.services);
  visit("carrier", c.carriers);
  visit("route", c.routes);
}

}  // namespace duanwen
