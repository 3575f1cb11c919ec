#pragma once
// Watches what is written on links: window, rate and sequence numbers.

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "gateway/smpp/pdu/pdu.hpp"
#include "tests/sim/verdict.hpp"

namespace duanwen::sim {

/// What the carrier allows.
struct link_rules {
  std::size_t window = 10;
  std::uint32_t throughput =
      0;  ///< segments a second of one process by one carrier, one second's worth at once
};

class link_watch {
 public:
  explicit link_watch(verdict& rules) : verdict_(rules) {}

  /// A request of the gateway on `link`; `pace` names who shares its rate.
  void written(const std::string& link, const std::string& pace, const smpp::pdu& request,
               const link_rules& rules, std::chrono::milliseconds now);
  /// The response goes to the gateway.
  void answered(const std::string& link, std::uint32_t sequence_number);
  /// The link is gone; whom the submit_sm in flight were for.
  std::vector<std::string> fell(const std::string& link);
  /// The process behind it is gone: its successor begins with a full bucket.
  void forget_pace(const std::string& pace) { paces_.erase(pace); }

 private:
  struct bucket {
    double tokens = 0;
    std::chrono::milliseconds filled{0};
  };
  void take_token(const std::string& pace, const link_rules& rules, std::chrono::milliseconds now);

  verdict& verdict_;
  std::map<std::string, std::map<std::uint32_t, std::string>>
      in_flight_;  // number → resident, "" for no message
  std::map<std::string, bucket> paces_;
};

}  // namespace duanwen::sim
