// Problems by one table.
#include "admin/answers/answer.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "storage/error.hpp"

namespace duanwen {

namespace {

struct problem_row {
  problem_kind kind;
  int status;
  const char* type;
  const char* title;
};

constexpr std::array<problem_row, 23> table = {{
    {problem_kind::not_json, 400, "not-json", "The body is not JSON"},
    {problem_kind::bad_query, 400, "bad-query", "A parameter of the query is wrong"},
    {problem_kind::bad_request, 400, "bad-request", "The request cannot be read"},
    {problem_kind::unauthorized, 401, "unauthorized", "A valid token is needed"},
    {problem_kind::forbidden, 403, "forbidden", "This token may not do that"},
    {problem_kind::not_found, 404, "not-found", "There is no such thing"},
    {problem_kind::method_not_allowed, 405, "method-not-allowed", "This path does not take that method"},
    {problem_kind::keyword_taken, 409, "keyword-taken", "The keyword is registered already"},
    {problem_kind::keyword_confusable, 409, "keyword-confusable", "The keyword sounds like another's"},
    {problem_kind::number_retired, 409, "number-retired", "A retired number is never given again"},
    {problem_kind::name_taken, 409, "name-taken", "The name is taken"},
    {problem_kind::still_in_use, 409, "still-in-use", "Something else still refers to it"},
    {problem_kind::carrier_not_bound, 409, "carrier-not-bound", "The carrier cannot be asked now"},
    {problem_kind::precondition_failed, 412, "precondition-failed", "It was changed in the meantime"},
    {problem_kind::body_too_large, 413, "body-too-large", "The body is too large"},
    {problem_kind::unsupported_media, 415, "unsupported-media", "The body must be JSON"},
    {problem_kind::invalid, 422, "invalid", "The content is not valid"},
    {problem_kind::internal, 500, "internal", "The server failed"},
    {problem_kind::store_refused, 500, "store-refused", "The store refused"},
    {problem_kind::carrier_refused, 502, "carrier-refused", "The carrier refused, or its link fell"},
    {problem_kind::store_unavailable, 503, "store-unavailable", "The store cannot be reached; try again"},
    {problem_kind::not_ready, 503, "not-ready", "Not ready"},
    {problem_kind::carrier_silent, 504, "carrier-silent", "The carrier did not answer in time"},
}};

const problem_row& row_of(problem_kind kind) {
  return *std::find_if(table.begin(), table.end(), [kind](const auto& r) { return r.kind == kind; });
}

std::string urn(const problem_row& row) { return std::string("urn:duanwen:problem:") + row.type; }

/// What is not UTF-8 (a path may hold anything) is replaced rather than thrown about.
std::string dump(const nlohmann::json& body) {
  return body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

nlohmann::json places_of(const std::vector<problem>& problems) {
  auto places = nlohmann::json::array();
  for (const auto& p : problems) places.push_back({{"path", p.path}, {"message", p.message}});
  return places;
}

api_answer problem_answer(problem_kind kind, const std::string& detail,
                          const std::vector<problem>& problems) {
  const auto& row = row_of(kind);
  nlohmann::json body = {
      {"type", urn(row)}, {"title", row.title}, {"status", row.status}, {"detail", detail}};
  if (!problems.empty()) body["problems"] = places_of(problems);
  api_answer answer;
  answer.status = row.status;
  answer.content_type = "application/problem+json";
  answer.body = dump(body);
  if (row.status == 401) answer.headers.emplace_back("WWW-Authenticate", "Bearer");
  if (row.status == 503) answer.headers.emplace_back("Retry-After", "1");
  return answer;
}

api_answer invalid_at(const char* path, const std::string& message) {
  return problem_answer(problem_kind::invalid, message, {{path, message}});
}

api_answer store_problem(const boost::system::error_code& trouble) {
  const bool later = trouble == storage_errc::unavailable || trouble == storage_errc::unknown_outcome;
  return problem_answer(later ? problem_kind::store_unavailable : problem_kind::store_refused,
                        trouble.message());
}

api_answer problem_of_status(int status) {
  const auto row =
      std::find_if(table.begin(), table.end(), [status](const auto& r) { return r.status == status; });
  if (row != table.end() && status != 400) return problem_answer(row->kind, row->title);
  auto answer = problem_answer(problem_kind::bad_request, "the request line or a header cannot be read");
  answer.status = status;
  return answer;
}

api_answer json_answer(const nlohmann::json& body, int status) {
  api_answer answer;
  answer.status = status;
  answer.body = dump(body);
  return answer;
}

api_answer no_content() {
  api_answer answer;
  answer.status = 204;
  answer.content_type.clear();
  return answer;
}

std::vector<std::string> problem_types() {
  std::vector<std::string> types;
  for (const auto& row : table) types.push_back(urn(row));
  return types;
}

}  // namespace duanwen
