// Tokens: who may.
#include <nlohmann/json.hpp>

#include "admin/answers/page.hpp"
#include "admin/editing/find_by_id.hpp"
#include "admin/routing/api.hpp"
#include "admin/routing/handlers.hpp"
#include "admin/tokens/tokens.hpp"

namespace duanwen {

namespace {

using nlohmann::json;

json shown(const token_record& record) {
  json token = {{"name", record.name}, {"role", name_of(record.role)}, {"created_ms", record.created}};
  if (!record.department.empty()) token["department"] = record.department;
  return token;
}

struct token_wanted {
  std::string name, department;
  token_role role = token_role::viewer;
};

or_problem<token_wanted> read_wanted(const api_request& request) {
  const auto body = json_body(request);
  if (!body) return body.error();
  token_wanted wanted;
  std::string role;
  for (const auto& [key, value] : body->items()) {
    std::string* into = key == "name" ? &wanted.name : key == "department" ? &wanted.department : nullptr;
    if (key == "role") into = &role;
    if (into == nullptr)
      return invalid_at(key.c_str(), "is not known; a token has name, role and department");
    if (!value.is_string()) return invalid_at(key.c_str(), "must be a text");
    *into = value.get<std::string>();
  }
  const auto parsed = parse_role(role);
  if (!parsed) return invalid_at("role", "must be viewer, editor or admin");
  wanted.role = *parsed;
  if (const auto wrong = judge_token(wanted.name, wanted.role, wanted.department); !wrong.empty())
    return invalid_at(wanted.department.empty() ? "name" : "department", wrong);
  return wanted;
}

}  // namespace

namespace api {

api_answer list_tokens(api_context& context, const api_request& request) {
  const auto page = wanted_page(request);
  if (!page) return page.error();
  const auto records = context.data.call(&store::load_tokens);
  if (!records) return store_problem(records.error());
  std::vector<list_entry> entries;
  for (std::size_t i = 0; i < records->size(); ++i) entries.push_back({(*records)[i].name, i});
  const auto cut = cut_page(std::move(entries), *page);
  json body = {{"tokens", json::array()}};
  for (const auto i : cut.indices) body["tokens"].push_back(shown((*records)[i]));
  if (!cut.next_cursor.empty()) body["next_cursor"] = cut.next_cursor;
  return json_answer(body);
}

api_answer create_token(api_context& context, const api_request& request) {
  const auto wanted = read_wanted(request);
  if (!wanted) return wanted.error();
  if (!wanted->department.empty()) {
    const auto view = context.editor.current();
    if (!view) return store_problem(view.error());
    if (find_by_id(view->document->departments, wanted->department) == nullptr)
      return invalid_at("department", "there is no department " + wanted->department);
  }
  const auto made =
      duanwen::create_token(wanted->name, wanted->role, wanted->department, context.ports.now());
  const auto added = context.data.call(&store::put_token, made.record);
  if (!added) return store_problem(added.error());
  if (!*added) return problem_answer(problem_kind::name_taken, "there is a token " + wanted->name);
  json body = shown(made.record);
  body["token"] = made.token;
  return json_answer(body, 201);
}

api_answer delete_token(api_context& context, const api_request& request) {
  const auto removed = context.data.call(&store::remove_token, request.names.at(0));
  if (!removed) return store_problem(removed.error());
  return *removed ? no_content() : missing("token", request.names.at(0));
}

}  // namespace api

}  // namespace duanwen
