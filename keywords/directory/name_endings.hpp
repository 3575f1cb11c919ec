#pragma once
// What stands behind a name and may be left out: 局 of a department, 镇 of an area. Pure, any thread.

#include <span>
#include <string_view>

#include "keywords/directory/directory.hpp"

namespace duanwen {

/// Octets of the longest ending of a department's name (局, 管理局, 办公室 …) with which `form` begins; 0:
/// none.
std::size_t ending_at(std::string_view form);
/// The same of what stands behind an area's name (村委会, 镇政府, 代办点 …).
std::size_t area_ending_at(std::string_view form);
/// `form` without the ending of a department's name; two characters stay at least.
std::string_view without_endings(std::string_view form);
/// `form` without the ending of an area's name (区, 街道 …); two characters stay at least.
std::string_view without_level(std::string_view form);
/// The endings that an area of this level may be given, the right one or another.
std::span<const std::string_view> endings_of(area_level level);

}  // namespace duanwen
