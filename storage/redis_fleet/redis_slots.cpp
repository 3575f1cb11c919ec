#include "storage/redis_fleet/redis_slots.hpp"

#include "keywords/text/whole_number.hpp"
#include "storage/crc16.hpp"

namespace duanwen {
namespace {

/// host:port, where the host may be an IPv6 address without brackets, or left out.
std::optional<server_address> read_address(std::string_view text, const server_address& asked) {
  const auto colon = text.rfind(':');
  if (colon == text.npos) return std::nullopt;
  server_address address;
  const auto port = whole_number<std::uint16_t>(text.substr(colon + 1));
  if (!port) return std::nullopt;
  address.port = *port;
  address.host = colon == 0 ? asked.host : std::string(text.substr(0, colon));
  return address;
}

std::optional<slot_range> read_range(const resp_value& said, const server_address& asked) {
  if (said.items.size() < 3 || said.items[2].items.size() < 2) return std::nullopt;
  const auto first = said.items[0].number, last = said.items[1].number;
  const auto& host = said.items[2].items[0].text;
  const auto port = said.items[2].items[1].number;
  if (first < 0 || last < first || last >= slot_count || port <= 0 || port > UINT16_MAX) return std::nullopt;
  slot_range range;
  range.first = static_cast<std::uint16_t>(first);
  range.last = static_cast<std::uint16_t>(last);
  range.master.host = host.empty() || host == "?" ? asked.host : host;
  range.master.port = static_cast<std::uint16_t>(port);
  return range;
}

}  // namespace

std::uint16_t slot_of(std::string_view key) {
  if (const auto open = key.find('{'); open != key.npos) {
    const auto close = key.find('}', open + 1);
    // An empty tag is none.
    if (close != key.npos && close != open + 1) key = key.substr(open + 1, close - open - 1);
  }
  return crc16(key) % slot_count;
}

std::optional<std::vector<slot_range>> read_slots(const resp_value& said, const server_address& asked) {
  if (said.is != resp_value::kind::list || said.items.empty()) return std::nullopt;
  std::vector<slot_range> ranges;
  for (const auto& one : said.items) {
    auto range = read_range(one, asked);
    if (!range) return std::nullopt;
    ranges.push_back(std::move(*range));
  }
  return ranges;
}

std::optional<redirection> read_redirection(std::string_view error, const server_address& asked) {
  redirection redirected;
  redirected.ask = error.starts_with("ASK ");
  if (!redirected.ask && !error.starts_with("MOVED ")) return std::nullopt;
  const auto address = read_address(error.substr(error.rfind(' ') + 1), asked);
  if (!address) return std::nullopt;
  redirected.to = *address;
  return redirected;
}

}  // namespace duanwen
