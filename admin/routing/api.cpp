#include "admin/routing/api.hpp"

#include <nlohmann/json.hpp>

#include "admin/tokens/sha256.hpp"

namespace duanwen {

namespace {

/// Whether a list of entity tags has this one; "*" has all.
bool lists(const std::string& header, const std::string& tag) {
  return header == "*" || header.find(tag) != header.npos;
}

}  // namespace

or_problem<nlohmann::json> json_body(const api_request& request) {
  auto body = nlohmann::json::parse(request.body, nullptr, false);
  if (body.is_discarded()) return problem_answer(problem_kind::not_json, "the body cannot be read as JSON");
  if (!body.is_object()) return problem_answer(problem_kind::not_json, "the body must be a JSON object");
  // JSON can be made of anything, so the value must be named as one.
  return or_problem<nlohmann::json>(boost::system::in_place_value, std::move(body));
}

std::optional<bool> flag(const api_request& request, const char* name) {
  const auto found = request.query.find(name);
  if (found == request.query.end() || found->second == "0") return false;
  return found->second == "1" ? std::optional(true) : std::nullopt;
}

std::string etag_of(const nlohmann::json& entity) {
  return '"' + sha256_hex(entity.dump()).substr(0, 32) + '"';
}

api_answer entity_answer(const nlohmann::json& entity, int status, const std::vector<problem>& warnings) {
  auto told = entity;
  if (!warnings.empty()) told["warnings"] = places_of(warnings);
  auto answer = json_answer(told, status);
  answer.headers.emplace_back("ETag", etag_of(entity));
  return answer;
}

std::optional<edit_refusal> failed_precondition(const api_request& request, const nlohmann::json* now) {
  const auto refusal = [](const char* detail) {
    return edit_refusal{problem_kind::precondition_failed, detail, {}};
  };
  if (!request.if_match.empty() && (now == nullptr || !lists(request.if_match, etag_of(*now))))
    return refusal("If-Match names another version");
  if (!request.if_none_match.empty() && now != nullptr && lists(request.if_none_match, etag_of(*now)))
    return refusal("If-None-Match: it is there already");
  return std::nullopt;
}

std::optional<api_answer> not_saved(const edit_outcome& outcome, const retold& retell) {
  if (const auto* trouble = std::get_if<boost::system::error_code>(&outcome)) return store_problem(*trouble);
  if (const auto* refusal = std::get_if<edit_refusal>(&outcome))
    return problem_answer(refusal->kind, refusal->detail, retell(refusal->problems, refusal->judged));
  return std::nullopt;
}

std::optional<api_answer> not_removed(edit_outcome outcome, const retold& retell) {
  if (auto* refusal = std::get_if<edit_refusal>(&outcome); refusal && refusal->kind == problem_kind::invalid)
    refusal->kind = problem_kind::still_in_use;
  return not_saved(outcome, retell);
}

api_answer missing(const char* what, const std::string& id) {
  return problem_answer(problem_kind::not_found, std::string("there is no ") + what + ' ' + id);
}

}  // namespace duanwen
