#include "gateway/metrics/metrics.hpp"

#include <numeric>

namespace duanwen {
namespace {

// From a reply that goes at once to one that waited for a carrier to come back.
const std::vector<double> inquiry_bounds_s = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25,
                                              0.5,   1,      2.5,   5,    10,    30,   60};
const std::vector<double> redis_bounds_s = {0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                            0.05,    0.1,    0.25,  0.5,    1,     2.5};

std::uint64_t sum(const auto& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

void count(carrier_counts::by_name& counts, std::string_view name) {
  const auto found = counts.find(name);
  if (found != counts.end())
    ++found->second;
  else
    counts.emplace(name, 1);
}

}  // namespace

const char* name_of(undecided u) {
  switch (u) {
    case undecided::flooded:
      return "flooded";
    case undecided::redelivered:
      return "redelivered";
    case undecided::refused:
      return "refused";
    case undecided::ignored:
      return "ignored";
    case undecided::own_number:
      return "own_number";
    case undecided::unavailable:
      return "unavailable";
  }
  return "?";
}

const char* name_of(reply_end e) {
  switch (e) {
    case reply_end::accepted:
      return "accepted";
    case reply_end::refused:
      return "refused";
    case reply_end::expired:
      return "expired";
  }
  return "?";
}

const char* name_of(fuse_kind k) {
  switch (k) {
    case fuse_kind::resident:
      return "resident";
    case fuse_kind::department:
      return "department";
    case fuse_kind::carrier:
      return "carrier";
  }
  return "?";
}

std::optional<double> receipts_matched(const carrier_counts& of) {
  std::uint64_t all = 0, others = 0;
  for (const auto& [state, count] : of.receipts) {
    all += count;
    if (state == "unmatched" || state == "unreadable") others += count;
  }
  if (all == 0) return std::nullopt;
  return static_cast<double>(all - others) / static_cast<double>(all);
}

metrics::metrics(const std::vector<carrier_settings>& carriers)
    : inquiry_seconds_(inquiry_bounds_s), redis_seconds_(redis_bounds_s) {
  for (const auto& c : carriers) carriers_[c.name];
}

void metrics::segments(std::string_view carrier, alphabet in, std::uint64_t count, std::uint64_t cost_li) {
  auto& counts = of(carrier);
  counts.segments.at(index(in)) += count;
  counts.cost_li += cost_li;
}

void metrics::pdu_error(std::string_view carrier, std::string_view kind) {
  count(of(carrier).pdu_errors, kind);
}

void metrics::receipt(std::string_view carrier, std::string_view state) {
  count(of(carrier).receipts, state);
}

std::uint64_t metrics::inquiries(std::string_view carrier) const {
  const auto found = carriers_.find(carrier);
  return found == carriers_.end() ? 0 : sum(found->second.decided) + sum(found->second.undecided);
}

std::uint64_t metrics::replies(std::string_view carrier) const {
  const auto found = carriers_.find(carrier);
  return found == carriers_.end() ? 0 : found->second.replies[index(reply_end::accepted)];
}

carrier_counts& metrics::of(std::string_view carrier) {
  const auto found = carriers_.find(carrier);
  return found != carriers_.end() ? found->second : carriers_[""];
}

}  // namespace duanwen
