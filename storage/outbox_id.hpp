#pragma once
// The order of outbox entries: what one process puts into its outbox of a bucket gets rising ids, but
// after a failover to a server whose clock is behind. Pure.

#include <string>
#include <string_view>
#include <tuple>

namespace duanwen {

/// Whether `a` came after `b`. An id is one number or two with a dash between, as Redis has in streams; "" is
/// before all.
inline bool came_after(std::string_view a, std::string_view b) {
  const auto order = [](std::string_view id) {
    const auto dash = id.find('-');
    const auto major = id.substr(0, dash), minor = dash == id.npos ? "" : id.substr(dash + 1);
    return std::tuple(major.size(), major, minor.size(), minor);  // decimal, without zeros in front
  };
  return order(a) > order(b);
}

}  // namespace duanwen
