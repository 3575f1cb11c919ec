// POST /preview: the resident's own conversation, the directory as it is served, and nothing sent.
#include <nlohmann/json.hpp>

#include "admin/routing/api.hpp"
#include "admin/routing/handlers.hpp"
#include "admin/views/preview_json.hpp"
#include "config/addresses/msisdn.hpp"
#include "config/addresses/texted_number.hpp"
#include "storage/codec/directory_json.hpp"

namespace duanwen::api {

namespace {

using nlohmann::json;

// Texts of the body by name; what is missing or no text becomes a problem.
struct texts {
  const json& body;
  std::vector<problem> problems;

  std::string read(const char* key) {
    const auto found = body.find(key);
    if (found != body.end() && found->is_string()) return found->get<std::string>();
    problems.push_back({key, "must be a text"});
    return {};
  }
};

api_answer not_loaded() { return problem_answer(problem_kind::not_ready, "the directory is not loaded yet"); }

api_answer preview_text(api_context& context, const json& body) {
  texts wanted{body, {}};
  const auto from = wanted.read("from"), to = wanted.read("to"), text = wanted.read("text");
  if (!wanted.problems.empty())
    return problem_answer(problem_kind::invalid, "send from, to and text", wanted.problems);
  const auto& settings = context.ports.settings;
  const auto resident = to_msisdn(from, settings.gateway.country_code);
  if (!resident) return invalid_at("from", "must be the number of a phone");
  const auto texted = find_texted_number(settings, to);
  if (!texted) return invalid_at("to", "is none of our service numbers");
  const auto& place = texted->to;
  const auto words = context.ports.wordings.find(place.service->wording);
  const auto directory = context.ports.latest();
  if (words == context.ports.wordings.end() || !directory) return not_loaded();
  const auto stands = context.data.call(&store::load_conversation, {place.service->number, *resident});
  if (!stands) return store_problem(stands.error());
  const inquiry asked{text, place.department, 0, texted->menu_extension};
  const preview_question question{stands->state, asked, texted->number, words->second, settings};
  return json_answer(to_json(duanwen::preview(*directory, question)));
}

// What is wrong with `draft` in itself or beside the numbers of its department.
std::vector<problem> problems_of(const item& draft, const department& of, const directory_limits& limits) {
  directory alone;
  alone.departments.push_back(of);
  alone.departments.front().items = {draft};
  constexpr std::string_view place = "departments[0].items[0].";
  std::vector<problem> problems;
  for (auto& p : check_directory(alone, limits))
    if (p.path.starts_with(place)) problems.push_back({"item." + p.path.substr(place.size()), p.message});
  return problems;
}

or_problem<std::optional<item>> read_draft(const json& body, const department& of,
                                           const directory_limits& limits) {
  const auto found = body.find("item");
  if (found == body.end()) return std::optional<item>();
  std::vector<problem> problems;
  auto draft = from_json<item>(*found, problems);
  for (auto& p : problems) p.path = p.path.empty() ? "item" : "item." + p.path;
  if (problems.empty()) problems = problems_of(draft, of, limits);
  if (!problems.empty()) return problem_answer(problem_kind::invalid, problems.front().message, problems);
  return std::optional<item>(std::move(draft));
}

// The wording of the service that `to` names, or of the first one; null where there is none.
const wording* words_for(const api_context& context, const std::string& to) {
  const auto& services = context.ports.settings.services;
  const auto place = find_service(services, to.empty() && !services.empty() ? services.front().number : to);
  const auto found =
      place ? context.ports.wordings.find(place->service->wording) : context.ports.wordings.end();
  return found == context.ports.wordings.end() ? nullptr : &found->second;
}

api_answer preview_directory(api_context& context, const json& body) {
  texts wanted{body, {}};
  const auto id = wanted.read("department");
  const auto to = body.contains("to") ? wanted.read("to") : std::string();
  if (body.contains("text")) wanted.problems.push_back({"text", "goes without a department"});
  if (!wanted.problems.empty())
    return problem_answer(problem_kind::invalid, "send department, and item, or from, to and text",
                          wanted.problems);
  const auto* words = words_for(context, to);
  if (!words) return invalid_at("to", "is none of our service numbers");
  const auto directory = context.ports.latest();
  if (!directory) return not_loaded();
  const auto* published = directory->find_department(id);
  if (!published) return missing("department", id);
  const auto& settings = context.ports.settings;
  auto draft = read_draft(body, *published, settings.directory);
  if (!draft) return draft.error();
  return json_answer(to_json(preview_item(*directory, {*published, std::move(*draft), *words, settings})));
}

}  // namespace

api_answer preview(api_context& context, const api_request& request) {
  const auto body = json_body(request);
  if (!body) return body.error();
  return body->contains("department") ? preview_directory(context, *body) : preview_text(context, *body);
}

}  // namespace duanwen::api
