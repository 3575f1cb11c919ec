#pragma once
// The entity with an id, or null; the constness of the vector is that of the entity. A closed department is
// not found.

#include <algorithm>
#include <memory>
#include <string_view>

namespace duanwen {

template <class Entity>
bool is_closed(const Entity& entity) {
  if constexpr (requires { entity.closed; })
    return entity.closed;
  else
    return false;
}

template <class Entities>
auto find_by_id(Entities& entities, std::string_view id) -> decltype(entities.data()) {
  const auto found = std::find_if(entities.begin(), entities.end(),
                                  [id](const auto& entity) { return entity.id == id && !is_closed(entity); });
  return found == entities.end() ? nullptr : std::to_address(found);
}

}  // namespace duanwen
