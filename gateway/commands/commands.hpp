#pragma once
// The commands beside serve, each as its function; the value is the exit code. What they print is for people,
// what scripts take (a token, a document, a preview) stands alone on standard output.

#include <string>

#include "gateway/commands/load_settings.hpp"
#include "gateway/commands/probe.hpp"

namespace duanwen {

int import_command(const loaded_settings& loaded, const std::string& document_path, bool dry_run,
                   bool replace);
int export_command(const loaded_settings& loaded);
int token_create_command(const loaded_settings& loaded, const std::string& name, const std::string& role,
                         const std::string& department);
int token_list_command(const loaded_settings& loaded);
int token_revoke_command(const loaded_settings& loaded, const std::string& name);
/// Binds as the carrier `name` does and prints what its account does, as settings.
int probe_command(const loaded_settings& loaded, const std::string& name, const probe_options& options);
int preview_command(const loaded_settings& loaded, const std::string& from, const std::string& to,
                    const std::string& text, bool as_json);

/// How the running daemon is: one look as JSON, a table that is told once, or in a terminal anew every second
/// until q.
int status_command(const loaded_settings& loaded, bool as_json);

}  // namespace duanwen
