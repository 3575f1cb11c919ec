#pragma once
// Departments that inherit: what they have from the same-named department of the area above. Pure.

#include "keywords/directory.hpp"

namespace duanwen {

/// Numbers that a department which inherits gives itself begin here, so that those above can still grow.
inline constexpr std::uint32_t first_own_number_of_heir = 201;

/// The department that `heir` inherits from: of the same name, in the parent of its area; null if there is
/// none.
const department* inherits_from(const directory& document, const department& heir);

/// `document` with the items and retired numbers that departments inherit put into their own lists, before
/// their own. An inherited item that the heir retired is left out. Inheritance goes through all levels.
directory with_inherited(const directory& document);

}  // namespace duanwen
