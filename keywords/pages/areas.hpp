#pragma once
// Areas as residents see them: which departments serve one, and who takes papers in. Pure.

#include <cstdint>
#include <string_view>
#include <vector>

#include "keywords/index/snapshot.hpp"
#include "keywords/pages/compose.hpp"

namespace duanwen {

/// Whether what the conversation stands at is still in the directory.
bool exists(const snapshot& directory, const conversation& c);

/// The highest area above the area `seen`; where nobody was seen, the only highest one. Null: there are none,
/// or several.
const area* top_of(const snapshot& directory, std::string_view seen);

/// The departments of `area`; where it has none, those of the nearest area above that has some.
std::vector<const department*> departments_serving(const snapshot& directory, const area& area);

/// The same as `seen` shows them: in the order that was pinned there, null for one that is gone.
std::vector<const department*> departments_listed(const snapshot& directory, const area& area,
                                                  const conversation& seen);

/// The area's name and agent, and the keywords of `listed` beyond the first `after` of them.
page compose_area(const area& area, const std::vector<const department*>& listed, std::uint32_t after,
                  const reply_style& style);

}  // namespace duanwen
