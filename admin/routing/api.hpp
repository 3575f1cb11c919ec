#pragma once
// What handlers share: their context, reading bodies, entity tags, and answering the outcome of an edit.

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "admin/editing/edit_directory.hpp"
#include "admin/routing/ports.hpp"
#include "admin/routing/routes.hpp"

namespace duanwen {

struct api_context {
  const admin_ports& ports;
  blocking_store& data;
  directory_editor& editor;
};

/// The body as a JSON object; 400 for anything else.
or_problem<nlohmann::json> json_body(const api_request& request);

/// ?name=1 or 0 (the default); nothing for anything else, which is not what somebody meant.
std::optional<bool> flag(const api_request& request, const char* name);

/// Changes whenever the entity does: a hash of its JSON, in quotes.
std::string etag_of(const nlohmann::json& entity);
/// The entity, with its tag; `warnings` are told in a member that is no part of it.
api_answer entity_answer(const nlohmann::json& entity, int status = 200,
                         const std::vector<problem>& warnings = {});

/// If-Match and If-None-Match against what is there now (null: nothing). RFC 9110 §13.1.
std::optional<edit_refusal> failed_precondition(const api_request& request, const nlohmann::json* now);

/// From the paths of the whole document, as it was judged, to those of what was sent.
using retold = std::function<std::vector<problem>(std::vector<problem>, const directory& judged)>;
/// The answer to an edit that was not saved; nothing when it was.
std::optional<api_answer> not_saved(const edit_outcome& outcome, const retold& retell);
/// The same for a removal: what was valid before can be wrong only because something still refers to what is
/// gone.
std::optional<api_answer> not_removed(edit_outcome outcome, const retold& retell);

api_answer missing(const char* what, const std::string& id);

}  // namespace duanwen
