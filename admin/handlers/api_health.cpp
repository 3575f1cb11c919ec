// What load balancers and monitors ask.
#include <nlohmann/json.hpp>

#include "admin/openapi/openapi.hpp"
#include "admin/routing/api.hpp"
#include "admin/routing/handlers.hpp"

namespace duanwen::api {

api_answer alive(api_context& context, const api_request&) {
  // Alive is who still comes round his loop, not merely who has a port open.
  if (context.data.run([] {})) return json_answer({{"status", "alive"}});
  return problem_answer(problem_kind::not_ready, "the io thread does not answer");
}

api_answer ready(api_context& context, const api_request&) {
  const auto why = context.data.get<std::string>(context.ports.not_ready);
  if (!why) return problem_answer(problem_kind::not_ready, "the io thread does not answer");
  if (!why->empty()) return problem_answer(problem_kind::not_ready, *why);
  // A store that keeps less than is promised still answers residents: to refuse would make an outage of a
  // risk.
  const auto risks = context.ports.risks ? context.data.get<std::vector<std::string>>(context.ports.risks)
                                         : std::vector<std::string>();
  return json_answer({{"status", "ready"}, {"risks", risks.value_or(std::vector<std::string>())}});
}

api_answer metrics(api_context& context, const api_request&) {
  const auto text = context.data.get<std::string>(context.ports.metrics);
  if (!text) return problem_answer(problem_kind::not_ready, "the io thread does not answer");
  api_answer answer;
  answer.content_type = "text/plain; version=0.0.4; charset=utf-8";
  answer.body = *text;
  return answer;
}

api_answer description(api_context&, const api_request&) { return json_answer(openapi(routes())); }

}  // namespace duanwen::api
