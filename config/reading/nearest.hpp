#pragma once
// Which known word a mistyped one was meant to be.

#include <string_view>
#include <vector>

namespace duanwen {

/// The word of `known` that is fewest edits from `typed`; empty when none is near enough to be meant.
std::string_view nearest(std::string_view typed, const std::vector<std::string_view>& known);

}  // namespace duanwen
