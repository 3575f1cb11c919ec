#include "admin/editing/keyword_owner.hpp"

#include "admin/editing/find_by_id.hpp"
#include "keywords/text/normalise.hpp"

namespace duanwen {

namespace {

template <class Entity>
std::optional<keyword_owner> look(const std::vector<Entity>& entities, target_kind kind,
                                  const std::string& form) {
  for (const auto& entity : entities)
    for (const auto& keyword : entity.keywords)
      if (keyword_form(keyword) == form) return keyword_owner{kind, entity.id, entity.name, keyword};
  return std::nullopt;
}

template <class Entity>
std::vector<std::string>* keywords_in(std::vector<Entity>& entities, std::string_view id) {
  auto* entity = find_by_id(entities, id);
  return entity == nullptr ? nullptr : &entity->keywords;
}

}  // namespace

std::optional<keyword_owner> find_owner(const directory& document, std::string_view keyword) {
  const auto form = keyword_form(keyword);
  if (auto owner = look(document.departments, target_kind::department, form)) return owner;
  if (auto owner = look(document.themes, target_kind::theme, form)) return owner;
  return look(document.areas, target_kind::area, form);
}

const char* name_of(target_kind kind) {
  switch (kind) {
    case target_kind::department:
      return "department";
    case target_kind::theme:
      return "theme";
    case target_kind::area:
      return "area";
  }
  return "";
}

std::vector<std::string>* keywords_of(directory& document, target_kind kind, std::string_view id) {
  switch (kind) {
    case target_kind::department:
      return keywords_in(document.departments, id);
    case target_kind::theme:
      return keywords_in(document.themes, id);
    case target_kind::area:
      return keywords_in(document.areas, id);
  }
  return nullptr;
}

}  // namespace duanwen
