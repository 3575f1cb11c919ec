#include "admin/import_directory.hpp"

#include <nlohmann/json.hpp>

#include "admin/directory_diff.hpp"
#include "admin/find_by_id.hpp"
#include "admin/kinds.hpp"
#include "admin/merge_document.hpp"
#include "admin/problem_paths.hpp"
#include "storage/directory_json.hpp"

namespace duanwen {

namespace {

// Whoever imports counts what is served: a closed department is a removed one.
template <class Entity>
std::vector<Entity> open_ones(std::vector<Entity> entities) {
  std::erase_if(entities, [](const Entity& e) { return is_closed(e); });
  return entities;
}

template <class Entity>
nlohmann::json counted(const directory_edited& edited) {
  const auto list = kind<Entity>::list;
  const auto n = count_changes(open_ones(edited.before.*list), open_ones(edited.after.*list));
  return {{"added", n.added}, {"changed", n.changed}, {"removed", n.removed}};
}

}  // namespace

edit_outcome import_directory(directory_editor& editor, std::string_view text,
                              const import_options& options) {
  auto [imported, problems] = parse_directory(text);
  if (!problems.empty()) {
    const auto first = problems.front().message;
    const bool is_json = nlohmann::json::accept(text);
    return edit_refusal{is_json ? problem_kind::invalid : problem_kind::not_json, first, std::move(problems)};
  }
  directory attempted;
  const auto edit = [&, &wanted = imported](directory& now) -> std::optional<edit_refusal> {
    if (options.replace)
      now = wanted;
    else
      merge_document(now, wanted);
    attempted = now;
    return std::nullopt;
  };
  auto outcome = editor.apply(edit, options.dry_run);
  if (auto* refusal = std::get_if<edit_refusal>(&outcome))
    refusal->problems = seen_from_import(std::move(refusal->problems), attempted, imported);
  return outcome;
}

nlohmann::json counts_of(const directory_edited& edited) {
  return {{"areas", counted<area>(edited)},
          {"departments", counted<department>(edited)},
          {"themes", counted<theme>(edited)}};
}

}  // namespace duanwen
