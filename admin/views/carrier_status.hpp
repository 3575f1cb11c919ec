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
  std::string last_error{};  ///< "" = none; why it fell last, or was not bound
};

struct carrier_status {
  std::string name;
  bool paused = false;                    ///< by an administrator
  bool resting = false;                   ///< it said that it is too busy
  std::uint32_t segments_per_second = 0;  ///< as it takes them now; 0 = no limit
  std::vector<link_status> links;
  std::uint64_t inquiries = 0, replies = 0;  ///< since the process started
  std::uint64_t waiting = 0;                 ///< residents whose reply waits for this carrier
  /// Of the fuse of segments an hour: what was answered with in this hour; 0: there is no limit.
  std::uint64_t hour_segments = 0, segments_per_hour = 0;
  bool fuse_tripped = false;
  std::string receipt_ids;  ///< how its receipts spell message ids: smpp::id_form; "" = none matched yet
  std::string last_error;   ///< "" = none; holds no text and no whole MSISDN
};

}  // namespace duanwen
