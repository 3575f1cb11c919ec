#include "admin/answers/since.hpp"

#include "storage/days.hpp"

namespace duanwen {

or_problem<std::string> wanted_since(const std::string& day) {
  if (!day.empty() && !parse_day(day))
    return problem_answer(problem_kind::bad_query, "since must be a day, as 2026-11-24");
  return or_problem<std::string>(boost::system::in_place_value, day);
}

std::string query_value(const api_request& request, const char* name) {
  const auto found = request.query.find(name);
  return found == request.query.end() ? std::string() : found->second;
}

}  // namespace duanwen
