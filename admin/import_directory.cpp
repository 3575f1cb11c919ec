#include "admin/import_directory.hpp"

#include "admin/directory_diff.hpp"
#include "admin/entity_json.hpp"
#include "admin/merge_document.hpp"
#include "admin/problem_paths.hpp"

namespace duanwen {

namespace {

template <class Entity>
nlohmann::json counted(const directory_edited& edited) {
  const auto list = kind<Entity>::list;
  const auto n = count_changes(edited.before.*list, edited.after.*list);
  return {{"added", n.added}, {"changed", n.changed}, {"removed", n.removed}};
}

}  // namespace

edit_outcome import_directory(directory_editor& editor, const nlohmann::json& document,
                              const import_options& options) {
  std::vector<problem> problems;
  const auto imported = from_json<directory>(document, problems);
  if (!problems.empty()) {
    const auto first = problems.front().message;
    return edit_refusal{problem_kind::invalid, first, std::move(problems)};
  }
  directory attempted;
  auto outcome = editor.apply(
      [&](directory& now) -> std::optional<edit_refusal> {
        if (options.replace)
          now = imported;
        else
          merge_document(now, imported);
        attempted = now;
        return std::nullopt;
      },
      options.dry_run);
  if (auto* refusal = std::get_if<edit_refusal>(&outcome))
    refusal->problems = seen_from_import(std::move(refusal->problems), attempted, imported);
  return outcome;
}

edit_outcome import_directory(directory_editor& editor, std::string_view text,
                              const import_options& options) {
  const auto document = nlohmann::json::parse(text, nullptr, false);
  if (document.is_discarded())
    return edit_refusal{problem_kind::not_json, "the document cannot be read as JSON", {}};
  return import_directory(editor, document, options);
}

nlohmann::json counts_of(const directory_edited& edited) {
  return {{"areas", counted<area>(edited)},
          {"departments", counted<department>(edited)},
          {"themes", counted<theme>(edited)}};
}

}  // namespace duanwen
