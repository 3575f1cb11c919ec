#include "admin/editing/problem_paths.hpp"

#include "keywords/text/whole_number.hpp"

namespace duanwen {

namespace {

struct place {
  std::string_view list;
  std::size_t index = 0;
  std::string_view rest;  ///< without the dot
};

/// departments[3].items[0] → departments, 3, items[0]
std::optional<place> split(std::string_view path) {
  const auto open = path.find('[');
  const auto close = path.find(']');
  if (open == path.npos || close == path.npos || close < open) return std::nullopt;
  place p;
  p.list = path.substr(0, open);
  const auto index = whole_number<std::size_t>(path.substr(open + 1, close - open - 1));
  if (!index) return std::nullopt;
  p.index = *index;
  p.rest = path.substr(close + 1);
  if (p.rest.starts_with('.')) p.rest.remove_prefix(1);
  return p;
}

template <class Entity>
std::string id_at(const std::vector<Entity>& entities, std::size_t index) {
  return index < entities.size() ? entities[index].id : std::string();
}

std::string id_at(const directory& document, std::string_view list, std::size_t index) {
  if (list == "areas") return id_at(document.areas, index);
  if (list == "departments") return id_at(document.departments, index);
  return list == "themes" ? id_at(document.themes, index) : std::string();
}

std::size_t size_of(const directory& document, std::string_view list) {
  if (list == "areas") return document.areas.size();
  return list == "departments" ? document.departments.size() : document.themes.size();
}

std::optional<std::size_t> position_of(const directory& document, std::string_view list,
                                       const std::string& id) {
  for (std::size_t i = 0; i < size_of(document, list); ++i)
    if (id_at(document, list, i) == id) return i;
  return std::nullopt;
}

std::string joined(const place& at, const std::string& name) {
  std::string path = std::string(at.list) + '[' + name + ']';
  if (!at.rest.empty()) path.append(".").append(at.rest);
  return path;
}

}  // namespace

std::vector<problem> seen_from_entity(std::vector<problem> problems, const directory& document,
                                      std::string_view list, std::string_view id) {
  for (auto& p : problems) {
    const auto at = split(p.path);
    if (!at) continue;
    const auto named = id_at(document, at->list, at->index);
    p.path = at->list == list && named == id ? std::string(at->rest) : joined(*at, named);
  }
  return problems;
}

std::vector<problem> seen_from_import(std::vector<problem> problems, const directory& document,
                                      const directory& imported) {
  for (auto& p : problems) {
    const auto at = split(p.path);
    if (!at) continue;
    const auto named = id_at(document, at->list, at->index);
    const auto position = position_of(imported, at->list, named);
    p.path = joined(*at, position ? std::to_string(*position) : named);
  }
  return problems;
}

std::vector<problem> seen_from_item(std::vector<problem> problems, std::size_t position) {
  for (auto& p : problems) {
    const auto at = split(p.path);
    if (at && at->list == "items" && at->index == position) p.path = std::string(at->rest);
  }
  return problems;
}

}  // namespace duanwen
