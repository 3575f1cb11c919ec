#pragma once
// Under which menu extension a menu is told, so that what comes to that is a number of it. Pure.

#include <cstdint>

#include "keywords/conversation/conversation.hpp"
#include "keywords/conversation/decision.hpp"

namespace duanwen {

/// The menu that `extension` was given to, as `now_at` remembers it: with all that is known of it where it is
/// in view, else with its numbers alone. An empty conversation: none is remembered.
conversation menu_under(const conversation& now_at, std::uint32_t extension);

/// Sets the menu extension that the answer of `d` leaves under: that of the menu which its numbers mean, a
/// new one where it has none. A sentence, which moves nobody, leaves under the one that was texted. `before`
/// is where the resident stood.
void give_menu_extension(decision& d, const conversation& before, const inquiry& incoming,
                         const menu_extension_range& range);

}  // namespace duanwen
