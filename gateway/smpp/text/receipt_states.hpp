#pragma once
// What centres write behind stat: in a receipt → its message_state. SMPP 3.4 appendix B; CMPP 3.0 §8.4.3
// (Stat). Pure, any thread.

#include <string_view>

#include "gateway/smpp/pdu/message_state.hpp"

namespace duanwen::smpp {

struct stat_meaning {
  message_state state = message_state::unknown;
  bool says_all = false;  ///< false: `stat` itself tells more than its state, so it is shown too
};

/// `stat` in any case. What is in no row is unknown, and says more than that.
stat_meaning meaning_of_stat(std::string_view stat);

}  // namespace duanwen::smpp
