#include "gateway/commands/commands.hpp"

#include <cstdio>
#include <limits>
#include <nlohmann/json.hpp>

#include "admin/editing/edit_directory.hpp"
#include "admin/editing/import_directory.hpp"
#include "admin/routing/audit.hpp"
#include "admin/tokens/tokens.hpp"
#include "config/reading/read_file.hpp"
#include "gateway/commands/exit_codes.hpp"
#include "gateway/commands/store_session.hpp"
#include "storage/codec/directory_json.hpp"

namespace duanwen {
namespace {

constexpr auto any_size = std::numeric_limits<std::size_t>::max();  // of whoever administers this machine

int refuse(const std::string& what, const std::vector<problem>& problems) {
  for (const auto& p : problems) std::fprintf(stderr, "%s: %s\n", p.path.c_str(), p.message.c_str());
  return fail(what);
}

// Opens the store, runs `task` on it, and says what went wrong.
template <class Task>
int with_store(const loaded_settings& loaded, Task task) {
  store_session session(loaded.settings);
  if (!session.trouble().empty()) return fail("the store cannot be reached: " + session.trouble());
  return task(session.store());
}

// Who may run commands may do all, so they go by no name of a token.
void remember_command(blocking_store& store, const std::string& what) {
  remember_change(store, store_session::now(), "command", what);
}

}  // namespace

int import_command(const loaded_settings& loaded, const std::string& document_path, bool dry_run,
                   bool replace) {
  const auto text = read_file(document_path, any_size);
  if (!text) return fail(document_path + ": cannot be read");
  return with_store(loaded, [&](blocking_store& store) {
    directory_editor editor(store, loaded.settings.directory);
    const auto outcome = import_directory(editor, *text, import_options{dry_run, replace});
    if (const auto* refused = std::get_if<edit_refusal>(&outcome))
      return refuse(document_path + ": nothing was imported: " + refused->detail, refused->problems);
    if (const auto* error = std::get_if<boost::system::error_code>(&outcome)) return fail(error->message());
    if (!dry_run) remember_command(store, "import");
    const auto& edited = std::get<directory_edited>(outcome);
    for (const auto& w : edited.warnings)
      std::fprintf(stderr, "warning: %s: %s\n", w.path.c_str(), w.message.c_str());
    std::printf("%s %s\n", dry_run ? "would import" : "imported", counts_of(edited).dump().c_str());
    return exit_done;
  });
}

int export_command(const loaded_settings& loaded) {
  return with_store(loaded, [&](blocking_store& store) {
    const auto view = store.load_directory(nullptr);
    if (view.has_error()) return fail(view.error().message());
    std::printf("%s\n", directory_text(*view->document).c_str());
    return exit_done;
  });
}

int token_create_command(const loaded_settings& loaded, const std::string& name, const std::string& role,
                         const std::string& department) {
  const auto parsed = parse_role(role);
  if (!parsed) {
    fail("--role: admin, editor or viewer, not " + role);
    return exit_usage;
  }
  if (const auto wrong = judge_token(name, *parsed, department); !wrong.empty()) {
    fail(wrong);
    return exit_usage;
  }
  return with_store(loaded, [&](blocking_store& store) {
    const auto made = create_token(name, *parsed, department, store_session::now());
    const auto put = store.call(&store::put_token, made.record);
    if (put.has_error()) return fail(put.error().message());
    if (!*put)
      return fail("there is a token named " + name + " already; revoke it first or choose another name");
    remember_command(store, "token create " + name);
    std::printf("%s\n", made.token.c_str());
    return exit_done;
  });
}

int token_list_command(const loaded_settings& loaded) {
  return with_store(loaded, [&](blocking_store& store) {
    const auto tokens = store.call(&store::load_tokens);
    if (tokens.has_error()) return fail(tokens.error().message());
    for (const auto& t : *tokens)
      std::printf("%s\t%s\t%s\n", t.name.c_str(), name_of(t.role), t.department.c_str());
    return exit_done;
  });
}

int token_revoke_command(const loaded_settings& loaded, const std::string& name) {
  return with_store(loaded, [&](blocking_store& store) {
    const auto removed = store.call(&store::remove_token, name);
    if (removed.has_error()) return fail(removed.error().message());
    if (!*removed) return fail("there is no token named " + name);
    remember_command(store, "token revoke " + name);
    std::printf("revoked %s\n", name.c_str());
    return exit_done;
  });
}

}  // namespace duanwen
