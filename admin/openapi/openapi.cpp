#include "admin/openapi/openapi.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "admin/openapi/openapi_schemas.hpp"

namespace duanwen {

namespace {

using nlohmann::json;

std::string lower(std::string_view method) {
  std::string text(method);
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
  return text;
}

json parameters_of(std::string_view path) {
  json parameters = json::array();
  for (auto open = path.find('{'); open != path.npos; open = path.find('{', open + 1)) {
    const auto name = path.substr(open + 1, path.find('}', open) - open - 1);
    parameters.push_back(
        {{"name", name}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
  }
  return parameters;
}

json query_of(const route& r) {
  json parameters = json::array();
  for (const auto& [name, meaning] : r.query)
    parameters.push_back(
        {{"name", name}, {"in", "query"}, {"description", meaning}, {"schema", {{"type", "string"}}}});
  return parameters;
}

const char* role_of(access who) {
  switch (who) {
    case access::open:
      return "nobody in particular";
    case access::monitor:
      return "viewer, or nobody in particular where admin.metrics_open";
    case access::viewer:
      return "viewer";
    case access::editor:
      return "editor";
    case access::editor_of_department:
      return "editor of the department";
    case access::admin:
      return "admin";
  }
  return "";
}

/// Of a schema, or any object.
json json_of(std::string_view schema) {
  const json any = {{"type", "object"}};
  const json named = {{"$ref", "#/components/schemas/" + std::string(schema)}};
  return {{"application/json", {{"schema", schema.empty() ? any : named}}}};
}

json operation_of(const route& r) {
  json parameters = parameters_of(r.path);
  for (auto& p : query_of(r)) parameters.push_back(std::move(p));
  const json problem = {
      {"description", "A problem (RFC 7807)"},
      {"content", {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/problem"}}}}}}}};
  json done = {{"description", "Done"}};
  if (!r.answer.empty()) done["content"] = json_of(r.answer);
  json operation = {{"summary", r.summary},
                    {"description", std::string("Role: ") + role_of(r.who)},
                    {"responses", {{"2XX", std::move(done)}, {"default", problem}}}};
  if (!parameters.empty()) operation["parameters"] = std::move(parameters);
  if (r.who == access::open) operation["security"] = json::array();
  if (r.method == "PUT" || r.method == "POST" || r.method == "PATCH")
    operation["requestBody"] = {{"content", json_of(r.body)}};
  return operation;
}

}  // namespace

json openapi(const std::vector<route>& table) {
  json paths = json::object();
  for (const auto& r : table) paths[std::string(r.path)][lower(r.method)] = operation_of(r);
  const json bearer = {{"type", "http"}, {"scheme", "bearer"}};
  const json token = {{"token", json::array()}};
  return {{"openapi", "3.0.3"},
          {"info", {{"title", "Duanwen"}, {"version", "1"}}},
          {"paths", paths},
          {"security", json::array({token})},
          {"components", {{"securitySchemes", {{"token", bearer}}}, {"schemas", openapi_schemas()}}}};
}

}  // namespace duanwen
