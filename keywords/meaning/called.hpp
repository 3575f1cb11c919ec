#pragma once
// Items by what the menu in view calls them. Pure, any thread.

#include <optional>

#include "keywords/meaning/match.hpp"
#include "keywords/pages/menu.hpp"
#include "keywords/text/selection.hpp"

namespace duanwen {

/// Residents also text the words that they read in the menu: 宅基地, or as it stands there, 1宅基地; or
/// several, parted by signs or 和. None where anything else stands in the text.
std::optional<selection> items_called(const menu& m, const understood& u, const wording& words);

inline constexpr std::size_t copied_items_max = 4;

}  // namespace duanwen
