#pragma once
// What the API says: an answer, or a problem as RFC 7807 (application/problem+json) with a type that never
// changes.

#include <boost/system/result.hpp>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "keywords/directory/directory.hpp"

namespace duanwen {

struct api_answer {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

enum class problem_kind {
  not_json,             ///< 400
  bad_query,            ///< 400
  bad_request,          ///< 400
  unauthorized,         ///< 401
  forbidden,            ///< 403
  not_found,            ///< 404
  method_not_allowed,   ///< 405
  keyword_taken,        ///< 409
  keyword_confusable,   ///< 409: it sounds like another's
  number_retired,       ///< 409
  name_taken,           ///< 409
  still_in_use,         ///< 409
  carrier_not_bound,    ///< 409: as the ESME that could ask it
  precondition_failed,  ///< 412
  body_too_large,       ///< 413
  unsupported_media,    ///< 415
  invalid,              ///< 422
  internal,             ///< 500
  store_refused,        ///< 500
  carrier_refused,      ///< 502
  store_unavailable,    ///< 503: ask again later
  not_ready,            ///< 503
  carrier_silent,       ///< 504
};

api_answer problem_answer(problem_kind kind, const std::string& detail,
                          const std::vector<problem>& problems = {});
/// 422 for the one place `path` of the body.
api_answer invalid_at(const char* path, const std::string& message);
/// The problem for a failure of the store.
api_answer store_problem(const boost::system::error_code& trouble);
/// The problem for a status that the HTTP library gave on its own.
api_answer problem_of_status(int status);

/// [{"path", "message"}] as problems and warnings are told.
nlohmann::json places_of(const std::vector<problem>& problems);

api_answer json_answer(const nlohmann::json& body, int status = 200);
api_answer no_content();

/// A value, or the answer that says why there is none.
template <class T>
using or_problem = boost::system::result<T, api_answer>;

/// The URNs of all problems, for the description of the API.
std::vector<std::string> problem_types();

}  // namespace duanwen
