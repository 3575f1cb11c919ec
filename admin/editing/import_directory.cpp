#include "admin/editing/import_directory.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "admin/editing/directory_diff.hpp"
#include "admin/editing/find_by_id.hpp"
#include "admin/editing/kinds.hpp"
#include "admin/editing/merge_document.hpp"
#include "admin/editing/problem_paths.hpp"
#include "keywords/directory/confusable.hpp"
#include "storage/codec/directory_json.hpp"

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

// A document is never refused for what only sounds alike.
std::vector<problem> confusions_with(const directory& after, const directory& imported) {
  std::set<std::string> owners;
  for (const auto& r : registrations_of(imported)) owners.insert(r.list + ' ' + r.id);
  return warnings_of(confusable_keywords(
      after, [&](const registration& r) { return owners.contains(r.list + ' ' + r.id); }));
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
  const auto edit = [&, &wanted = imported](directory& now) -> std::optional<edit_refusal> {
    if (options.replace)
      now = wanted;
    else
      merge_document(now, wanted);
    return std::nullopt;
  };
  auto outcome = editor.apply(edit, options.dry_run);
  if (auto* refusal = std::get_if<edit_refusal>(&outcome))
    refusal->problems = seen_from_import(std::move(refusal->problems), refusal->judged, imported);
  if (auto* edited = std::get_if<directory_edited>(&outcome))
    edited->warnings = seen_from_import(confusions_with(edited->after, imported), edited->after, imported);
  return outcome;
}

nlohmann::json counts_of(const directory_edited& edited) {
  return {{"areas", counted<area>(edited)},
          {"departments", counted<department>(edited)},
          {"themes", counted<theme>(edited)}};
}

}  // namespace duanwen
