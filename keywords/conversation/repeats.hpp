#pragma once
// The same text twice within seconds, as people send it when an answer is slow. Pure.

#include <cstdint>

#include "keywords/conversation/conversation.hpp"
#include "keywords/conversation/decision.hpp"

namespace duanwen {

/// What the text of `incoming` is known by when it comes again to the same number.
answered_text answered_now(const inquiry& incoming);

/// Whether `now` is `before` once more, less than `within_s` seconds later; 0: never, nor where a clock went
/// back.
bool repeats(const answered_text& before, const answered_text& now, std::uint32_t within_s);

}  // namespace duanwen
