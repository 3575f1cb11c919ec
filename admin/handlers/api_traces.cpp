// What residents texted: looked up for one, counted for all, forgotten for one.
#include <chrono>
#include <nlohmann/json.hpp>

#include "admin/answers/page.hpp"
#include "admin/answers/since.hpp"
#include "admin/routing/api.hpp"
#include "admin/routing/handlers.hpp"
#include "admin/views/receipt_words.hpp"
#include "config/addresses/msisdn.hpp"

namespace duanwen {

namespace {

using nlohmann::json;

json shown(const receipt_record& r) {
  return {{"at_ms", r.came},
          {"carrier", r.carrier},
          {"state", r.state},
          {"error", r.error},
          {"words", words_of_receipt(r.state, r.error)},
          {"segment", r.segment},
          {"segments", r.segments}};
}

json shown(const trace_record& t) {
  json receipts = json::array();
  for (const auto& one : t.receipts) receipts.push_back(shown(one));
  return {{"at_ms", t.at},
          {"msisdn", masked(t.msisdn)},
          {"service", t.service},
          {"carrier", t.carrier},
          {"outcome", t.outcome},
          {"matched", t.matched},
          {"segments", t.segments},
          {"text", t.text},
          {"receipts", std::move(receipts)}};
}

api_answer no_number(const char* path) { return invalid_at(path, "must be the number of a telephone"); }

/// The member of a JSON object, "" when it is not there; nothing when it is no text.
std::optional<std::string> text_member(const json& body, const char* key) {
  const auto found = body.find(key);
  if (found == body.end()) return "";
  return found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
}

/// The first day of which unmatched texts may still be kept, and the last that may have begun anywhere.
std::pair<std::string, std::string> kept_days(const api_context& context) {
  constexpr unix_ms day_ms = 86400'000;
  const auto now = context.ports.now();
  const auto kept = std::chrono::milliseconds(context.ports.settings.traces.unmatched_kept).count();
  return {context.ports.day(now - kept - day_ms), context.ports.day(now)};
}

}  // namespace

namespace api {

api_answer search_inquiries(api_context& context, const api_request& request) {
  const auto body = json_body(request);
  if (!body) return body.error();
  const auto number = text_member(*body, "msisdn"), day = text_member(*body, "since");
  const auto msisdn = to_msisdn(number.value_or(""), context.ports.settings.gateway.country_code);
  if (!msisdn) return no_number("msisdn");
  const auto since = wanted_since(day.value_or("?"));
  if (!since) return since.error();
  const auto traces = context.data.call(&store::traces, *msisdn);
  if (!traces) return store_problem(traces.error());
  json inquiries = json::array();
  for (const auto& t : *traces)
    if (context.ports.day(t.at) >= *since) inquiries.push_back(shown(t));
  return json_answer({{"inquiries", std::move(inquiries)}});
}

api_answer list_unmatched(api_context& context, const api_request& request) {
  const auto page = wanted_page(request);
  if (!page) return page.error();
  const auto since = wanted_since(query_value(request, "since"));
  if (!since) return since.error();
  const auto [first, last] = kept_days(context);
  const auto texts = context.data.call(&store::unmatched, std::max(first, *since), last);
  if (!texts) return store_problem(texts.error());
  json body = {{"unmatched", json::array()}};
  for (std::size_t i = 0; i < std::min(texts->size(), page->limit); ++i)
    body["unmatched"].push_back({{"text", (*texts)[i].text}, {"times", (*texts)[i].times}});
  return json_answer(body);
}

api_answer forget_resident(api_context& context, const api_request& request) {
  const auto& settings = context.ports.settings;
  const auto msisdn = to_msisdn(request.names.at(0), settings.gateway.country_code);
  if (!msisdn) return no_number("msisdn");
  std::vector<std::string> services;
  for (const auto& service : settings.services) services.push_back(service.number);
  const auto gone = context.data.call(&store::forget_resident, *msisdn, services);
  if (!gone) return store_problem(gone.error());
  if (*gone == forgotten()) return problem_answer(problem_kind::not_found, "nothing is known of this number");
  return json_answer({{"inquiries", gone->traces}, {"dead_letters", gone->dead_letters}});
}

}  // namespace api

}  // namespace duanwen
