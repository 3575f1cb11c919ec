#pragma once
// A selection seen against a menu: which of its numbers there are, and what to say of the others. Pure.

#include <cstdint>
#include <string>
#include <vector>

#include "keywords/pages/menu.hpp"
#include "keywords/text/selection.hpp"
#include "keywords/vocabulary/wording.hpp"

namespace duanwen {

struct chosen {
  std::vector<std::uint32_t> there;   ///< in the order texted, none twice
  std::vector<number_range> missing;  ///< numbers that the menu has not, neighbours together
};

/// 135 alone is item 135 if there is one, else 1, 3 and 5 if there are all three.
chosen choose(const menu& m, const selection& selected);

/// A sentence a line about what is missing: gone for ever, or never there. Bounded, whatever was selected.
std::string about_missing(const menu& m, const std::vector<number_range>& missing, const wording& words);

}  // namespace duanwen
