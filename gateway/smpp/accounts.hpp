#pragma once
// Who may bind to us at one listen address: the carriers' accounts, judged by system_id, network and
// password. Pure apart from the supervisors that it names.

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "gateway/smpp/supervisor.hpp"

namespace duanwen::smpp {

/// Refused binds of each network address in the last minute, so that passwords cannot be tried one after
/// another. Time is a parameter.
class bind_guard {
 public:
  explicit bind_guard(std::uint32_t refused_per_minute) : most_(refused_per_minute) {}
  void refused(const std::string& address, time_point now);
  /// Whether `address` has used up its attempts of this minute.
  bool is_shut_to(const std::string& address, time_point now);

 private:
  static constexpr std::size_t addresses_max = 10000;  // beyond it the oldest are forgotten
  void forget_before(time_point t);

  std::uint32_t most_;
  std::deque<std::pair<time_point, std::string>> when_;
  std::map<std::string, std::uint32_t> counts_;
};

/// What comes of a bind or outbind: the carrier to ask for a seat, or why there is none (SMPP 3.4 §5.1.3).
struct bind_judgement {
  supervisor* carrier = nullptr;
  std::uint32_t command_status = 0;
};

/// Judges `request`, which came from `address`, by the accounts of `carriers`. Passwords are compared in
/// constant time.
bind_judgement judge_bind(const pdu& request, const std::string& address,
                          const std::vector<supervisor*>& carriers);

}  // namespace duanwen::smpp
