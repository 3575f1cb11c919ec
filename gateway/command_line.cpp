#include "gateway/command_line.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdio>
#include <functional>

#include "gateway/app.hpp"
#include "gateway/commands/commands.hpp"
#include "gateway/commands/exit_codes.hpp"
#include "gateway/commands/load_settings.hpp"
#include "gateway/log.hpp"

namespace duanwen {
namespace {

using command = std::function<int(const loaded_settings&)>;

struct words {
  std::string config, document, name, role, department, from, to, text;
  std::string carrier;
  std::uint32_t burst = 0, wait_s = 20;
  bool dry_run = false, replace = false, json = false;
};

int serve_command(const loaded_settings& loaded) {
  return open_log(loaded.settings.log) ? serve(loaded) : exit_usage;
}

int check_command(const loaded_settings& loaded) {
  print_warnings(loaded);
  std::printf("%s: no mistakes\n", loaded.path.c_str());
  return exit_done;
}

CLI::App* add(CLI::App& to, words& w, command& chosen, const char* name, const char* help, command what) {
  auto* sub = to.add_subcommand(name, help);
  sub->add_option("--config", w.config, "The configuration file")->required();
  sub->callback([&chosen, what = std::move(what)] { chosen = what; });
  return sub;
}

void add_token_commands(CLI::App& app, words& w, command& chosen) {
  auto* token = app.add_subcommand("token", "Tokens of the HTTP API");
  token->require_subcommand(1);
  auto* create =
      add(*token, w, chosen, "create", "Make a token; it is printed once, as the last word",
          [&w](const loaded_settings& s) { return token_create_command(s, w.name, w.role, w.department); });
  create->add_option("--name", w.name, "Whose it is")->required();
  create->add_option("--role", w.role, "admin, editor or viewer")->required();
  create->add_option("--department", w.department, "The department to which an editor is bound");
  add(*token, w, chosen, "list", "Names, roles and departments", token_list_command);
  auto* revoke = add(*token, w, chosen, "revoke", "Make a token void",
                     [&w](const loaded_settings& s) { return token_revoke_command(s, w.name); });
  revoke->add_option("name", w.name, "Whose it was")->required();
}

void add_probe(CLI::App& app, words& w, command& chosen) {
  auto* probe =
      add(app, w, chosen, "probe", "What a carrier's test account does, as settings; no daemon may use it",
          [&w](const loaded_settings& s) {
            probe_options options;
            options.from = w.from;
            options.to = w.to;
            options.burst = w.burst;
            options.wait = std::chrono::seconds(w.wait_s);
            return probe_command(s, w.carrier, options);
          });
  probe->add_option("--carrier", w.carrier, "Its name")->required();
  probe->add_option("--to", w.to,
                    "A test number, which gets eight texts and the burst; nothing is sent without");
  probe->add_option("--from", w.from, "The number they come from; the first service where it is left out");
  probe->add_option("--burst", w.burst, "Texts sent at once, to see how the carrier throttles");
  probe->add_option("--wait", w.wait_s, "Seconds for receipts, and for texts sent from a phone meanwhile");
}

void add_commands(CLI::App& app, words& w, command& chosen) {
  app.require_subcommand(1);
  add(app, w, chosen, "serve", "Run the gateway until SIGTERM", serve_command);
  add(app, w, chosen, "check", "Tell every mistake of the configuration", check_command);
  auto* status = add(app, w, chosen, "status",
                     "Links, windows, rates, what waits and last errors of the running daemon; q ends it",
                     [&w](const loaded_settings& s) { return status_command(s, w.json); });
  status->add_flag("--json", w.json, "One look, for programs");
  auto* import_it =
      add(app, w, chosen, "import", "Read a directory document into the store, all or nothing",
          [&w](const loaded_settings& s) { return import_command(s, w.document, w.dry_run, w.replace); });
  import_it->add_option("document", w.document, "The JSON document")->required();
  import_it->add_flag("--dry-run", w.dry_run, "Check it against the store and write nothing");
  import_it->add_flag("--replace", w.replace, "Make the directory exactly the document");
  add(app, w, chosen, "export", "Print the directory as one JSON document", export_command);
  add_token_commands(app, w, chosen);
  add_probe(app, w, chosen);
  auto* preview =
      add(app, w, chosen, "preview", "What would be answered, with its segments and cost; sends nothing",
          [&w](const loaded_settings& s) { return preview_command(s, w.from, w.to, w.text, w.json); });
  preview->add_option("--from", w.from, "The resident's number")->required();
  preview->add_option("--to", w.to, "The number that is texted; the first service where it is left out");
  preview->add_option("text", w.text, "The text")->required();
  preview->add_flag("--json", w.json, "As POST /preview gives it");
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  CLI::App app("Duanwen 短问: answers texted keywords from a directory of public services", "duanwen");
  words w;
  command chosen;
  add_commands(app, w, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? exit_done : exit_usage;
  }
  open_quiet_log();
  const auto loaded = load_settings(w.config);
  return loaded ? chosen(*loaded) : exit_usage;
}

}  // namespace duanwen
