#include "gateway/inquiries/hourly_fuses.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "config/addresses/msisdn.hpp"
#include "gateway/replies/booking.hpp"

namespace duanwen {
namespace {

constexpr unix_ms hour_ms = 3600'000;
constexpr std::size_t trips_remembered_max = 100000;  // beyond it a further one is told of at every text

std::string department_named(const std::string& id) { return "d:" + id; }
std::string carrier_named(const std::string& name) { return "c:" + name; }

// Each department's part of an answer, as the ledger will book it; what nobody pays for is left out.
std::vector<booking> shares_of(const reply& answer, std::uint32_t segments) {
  reply_cost cost;
  cost.segments = segments;
  auto shares = book(shares_of(answer), cost);
  std::erase_if(shares, [](const booking& b) { return b.department.empty(); });
  return shares;
}

}  // namespace

std::int64_t hour_of(unix_ms when) { return when / hour_ms; }

hourly_fuses::hourly_fuses(const config& settings, metrics& metrics)
    : settings_(settings), metrics_(metrics) {
  any_ = settings.conversation.department_segments_per_hour != 0 ||
         std::any_of(settings.carriers.begin(), settings.carriers.end(),
                     [](const carrier_settings& c) { return c.segments_per_hour != 0; });
}

void hourly_fuses::turn_to(unix_ms now) {
  if (hour_of(now) == hour_) return;
  hour_ = hour_of(now);
  used_.clear();
  tripped_.clear();
}

std::uint64_t hourly_fuses::limit_of(const std::string& carrier) const {
  const auto& all = settings_.carriers;
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.name == carrier; });
  return found == all.end() ? 0 : found->segments_per_hour;
}

bool hourly_fuses::burnt(const std::string& name, std::uint64_t limit, std::uint64_t more) const {
  const auto found = used_.find(name);
  return limit != 0 && found != used_.end() && found->second.all() + more > limit;
}

void hourly_fuses::trip(fuse_kind kind, const std::string& whose, const std::string& shown,
                        const char* setting) {
  if (tripped_.contains({kind, whose})) return;
  if (tripped_.size() < trips_remembered_max) tripped_.emplace(kind, whose);
  metrics_.fuse_tripped(kind);
  spdlog::warn("the fuse of {} {} tripped until the hour ends: {}", name_of(kind), shown, setting);
}

void hourly_fuses::judge(decision& d, const conversation_key& who, const conversation& before,
                         const std::string& carrier, unix_ms now) {
  turn_to(now);
  if (d.result == outcome::fused)
    return trip(fuse_kind::resident, who.service + ' ' + who.msisdn, masked(who.msisdn),
                "conversation.segments_per_hour");
  const bool first = before.fuse_hour != hour_ || before.fuse_segments == 0;
  if (!any_ || first || d.answer.empty()) return;
  const auto refuse = [&](fuse_kind kind, const std::string& whose, const char* setting) {
    trip(kind, whose, whose, setting);
    d.answer = {};
    d.segments = 0;
    d.result = outcome::fused;
    d.next.fuse_segments = before.fuse_segments;
  };
  for (const auto& share : shares_of(d.answer, d.segments))
    if (burnt(department_named(share.department), settings_.conversation.department_segments_per_hour,
              share.segments))
      return refuse(fuse_kind::department, share.department, "conversation.department_segments_per_hour");
  if (burnt(carrier_named(carrier), limit_of(carrier), d.segments))
    refuse(fuse_kind::carrier, carrier, "carrier.segments_per_hour");
}

void hourly_fuses::count(const reply& answer, std::uint32_t segments, const std::string& carrier,
                         unix_ms now) {
  if (!any_ || answer.empty()) return;
  turn_to(now);
  for (const auto& share : shares_of(answer, segments))
    used_[department_named(share.department)].own += share.segments;
  used_[carrier_named(carrier)].own += segments;
}

std::vector<hourly_count> hourly_fuses::tell(unix_ms now) {
  turn_to(now);
  std::vector<hourly_count> own;
  for (auto& [name, of] : used_) {
    of.told = of.own;
    if (of.own != 0) own.emplace_back(name, of.own);
  }
  return own;
}

void hourly_fuses::heard(std::int64_t hour, const std::vector<hourly_count>& all) {
  if (hour != hour_) return;
  for (const auto& one : all) {
    auto& of = used_[one.of];
    of.others = one.segments - std::min(one.segments, of.told);
  }
}

std::optional<hourly_fuses::standing> hourly_fuses::of_carrier(const std::string& name, unix_ms now) {
  turn_to(now);
  standing s;
  s.limit = limit_of(name);
  if (s.limit == 0) return std::nullopt;
  if (const auto found = used_.find(carrier_named(name)); found != used_.end())
    s.segments = found->second.all();
  s.tripped = s.segments >= s.limit || tripped_.contains({fuse_kind::carrier, name});
  return s;
}

}  // namespace duanwen
