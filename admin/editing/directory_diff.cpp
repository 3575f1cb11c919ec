#include "admin/editing/directory_diff.hpp"

#include <string_view>
#include <unordered_map>

namespace duanwen {

namespace {

template <class Entity>
std::unordered_map<std::string_view, const Entity*> by_id(const std::vector<Entity>& entities) {
  std::unordered_map<std::string_view, const Entity*> index;
  for (const auto& e : entities) index.emplace(e.id, &e);
  return index;
}

/// Calls put(entity, was_there) for each that is new or different, drop(entity) for each that is gone.
template <class Entity, class Put, class Drop>
void compare(const std::vector<Entity>& before, const std::vector<Entity>& after, Put put, Drop drop) {
  const auto old_ones = by_id(before);
  const auto new_ones = by_id(after);
  for (const auto& e : after) {
    const auto old = old_ones.find(e.id);
    if (old == old_ones.end())
      put(e, false);
    else if (!(*old->second == e))
      put(e, true);
  }
  for (const auto& e : before)
    if (!new_ones.contains(e.id)) drop(e);
}

template <class Entity>
void collect(const std::vector<Entity>& before, const std::vector<Entity>& after, std::vector<Entity>& put,
             std::vector<std::string>& drop) {
  compare(
      before, after, [&](const Entity& e, bool) { put.push_back(e); },
      [&](const Entity& e) { drop.push_back(e.id); });
}

}  // namespace

directory_change diff(const directory& before, const directory& after) {
  directory_change change;
  collect(before.areas, after.areas, change.put_areas, change.drop_areas);
  collect(before.departments, after.departments, change.put_departments, change.drop_departments);
  collect(before.themes, after.themes, change.put_themes, change.drop_themes);
  return change;
}

template <class Entity>
change_counts count_changes(const std::vector<Entity>& before, const std::vector<Entity>& after) {
  change_counts counts;
  compare(
      before, after, [&](const Entity&, bool was_there) { ++(was_there ? counts.changed : counts.added); },
      [&](const Entity&) { ++counts.removed; });
  return counts;
}
template change_counts count_changes(const std::vector<area>&, const std::vector<area>&);
template change_counts count_changes(const std::vector<department>&, const std::vector<department>&);
template change_counts count_changes(const std::vector<theme>&, const std::vector<theme>&);

}  // namespace duanwen
