// POST /preview: the resident's own conversation, the directory as it is served, and nothing sent.
#include <nlohmann/json.hpp>

#include "admin/api.hpp"
#include "admin/handlers.hpp"
#include "admin/preview.hpp"
#include "config/msisdn.hpp"

namespace duanwen::api {

namespace {

using nlohmann::json;

struct preview_wanted {
  std::string from, to, text;
};

or_problem<preview_wanted> read_wanted(const api_request& request) {
  const auto body = json_body(request);
  if (!body) return body.error();
  preview_wanted wanted;
  std::vector<problem> problems;
  const auto read = [&](const char* key, std::string& into) {
    const auto found = body->find(key);
    if (found != body->end() && found->is_string())
      into = found->get<std::string>();
    else
      problems.push_back({key, "must be a text"});
  };
  read("from", wanted.from);
  read("to", wanted.to);
  read("text", wanted.text);
  if (!problems.empty()) return problem_answer(problem_kind::invalid, "send from, to and text", problems);
  return wanted;
}

api_answer invalid(const char* path, const std::string& message) {
  return problem_answer(problem_kind::invalid, message, {{path, message}});
}

}  // namespace

api_answer preview(api_context& context, const api_request& request) {
  const auto wanted = read_wanted(request);
  if (!wanted) return wanted.error();
  const auto& settings = context.ports.settings;
  const auto resident = to_msisdn(wanted->from, settings.gateway.country_code);
  if (!resident) return invalid("from", "must be the number of a phone");
  const auto place = find_service(settings.services, wanted->to);
  if (!place) return invalid("to", "is none of our service numbers");
  const auto words = context.ports.wordings.find(place->service->wording);
  const auto directory = context.ports.latest();
  if (words == context.ports.wordings.end() || !directory)
    return problem_answer(problem_kind::not_ready, "the directory is not loaded yet");
  const auto stands = context.data.load_conversation({place->service->number, *resident});
  if (!stands) return store_problem(stands.error());
  const preview_question question{stands->state, {wanted->text, place->department}, words->second, settings};
  return json_answer(to_json(duanwen::preview(*directory, question)));
}

}  // namespace duanwen::api
