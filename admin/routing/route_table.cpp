// The whole API on one page.
#include "admin/routing/handlers.hpp"
#include "admin/routing/query_parameters.hpp"

namespace duanwen {

namespace {

using enum access;

std::vector<route> directory_routes() {
  return {
      {"GET", "/healthz", open, api::alive, "Whether the process is alive"},
      {"GET", "/readyz", open, api::ready, "Whether it can answer residents"},
      {"GET", "/metrics", monitor, api::metrics, "Metrics as Prometheus text"},
      {"GET", "/openapi.json", viewer, api::description, "This description"},

      {"GET", "/api/v1/areas", viewer, api::list_areas, "Areas", query::pages},
      {"GET", "/api/v1/areas/{id}", viewer, api::get_area, "An area"},
      {"PUT", "/api/v1/areas/{id}", admin, api::put_area, "Create or replace an area"},
      {"DELETE", "/api/v1/areas/{id}", admin, api::delete_area, "Remove an area that nothing refers to"},

      {"GET", "/api/v1/departments", viewer, api::list_departments, "Departments without items",
       query::of_departments},
      {"GET", "/api/v1/departments/{id}", viewer, api::get_department, "A department with its items"},
      {"PUT", "/api/v1/departments/{id}", editor_of_department, api::put_department,
       "Create or replace a department"},
      {"PATCH", "/api/v1/departments/{id}", editor_of_department, api::patch_department,
       "Change some members of a department (RFC 7396)"},
      {"DELETE", "/api/v1/departments/{id}", editor_of_department, api::delete_department,
       "Remove a department"},

      {"GET", "/api/v1/departments/{id}/items/{number}", viewer, api::get_item, "An item"},
      {"PUT", "/api/v1/departments/{id}/items/{number}", editor_of_department, api::put_item,
       "Create or replace an item; a retired number is refused"},
      {"DELETE", "/api/v1/departments/{id}/items/{number}", editor_of_department, api::delete_item,
       "Retire an item and its number for ever"},

      {"GET", "/api/v1/keywords/{keyword}", viewer, api::get_keyword, "Who has a keyword"},
      {"PUT", "/api/v1/keywords/{keyword}", editor, api::put_keyword,
       "Register a keyword for a department, theme or area", query::of_keyword},
      {"DELETE", "/api/v1/keywords/{keyword}", editor, api::delete_keyword, "Give a keyword up"},

      {"GET", "/api/v1/themes", viewer, api::list_themes, "Themes", query::pages},
      {"GET", "/api/v1/themes/{id}", viewer, api::get_theme, "A theme"},
      {"PUT", "/api/v1/themes/{id}", admin, api::put_theme, "Create or replace a theme"},
      {"DELETE", "/api/v1/themes/{id}", admin, api::delete_theme, "Remove a theme"},

      {"POST", "/api/v1/import", admin, api::import_document,
       "Import a directory document, all of it or nothing", query::of_import},
      {"GET", "/api/v1/export", admin, api::export_document, "The whole directory as one document"},
      {"POST", "/api/v1/preview", viewer, api::preview,
       "What a text would be answered, or a department's menu and an item not yet published; nothing sent",
       query::none, effect::none, "preview_request", "preview"},
  };
}

std::vector<route> operating_routes() {
  return {
      {"GET", "/api/v1/carriers", viewer, api::list_carriers, "Carriers and their links", query::none,
       effect::none, "", "carriers"},
      {"POST", "/api/v1/carriers/{name}/pause", admin, api::pause_carrier,
       "Let nothing new leave by a carrier; what waits goes by others"},
      {"POST", "/api/v1/carriers/{name}/resume", admin, api::resume_carrier, "Use a paused carrier again"},
      {"GET", "/api/v1/carriers/{name}/messages", viewer, api::list_messages,
       "The newest messages that a carrier accepted from this process", query::of_messages, effect::none, "",
       "carrier_messages"},
      {"GET", "/api/v1/carriers/{name}/messages/{message_id}", viewer, api::query_message,
       "Ask the carrier what became of a message (query_sm)", query::of_message, effect::none, "",
       "message_state"},
      {"PUT", "/api/v1/carriers/{name}/messages/{message_id}", admin, api::replace_message,
       "Have the carrier deliver another text in place of a message of one segment (replace_sm)",
       query::of_message, effect::audited, "message_text"},
      {"DELETE", "/api/v1/carriers/{name}/messages/{message_id}", admin, api::cancel_message,
       "Have the carrier not deliver a message (cancel_sm)", query::of_message},
      {"GET", "/api/v1/ledger", viewer, api::list_ledger,
       "Inquiries and cost a day and department; text/csv too", query::of_ledger},
      {"GET", "/api/v1/outbox", admin, api::list_outbox, "Replies that wait, the oldest first",
       query::limited},
      {"GET", "/api/v1/dead-letters", admin, api::list_dead_letters, "Replies that were given up, and why",
       query::limited},
      {"POST", "/api/v1/dead-letters/{id}/requeue", admin, api::requeue_dead_letter,
       "Send a reply that was given up again"},
      {"DELETE", "/api/v1/dead-letters/{id}", admin, api::delete_dead_letter,
       "Forget a reply that was given up"},

      {"POST", "/api/v1/inquiries/search", admin, api::search_inquiries,
       "What became of a resident's inquiries and of the replies; msisdn, and since as a day", query::none,
       effect::audited, "", "inquiries"},
      {"GET", "/api/v1/unmatched", admin, api::list_unmatched,
       "Texts that meant nothing, most frequent first", query::limited_since},
      {"DELETE", "/api/v1/residents/{msisdn}", admin, api::forget_resident,
       "Forget a resident's conversations, inquiries and dead letters"},
      {"GET", "/api/v1/audit", admin, api::list_audit, "Who changed what, newest first",
       query::limited_since},

      {"GET", "/api/v1/tokens", admin, api::list_tokens, "Tokens, without what is secret", query::pages},
      {"POST", "/api/v1/tokens", admin, api::create_token, "Create a token, shown this once"},
      {"DELETE", "/api/v1/tokens/{name}", admin, api::delete_token, "Revoke a token"},
  };
}

}  // namespace

const std::vector<route>& routes() {
  static const std::vector<route> table = [] {
    auto all = directory_routes();
    for (auto& more : operating_routes()) all.push_back(more);
    return all;
  }();
  return table;
}

}  // namespace duanwen
