#pragma once
// ?since= and "since": a day, from whose beginning something is asked for.

#include <string>

#include "admin/answers/answer.hpp"
#include "admin/answers/request.hpp"

namespace duanwen {

/// As 2026-11-24; "" (not there) is every day that is kept.
or_problem<std::string> wanted_since(const std::string& day);

/// The value of a query parameter; "" when it is not there.
std::string query_value(const api_request& request, const char* name);

}  // namespace duanwen
