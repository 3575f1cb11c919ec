#pragma once
// The entity with an id, or null; the constness of the vector is that of the entity.

#include <algorithm>
#include <memory>
#include <string_view>

namespace duanwen {

template <class Entities>
auto find_by_id(Entities& entities, std::string_view id) -> decltype(entities.data()) {
  const auto found =
      std::find_if(entities.begin(), entities.end(), [id](const auto& entity) { return entity.id == id; });
  return found == entities.end() ? nullptr : std::to_address(found);
}

}  // namespace duanwen
