#pragma once
// Which digits behind the service number a menu is told under, so that what comes to them is a number of it.
// Pure.

#include <cstdint>

#include "keywords/conversation/conversation.hpp"
#include "keywords/conversation/decision.hpp"

namespace duanwen {

/// The place that `digits` were given to, as `now_at` remembers it: with all that is known of it where it is
/// the menu in view, else with its numbers alone. Nowhere: none is remembered.
conversation menu_under(const conversation& now_at, std::uint32_t digits);

/// The digits that the answer of `d` leaves under: those of the menu that its numbers mean, new ones where it
/// has none. A sentence, which moves nobody, leaves under what was texted. `before` is where the resident
/// stood.
void tie(decision& d, const conversation& before, const inquiry& asked, const tie_rule& rule);

}  // namespace duanwen
