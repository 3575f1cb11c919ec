// Areas, departments and themes by their id: the same for all three.
#include <nlohmann/json.hpp>

#include "admin/editing/find_by_id.hpp"
#include "admin/editing/kinds.hpp"
#include "admin/editing/problem_paths.hpp"
#include "admin/routing/api.hpp"
#include "admin/routing/handlers.hpp"
#include "keywords/directory/confusable.hpp"
#include "storage/codec/directory_json.hpp"

namespace duanwen {

namespace {

using nlohmann::json;

template <class Entity>
const Entity* find(const directory& document, const std::string& id) {
  return find_by_id(document.*kind<Entity>::list, id);
}

template <class Entity>
std::optional<edit_refusal> failed_precondition(const api_request& request, const Entity* now) {
  const json written = now == nullptr ? json() : to_json(*now);
  return failed_precondition(request, now == nullptr ? nullptr : &written);
}

template <class Entity>
std::optional<edit_refusal> no_such(const std::string& id) {
  return edit_refusal{
      problem_kind::not_found, std::string("there is no ") + kind<Entity>::noun + ' ' + id, {}};
}

/// The body as an entity of this id; an id in the body must be the same.
template <class Entity>
std::optional<edit_refusal> read_entity(json body, const std::string& id, Entity& entity) {
  if (body.contains("id") && body["id"] != id)
    return edit_refusal{problem_kind::invalid, "the id is not that of the path", {{"id", "must be " + id}}};
  body["id"] = id;
  body.erase("warnings");  // whoever sends back what was answered
  std::vector<problem> problems;
  entity = from_json<Entity>(body, problems);
  if (is_closed(entity)) problems.push_back({"closed", "is what DELETE makes of a department"});
  if (problems.empty()) return std::nullopt;
  return edit_refusal{problem_kind::invalid, problems.front().message, std::move(problems)};
}

template <class Entity>
void put(directory& document, Entity entity) {
  auto& entities = document.*kind<Entity>::list;
  if (auto* there = find_by_id(entities, entity.id))
    *there = std::move(entity);
  else
    entities.push_back(std::move(entity));
}

template <class Entity>
api_answer get(api_context& context, const api_request& request) {
  const auto view = context.editor.current();
  if (!view) return store_problem(view.error());
  const auto* entity = find<Entity>(*view->document, request.names.at(0));
  if (entity == nullptr) return missing(kind<Entity>::noun, request.names.at(0));
  return entity_answer(to_json(*entity));
}

template <class Entity>
retold seen_from(const std::string& id) {
  return [id](std::vector<problem> problems, const directory& judged) {
    return seen_from_entity(std::move(problems), judged, kind<Entity>::plural, id);
  };
}

/// Saves the entity that `edit` has put into the document.
template <class Entity>
api_answer save(api_context& context, const std::string& id, const directory_edit& edit) {
  const auto outcome = context.editor.apply(edit);
  if (auto refused = not_saved(outcome, seen_from<Entity>(id))) return *refused;
  const auto& edited = std::get<directory_edited>(outcome);
  const bool created = find<Entity>(edited.before, id) == nullptr;
  const auto confusions = confusable_keywords(
      edited.after, [&](const registration& r) { return r.id == id && r.list == kind<Entity>::plural; });
  const auto warnings = seen_from_entity(warnings_of(confusions), edited.after, kind<Entity>::plural, id);
  return entity_answer(to_json(*find<Entity>(edited.after, id)), created ? 201 : 200, warnings);
}

template <class Entity>
api_answer put(api_context& context, const api_request& request) {
  const auto body = json_body(request);
  if (!body) return body.error();
  const std::string& id = request.names.at(0);
  Entity entity;
  if (const auto refused = read_entity(*body, id, entity))
    return problem_answer(refused->kind, refused->detail, refused->problems);
  return save<Entity>(context, id, [&](directory& document) -> std::optional<edit_refusal> {
    if (auto failed = failed_precondition(request, find<Entity>(document, id))) return failed;
    put(document, entity);
    return std::nullopt;
  });
}

template <class Entity>
api_answer patch(api_context& context, const api_request& request) {
  const auto body = json_body(request);
  if (!body) return body.error();
  const std::string& id = request.names.at(0);
  return save<Entity>(context, id, [&](directory& document) -> std::optional<edit_refusal> {
    const auto* there = find<Entity>(document, id);
    if (there == nullptr) return no_such<Entity>(id);
    if (auto failed = failed_precondition(request, there)) return failed;
    json merged = to_json(*there);
    merged.merge_patch(*body);
    Entity entity;
    if (auto refused = read_entity(std::move(merged), id, entity)) return refused;
    put(document, std::move(entity));
    return std::nullopt;
  });
}

template <class Entity>
api_answer remove(api_context& context, const api_request& request) {
  const std::string& id = request.names.at(0);
  auto outcome = context.editor.apply([&](directory& document) -> std::optional<edit_refusal> {
    const auto* there = find<Entity>(document, id);
    if (there == nullptr) return no_such<Entity>(id);
    if (auto failed = failed_precondition(request, there)) return failed;
    std::erase_if(document.*kind<Entity>::list, [&](const Entity& e) { return e.id == id; });
    return std::nullopt;
  });
  if (auto refused = not_removed(std::move(outcome), seen_from<Entity>(id))) return *refused;
  return no_content();
}

}  // namespace

namespace api {

api_answer get_area(api_context& c, const api_request& r) { return get<area>(c, r); }
api_answer put_area(api_context& c, const api_request& r) { return put<area>(c, r); }
api_answer delete_area(api_context& c, const api_request& r) { return remove<area>(c, r); }
api_answer get_department(api_context& c, const api_request& r) { return get<department>(c, r); }
api_answer put_department(api_context& c, const api_request& r) { return put<department>(c, r); }
api_answer patch_department(api_context& c, const api_request& r) { return patch<department>(c, r); }
api_answer delete_department(api_context& c, const api_request& r) { return remove<department>(c, r); }
api_answer get_theme(api_context& c, const api_request& r) { return get<theme>(c, r); }
api_answer put_theme(api_context& c, const api_request& r) { return put<theme>(c, r); }
api_answer delete_theme(api_context& c, const api_request& r) { return remove<theme>(c, r); }

}  // namespace api

}  // namespace duanwen
