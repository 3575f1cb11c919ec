#pragma once
// The directory document and its entities as JSON, both ways, with the place of everything that is wrong.
// Pure.

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "keywords/directory/directory.hpp"

namespace duanwen {

/// Area, department, item, theme or the whole directory; what is empty or has its default is left out.
template <class Entity>
nlohmann::json to_json(const Entity& entity);

/// Adds what is wrong (type, missing, unknown key) to `problems`, with paths from `value` on
/// (`items[2].number`); the entity may be used only if nothing was added.
template <class Entity>
Entity from_json(const nlohmann::json& value, std::vector<problem>& problems);

struct parsed_directory {
  directory document;
  std::vector<problem> problems;  ///< the document may be used only when empty
};

/// A document from its text. What is no JSON is one problem that names line and column.
parsed_directory parse_directory(std::string_view text);

/// The document's text, indented, as export gives it.
std::string directory_text(const directory& document);

}  // namespace duanwen
