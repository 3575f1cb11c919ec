// The directory as one document.
#include <nlohmann/json.hpp>

#include "admin/editing/import_directory.hpp"
#include "admin/routing/api.hpp"
#include "admin/routing/handlers.hpp"
#include "storage/codec/directory_json.hpp"

namespace duanwen {

namespace api {

api_answer import_document(api_context& context, const api_request& request) {
  const auto dry_run = flag(request, "dry_run"), replace = flag(request, "replace");
  if (!dry_run || !replace)
    return problem_answer(problem_kind::bad_query, "dry_run and replace must be 0 or 1");
  const auto outcome = import_directory(context.editor, request.body, {*dry_run, *replace});
  if (auto refused = not_saved(outcome, [](std::vector<problem> p, const directory&) { return p; }))
    return *refused;
  const auto& edited = std::get<directory_edited>(outcome);
  auto body = counts_of(edited);
  body["dry_run"] = *dry_run;
  if (!edited.warnings.empty()) body["warnings"] = places_of(edited.warnings);
  return json_answer(body);
}

api_answer export_document(api_context& context, const api_request&) {
  const auto view = context.editor.current();
  if (!view) return store_problem(view.error());
  auto answer = json_answer(to_json(*view->document));
  answer.headers.emplace_back("ETag", "\"v" + std::to_string(view->version) + '"');
  return answer;
}

}  // namespace api

}  // namespace duanwen
