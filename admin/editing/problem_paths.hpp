#pragma once
// Problems of the whole document, told in the paths of what was sent.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "keywords/directory/directory.hpp"

namespace duanwen {

/// `departments[3].items[0].title` of the whole document, when only department `id` was sent →
/// items[0].title. What lies outside keeps its path, with the id instead of the position: areas[lq].parent.
std::vector<problem> seen_from_entity(std::vector<problem> problems, const directory& document,
                                      std::string_view list, std::string_view id);

/// The same for a document that was merged into the directory: positions are those of `imported`.
std::vector<problem> seen_from_import(std::vector<problem> problems, const directory& document,
                                      const directory& imported);

/// items[0].title of a department of which only the item at `position` was sent → title.
std::vector<problem> seen_from_item(std::vector<problem> problems, std::size_t position);

}  // namespace duanwen
