#pragma once
// Every path of the API: method, role, handler. Dispatch, permissions and openapi.json are made from this one
// table.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "admin/answers/answer.hpp"
#include "admin/answers/request.hpp"
#include "storage/records.hpp"

namespace duanwen {

struct api_context;

using api_handler = api_answer (*)(api_context& context, const api_request& request);

/// Who may: everybody, or a token of at least this role; monitor: a viewer, or everybody where
/// admin.metrics_open.
enum class access { open, monitor, viewer, editor, editor_of_department, admin };

/// Whether what a route does is remembered by GET /audit. Reading never is.
enum class effect { none, audited };

/// ?name= of a route.
struct query_parameter {
  std::string_view name;
  std::string_view meaning;
};

struct route {
  std::string_view method;
  std::string_view path;  ///< /api/v1/departments/{id}
  access who;
  api_handler handler;
  std::string_view summary;
  std::span<const query_parameter> query{};
  effect does = effect::audited;
  std::string_view body{}, answer{};  ///< schemas of openapi_schemas(), where it says more than "an object"
};

const std::vector<route>& routes();

struct routed {
  const route* found = nullptr;      ///< null: no such path, or not with this method
  std::vector<std::string> names;    ///< of the found one
  std::vector<std::string> allowed;  ///< methods of this path; empty: there is no such path
};
/// `target` is the request's path as it came, still percent-encoded, with or without query.
routed find_route(std::string_view method, std::string_view target);

/// Whether a token may use a route whose first name is names[0]; editor_of_department compares it with the
/// token's department.
bool may_use(access needed, const token_record& who, const std::vector<std::string>& names);

/// An editor who is bound to a department may change only that one.
bool may_edit_department(const token_record& who, const std::string& department);

}  // namespace duanwen
