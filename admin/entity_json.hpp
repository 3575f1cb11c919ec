#pragma once
// One name for reading and writing each entity of the directory as JSON; and where each kind has its place.

#include <nlohmann/json.hpp>
#include <vector>

#include "keywords/directory.hpp"

namespace duanwen {

/// Area, department, item, theme or the whole directory, as DESIGN's document has it.
template <class Entity>
nlohmann::json to_json(const Entity& entity);

/// Adds what is wrong to `problems`, with paths from `value` on; the entity may be used only if nothing was
/// added.
template <class Entity>
Entity from_json(const nlohmann::json& value, std::vector<problem>& problems);

template <class Entity>
struct kind;
template <>
struct kind<area> {
  static constexpr auto list = &directory::areas;
  static constexpr const char* plural = "areas";
  static constexpr const char* noun = "area";
};
template <>
struct kind<department> {
  static constexpr auto list = &directory::departments;
  static constexpr const char* plural = "departments";
  static constexpr const char* noun = "department";
};
template <>
struct kind<theme> {
  static constexpr auto list = &directory::themes;
  static constexpr const char* plural = "themes";
  static constexpr const char* noun = "theme";
};

}  // namespace duanwen
