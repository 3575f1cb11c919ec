#pragma once
// Outstanding requests of one link by sequence_number, oldest first, with their deadlines.

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "gateway/smpp/session/request_token.hpp"

namespace duanwen::smpp {

using time_point = std::chrono::steady_clock::time_point;

struct outstanding_request {
  std::uint32_t command_id = 0;
  request_token token;
  time_point sent{};
  std::uint64_t responses_before = 0;  ///< of ours, written before it: its answer shows that they were read
};

class request_window {
 public:
  /// Precondition: !has(sequence_number).
  void add(std::uint32_t sequence_number, outstanding_request r);
  std::optional<outstanding_request> take(std::uint32_t sequence_number);
  bool has(std::uint32_t sequence_number) const { return open_.contains(sequence_number); }
  std::vector<outstanding_request> take_all();
  bool any_sent_before(time_point t) const;
  /// Those of commands of which `is_one` says so, sent before `t`.
  std::vector<outstanding_request> take_sent_before(time_point t, bool (*is_one)(std::uint32_t command_id));
  /// Whether the answer to one that is open will show that the peer read that response of ours.
  bool will_prove(std::uint64_t response) const;
  std::size_t messages() const {
    return messages_;
  }  ///< requests of others than the session, whose own take no room in the window

 private:
  std::map<std::uint32_t, outstanding_request> open_;
  std::size_t messages_ = 0;
};

}  // namespace duanwen::smpp
