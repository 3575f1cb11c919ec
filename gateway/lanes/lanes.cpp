#include "gateway/lanes/lanes.hpp"

#include <algorithm>
#include <utility>

namespace duanwen {

lane::lane(smpp::supervisor& c)
    : carrier(&c),
      rate(c.settings().throughput),
      takes_multi(c.settings().submit_multi_max > 1 &&
                  c.settings().bulk_price_li <= c.settings().profile.segment_price_li) {}

bool lane::worth_waiting_for(time_point now) const {
  return !paused && (carrier->bound() || now < carrier->down_since() + settings().failover);
}

void lanes::add(smpp::supervisor& carrier) {
  all_.emplace_back(carrier);
  const auto price = [](const lane* l) { return l->settings().profile.segment_price_li; };
  const auto place = std::upper_bound(by_price_.begin(), by_price_.end(), &all_.back(),
                                      [price](const lane* a, const lane* b) { return price(a) < price(b); });
  by_price_.insert(place, &all_.back());
}

const lane* lanes::named(const std::string& carrier) const {
  const auto found =
      std::find_if(all_.begin(), all_.end(), [&](const lane& l) { return l.settings().name == carrier; });
  return found == all_.end() ? nullptr : &*found;
}

lane* lanes::named(const std::string& carrier) {
  return const_cast<lane*>(std::as_const(*this).named(carrier));
}

const route_settings* lanes::route_of(const std::string& msisdn) const {
  const route_settings* longest = nullptr;
  for (const auto& r : routes_)
    if (msisdn.starts_with(r.prefix) && (!longest || r.prefix.size() > longest->prefix.size())) longest = &r;
  return longest;
}

lane* lanes::choose(const outbox_entry& entry, time_point now) {
  std::vector<lane*> wanted;
  if (const auto* route = route_of(entry.key.msisdn))
    for (const auto& name : route->carriers) wanted.push_back(named(name));
  wanted.push_back(named(entry.carrier));
  wanted.insert(wanted.end(), by_price_.begin(), by_price_.end());
  std::erase(wanted, nullptr);
  if (wanted.empty()) return nullptr;
  const auto found =
      std::find_if(wanted.begin(), wanted.end(), [now](const lane* l) { return l->worth_waiting_for(now); });
  return found == wanted.end() ? wanted.front() : *found;
}

bool lanes::another_takes_replies(const lane& l) const {
  return std::any_of(all_.begin(), all_.end(),
                     [&l](const lane& other) { return &other != &l && other.takes_replies(); });
}

void lanes::drop(std::uint64_t serial) {
  for (auto& l : all_) {
    l.line.erase(serial);
    std::erase(l.leaving.jobs, serial);
  }
}

}  // namespace duanwen
