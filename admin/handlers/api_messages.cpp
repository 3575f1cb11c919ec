// What a carrier is asked about messages that it accepted.
#include <spdlog/spdlog.h>

#include <array>
#include <nlohmann/json.hpp>

#include "admin/answers/page.hpp"
#include "admin/answers/since.hpp"
#include "admin/routing/api.hpp"
#include "admin/routing/handlers.hpp"
#include "config/addresses/msisdn.hpp"

namespace duanwen {

namespace {

using nlohmann::json;

json text_or_null(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }

/// Masked, and without what it says.
json shown(const carrier_message& message) {
  return {{"message_id", message.message_id},
          {"source", message.source},
          {"destination", masked(message.destination)},
          {"at_ms", message.at},
          {"part", message.part},
          {"parts", message.parts},
          {"receipt", text_or_null(message.receipt)}};
}

json shown(const carrier_question& asked, const carrier_said& said) {
  return {{"carrier", asked.carrier},
          {"message_id", asked.message_id},
          {"message_state", said.state},
          {"final", said.final},
          {"final_date", text_or_null(said.final_date)},
          {"error_code", said.error_code}};
}

struct end_row {
  question_end end;
  problem_kind kind;
};

constexpr std::array<end_row, 7> ends{{
    {question_end::no_carrier, problem_kind::not_found},
    {question_end::no_message, problem_kind::not_found},
    {question_end::several, problem_kind::bad_query},
    {question_end::not_bound, problem_kind::carrier_not_bound},
    {question_end::refused, problem_kind::carrier_refused},
    {question_end::lost, problem_kind::carrier_refused},
    {question_end::late, problem_kind::carrier_silent},
}};

api_answer problem_of(const carrier_said& said) {
  if (said.end == question_end::unfit) return invalid_at("text", said.detail);
  for (const auto& row : ends)
    if (row.end == said.end) return problem_answer(row.kind, said.detail);
  return problem_answer(problem_kind::internal, said.detail);
}

/// The number that a parameter of the query names as we keep it, "" where it is left out.
or_problem<std::string> wanted_resident(const api_context& context, const api_request& request,
                                        const char* parameter) {
  const auto given = query_value(request, parameter);
  if (given.empty()) return std::string();
  auto msisdn = to_msisdn(given, context.ports.settings.gateway.country_code);
  if (msisdn) return std::move(*msisdn);
  return problem_answer(problem_kind::bad_query, std::string(parameter) + " must be the number of a phone");
}

or_problem<carrier_question> question_in(const api_context& context, const api_request& request,
                                         carrier_request what) {
  auto to = wanted_resident(context, request, "to");
  if (!to) return to.error();
  carrier_question asked;
  asked.what = what;
  asked.carrier = request.names.at(0);
  asked.message_id = request.names.at(1);
  asked.msisdn = std::move(*to);
  return asked;
}

/// What the carrier said, or the problem that there was.
or_problem<carrier_said> said_to(api_context& context, const carrier_question& asked) {
  const auto& ports = context.ports;
  const std::function<boost::asio::awaitable<carrier_said>()> ask = [ask = ports.ask_carrier, asked] {
    return ask(asked);
  };
  // The io thread gives up by itself; more is waited only for a thread that does not come to it.
  const auto at_most = ports.settings.admin.carrier_timeout + ports.settings.admin.store_timeout;
  const auto said = context.data.get<carrier_said>(ask, at_most);
  if (!said) return problem_answer(problem_kind::not_ready, "the io thread does not answer");
  if (said->end != question_end::done) return problem_of(*said);
  return *said;
}

api_answer done(api_context& context, const api_request& request, const carrier_question& asked,
                const char* did) {
  const auto said = said_to(context, asked);
  if (!said) return said.error();
  spdlog::info("admin: {} had {} {} the message {}", request.who.name, asked.carrier, did, asked.message_id);
  return no_content();
}

}  // namespace

namespace api {

api_answer list_messages(api_context& context, const api_request& request) {
  const auto page = wanted_page(request);
  if (!page) return page.error();
  const auto msisdn = wanted_resident(context, request, "msisdn");
  if (!msisdn) return msisdn.error();
  using messages_of = std::optional<std::vector<carrier_message>>;
  const std::function<messages_of()> look = [look = context.ports.messages, carrier = request.names.at(0),
                                             msisdn = *msisdn,
                                             limit = page->limit] { return look(carrier, msisdn, limit); };
  const auto found = context.data.get<messages_of>(look);
  if (!found) return problem_answer(problem_kind::not_ready, "the io thread does not answer");
  if (!*found) return missing("carrier", request.names.at(0));
  json body = {{"messages", json::array()}};
  for (const auto& message : **found) body["messages"].push_back(shown(message));
  return json_answer(body);
}

api_answer query_message(api_context& context, const api_request& request) {
  const auto asked = question_in(context, request, carrier_request::query);
  if (!asked) return asked.error();
  const auto said = said_to(context, *asked);
  return said ? json_answer(shown(*asked, *said)) : said.error();
}

api_answer cancel_message(api_context& context, const api_request& request) {
  const auto asked = question_in(context, request, carrier_request::cancel);
  return asked ? done(context, request, *asked, "cancel") : asked.error();
}

api_answer replace_message(api_context& context, const api_request& request) {
  const auto body = json_body(request);
  if (!body) return body.error();
  auto asked = question_in(context, request, carrier_request::replace);
  if (!asked) return asked.error();
  const auto text = body->find("text");
  if (text == body->end() || !text->is_string() || text->get<std::string>().empty())
    return invalid_at("text", "must be the text that is to arrive, as it is to arrive");
  asked->text = text->get<std::string>();
  return done(context, request, *asked, "replace");
}

}  // namespace api

}  // namespace duanwen
