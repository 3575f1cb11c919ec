#pragma once
// The heart: normalise → match → converse → compose, as one pure function. The same input gives the same
// decision.

#include "keywords/conversation/decision.hpp"
#include "keywords/index/snapshot.hpp"

namespace duanwen {

/// Decides what a resident who stands at `now_at` is told. Calls nothing, keeps nothing; any thread.
decision decide(const snapshot& directory, const conversation& now_at, const inquiry& incoming,
                const reply_style& style);

}  // namespace duanwen
