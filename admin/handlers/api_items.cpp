// One item of a department by its number.
#include <nlohmann/json.hpp>

#include "admin/editing/find_by_id.hpp"
#include "admin/editing/problem_paths.hpp"
#include "admin/routing/api.hpp"
#include "admin/routing/handlers.hpp"
#include "keywords/text/whole_number.hpp"
#include "storage/codec/directory_json.hpp"

namespace duanwen {

namespace {

using nlohmann::json;

struct item_path {
  std::string department;
  std::uint32_t number = 0;
};

or_problem<item_path> path_of(const api_request& request) {
  item_path path;
  path.department = request.names.at(0);
  const auto number = whole_number<std::uint32_t>(request.names.at(1));
  if (!number) return missing("item with the number", request.names.at(1));
  path.number = *number;
  return path;
}

template <class Items>
auto find_item(Items& items, std::uint32_t number) -> decltype(items.data()) {
  const auto found =
      std::find_if(items.begin(), items.end(), [number](const item& i) { return i.number == number; });
  return found == items.end() ? nullptr : std::to_address(found);
}

std::optional<edit_refusal> no_such(const char* what, const std::string& id) {
  return edit_refusal{problem_kind::not_found, std::string("there is no ") + what + ' ' + id, {}};
}

std::optional<edit_refusal> failed_precondition(const api_request& request, const item* now) {
  const json written = now == nullptr ? json() : to_json(*now);
  return failed_precondition(request, now == nullptr ? nullptr : &written);
}

/// The body as an item of this number; a number in the body must be the same.
or_problem<item> read_item(const api_request& request, std::uint32_t number) {
  auto body = json_body(request);
  if (!body) return body.error();
  if (body->contains("number") && (*body)["number"] != number)
    return problem_answer(problem_kind::invalid, "the number is not that of the path",
                          {{"number", "must be " + std::to_string(number)}});
  (*body)["number"] = number;
  std::vector<problem> problems;
  auto read = from_json<item>(*body, problems);
  if (!problems.empty()) return problem_answer(problem_kind::invalid, problems.front().message, problems);
  return read;
}

std::optional<edit_refusal> put_into(directory& document, const api_request& request, const item_path& path,
                                     const item& wanted) {
  auto* owner = find_by_id(document.departments, path.department);
  if (owner == nullptr) return no_such("department", path.department);
  auto* there = find_item(owner->items, path.number);
  if (auto failed = failed_precondition(request, there)) return failed;
  if (there != nullptr)
    *there = wanted;
  else
    owner->items.push_back(wanted);
  return std::nullopt;
}

std::optional<edit_refusal> remove_from(directory& document, const api_request& request,
                                        const item_path& path) {
  auto* owner = find_by_id(document.departments, path.department);
  if (owner == nullptr) return no_such("department", path.department);
  const auto* there = find_item(owner->items, path.number);
  if (there == nullptr) return no_such("item", std::to_string(path.number));
  if (auto failed = failed_precondition(request, there)) return failed;
  std::erase_if(owner->items, [&](const item& i) { return i.number == path.number; });
  return std::nullopt;
}

std::vector<problem> in_item(std::vector<problem> problems, const directory& document,
                             const item_path& path) {
  problems = seen_from_entity(std::move(problems), document, "departments", path.department);
  const auto* owner = find_by_id(document.departments, path.department);
  if (owner == nullptr) return problems;
  const auto* there = find_item(owner->items, path.number);
  if (there == nullptr) return problems;
  return seen_from_item(std::move(problems), static_cast<std::size_t>(there - owner->items.data()));
}

retold seen_from(const item_path& path) {
  return [path](std::vector<problem> problems, const directory& judged) {
    return in_item(std::move(problems), judged, path);
  };
}

}  // namespace

namespace api {

api_answer get_item(api_context& context, const api_request& request) {
  const auto path = path_of(request);
  if (!path) return path.error();
  const auto view = context.editor.current();
  if (!view) return store_problem(view.error());
  const auto* owner = find_by_id(view->document->departments, path->department);
  if (owner == nullptr) return missing("department", path->department);
  const auto* found = find_item(owner->items, path->number);
  if (found == nullptr) return missing("item", std::to_string(path->number));
  return entity_answer(to_json(*found));
}

api_answer put_item(api_context& context, const api_request& request) {
  const auto path = path_of(request);
  if (!path) return path.error();
  const auto wanted = read_item(request, path->number);
  if (!wanted) return wanted.error();
  const auto outcome =
      context.editor.apply([&](directory& document) { return put_into(document, request, *path, *wanted); });
  if (auto refused = not_saved(outcome, seen_from(*path))) return *refused;
  const auto& edited = std::get<directory_edited>(outcome);
  const auto stored = [&](const directory& document) -> const item* {
    return find_item(find_by_id(document.departments, path->department)->items, path->number);
  };
  return entity_answer(to_json(*stored(edited.after)), stored(edited.before) == nullptr ? 201 : 200);
}

api_answer delete_item(api_context& context, const api_request& request) {
  const auto path = path_of(request);
  if (!path) return path.error();
  auto outcome =
      context.editor.apply([&](directory& document) { return remove_from(document, request, *path); });
  if (auto refused = not_removed(std::move(outcome), seen_from(*path))) return *refused;
  return no_content();
}

}  // namespace api

}  // namespace duanwen
