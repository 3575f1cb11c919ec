#include "tests/sim/verdict.hpp"

namespace duanwen::sim {

const char* name_of(rule r) {
  switch (r) {
    case rule::ok_before_safe:
      return "ok_before_safe";
    case rule::acknowledged_late:
      return "acknowledged_late";
    case rule::lost:
      return "lost";
    case rule::committed_twice:
      return "committed_twice";
    case rule::doubled:
      return "doubled";
    case rule::doubled_by_an_end:
      return "doubled_by_an_end";
    case rule::booked_unsent:
      return "booked_unsent";
    case rule::nobodys_reply:
      return "nobodys_reply";
    case rule::window_exceeded:
      return "window_exceeded";
    case rule::rate_exceeded:
      return "rate_exceeded";
    case rule::sequence_in_flight:
      return "sequence_in_flight";
    case rule::answered_after_ttl:
      return "answered_after_ttl";
    case rule::in_doubt_in_vain:
      return "in_doubt_in_vain";
    case rule::not_drained:
      return "not_drained";
    case rule::not_bound:
      return "not_bound";
    case rule::stop_hangs:
      return "stop_hangs";
  }
  return "unknown";
}

}  // namespace duanwen::sim
