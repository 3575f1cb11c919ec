#pragma once
// The octets of an inquiry, whole or of all parts that came → what is decided. Pure, but for the log.

#include "gateway/inquiries/inbound.hpp"
#include "keywords/conversation/decision.hpp"
#include "keywords/index/snapshot.hpp"

namespace duanwen {

/// Decides on the text of `received`; `to_decide` has all else that is known of it. Text that cannot be read,
/// or that is too long and whose beginning means nothing, gets the help reply; parts that are a receipt get
/// none.
decision decide_text(const inbound& received, const snapshot& directory, const conversation& now_at,
                     inquiry to_decide, const reply_style& style);

}  // namespace duanwen
