#include "admin/editing/merge_document.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace duanwen {

namespace {

template <class Entity>
void merge(std::vector<Entity>& entities, const std::vector<Entity>& imported) {
  std::unordered_map<std::string, std::size_t> there;
  for (std::size_t i = 0; i < entities.size(); ++i) there.emplace(entities[i].id, i);
  std::unordered_set<std::string> seen;
  for (const auto& e : imported) {
    const auto old = there.find(e.id);
    // The same id twice in one document stays there twice, for check_directory() to complain of.
    if (!seen.insert(e.id).second || old == there.end())
      entities.push_back(e);
    else
      entities[old->second] = e;
  }
}

}  // namespace

void merge_document(directory& document, const directory& imported) {
  merge(document.areas, imported.areas);
  merge(document.departments, imported.departments);
  merge(document.themes, imported.themes);
}

}  // namespace duanwen
