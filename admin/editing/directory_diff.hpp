#pragma once
// Two documents → what must be written and removed to make the one the other.

#include "storage/records.hpp"

namespace duanwen {

directory_change diff(const directory& before, const directory& after);

/// How many of each an edit added, changed and removed.
struct change_counts {
  std::size_t added = 0, changed = 0, removed = 0;
};
template <class Entity>
change_counts count_changes(const std::vector<Entity>& before, const std::vector<Entity>& after);
extern template change_counts count_changes(const std::vector<area>&, const std::vector<area>&);
extern template change_counts count_changes(const std::vector<department>&, const std::vector<department>&);
extern template change_counts count_changes(const std::vector<theme>&, const std::vector<theme>&);

}  // namespace duanwen
