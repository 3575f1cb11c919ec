#pragma once
// A directory document into the store, all of it or nothing: POST /import and the import command.

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "admin/editing/edit_directory.hpp"

namespace duanwen {

struct import_options {
  bool dry_run = false;  ///< judge, write nothing
  bool replace = false;  ///< make the directory exactly the document; otherwise merge by id
};

/// `text` is a directory document, as export gives it. Problems of a refusal have the document's own paths,
/// and so have the warnings of keywords in it that sound like others.
/// Any thread that may block.
edit_outcome import_directory(directory_editor& editor, std::string_view text, const import_options& options);

/// {"areas": {"added": 1, "changed": 0, "removed": 0}, ...}
nlohmann::json counts_of(const directory_edited& edited);

}  // namespace duanwen
