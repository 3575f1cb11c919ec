#include "config/settings/changes.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>
#include <utility>

#include "config/settings/tables.hpp"

namespace duanwen {
namespace {

/// Read anew whenever they are needed, and by no other thread.
constexpr std::array<std::string_view, 27> changeable{
    "log.level",
    "gateway.max_inquiries_in_flight",
    "gateway.stop_timeout_s",
    "redis.hold_s",
    "outbox.retry_first_s",
    "outbox.retry_max_s",
    "outbox.reply_validity_s",
    "dial.connect_timeout_s",
    "conversation.segments_per_hour",
    "reassembly.parts_max",
    "smpp.pdu_octets_max",
    "smpp.session_init_timeout_s",
    "smpp.unbind_timeout_s",
    "smpp.inactivity_timeout_s",
    "carrier.host",
    "carrier.port",
    "carrier.system_id",
    "carrier.password",
    "carrier.system_type",
    "carrier.address_ton",
    "carrier.address_npi",
    "carrier.address_range",
    "carrier.enquire_link_s",
    "carrier.response_timeout_s",
    "carrier.when_unavailable",
    "carrier.failover_s",
    "carrier.registered_delivery",
};

bool may_change(std::string_view section, std::string_view key) {
  const auto whole = std::string(section) + "." + std::string(key);
  return std::find(changeable.begin(), changeable.end(), whole) != changeable.end();
}

/// Compares two values of one key; true: they were different. Makes them equal if it may.
struct make_equal {
  bool may;
  template <class T>
  bool operator()(T* current, T* fresh) const {
    if (*current == *fresh) return false;
    if (may) *current = *fresh;
    return true;
  }
  bool operator()(const worded& current, const worded& fresh) const {
    if (current.index == fresh.index) return false;
    if (may) current.set(fresh.index);
    return true;
  }
  template <class Other, class Value>
  bool operator()(const Other&, const Value&) const {
    return false;  // one key is always of one type
  }
};

template <class Section>
void compare(std::string_view section, const std::string& named, Section& current, Section fresh,
             setting_changes& found) {
  for (const auto& r : rows<Section>()) {
    const bool may = may_change(section, r.what.key);
    const auto now = r.where(current), then = r.where(fresh);
    if (!std::visit(make_equal{may}, now, then)) continue;
    (may ? found.taken : found.after_restart).push_back(named + "." + std::string(r.what.key));
  }
}

const std::string& name_of(const service_settings& s) { return s.number; }
const std::string& name_of(const carrier_settings& s) { return s.name; }
const std::string& name_of(const route_settings& s) { return s.prefix; }

template <class Section>
void compare_lists(const std::string& section, std::vector<Section>& current,
                   const std::vector<Section>& fresh, setting_changes& found) {
  const auto same_name = [](const Section& a, const Section& b) { return name_of(a) == name_of(b); };
  if (!std::equal(current.begin(), current.end(), fresh.begin(), fresh.end(), same_name)) {
    found.after_restart.push_back(section);
    return;
  }
  for (std::size_t i = 0; i < current.size(); ++i)
    compare(section, section + "." + name_of(current[i]), current[i], fresh[i], found);
}

}  // namespace

setting_changes take_over(config& current, const config& fresh) {
  setting_changes found;
  auto there = fresh;
  for_each_section(current, [&](std::string_view name, auto& now) {
    for_each_section(there, [&](std::string_view other, auto& then) {
      if constexpr (std::is_same_v<decltype(now), decltype(then)>)
        if (name == other) compare(name, std::string(name), now, then, found);
    });
  });
  compare_lists("service", current.services, fresh.services, found);
  compare_lists("carrier", current.carriers, fresh.carriers, found);
  compare_lists("route", current.routes, fresh.routes, found);
  return found;
}

}  // namespace duanwen
