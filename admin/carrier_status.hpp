#pragma once
// How the carriers are, as the administrator sees it; the gateway fills it in.

#include <cstdint>
#include <string>
#include <vector>

namespace duanwen {

struct link_status {
  std::string name;   ///< mobile/0
  std::string state;  ///< closed, dialling, binding, bound, unbinding
  std::uint32_t window_used = 0;
  std::uint32_t window = 0;
};

struct carrier_status {
  std::string name;
  bool paused = false;
  std::vector<link_status> links;
  std::uint64_t inquiries = 0, replies = 0;  ///< since the process started
  std::uint64_t waiting = 0;                 ///< replies that wait for this carrier
  /// Of the fuse of segments an hour: what was answered with in this hour; 0: there is no limit.
  std::uint64_t hour_segments = 0, segments_per_hour = 0;
  bool fuse_tripped = false;
  std::string last_error;  ///< "" = none; holds no text and no whole MSISDN
};

}  // namespace duanwen
