// Registering what residents text.
#include <array>
#include <nlohmann/json.hpp>

#include "admin/editing/keyword_owner.hpp"
#include "admin/routing/api.hpp"
#include "admin/routing/handlers.hpp"
#include "keywords/directory/confusable.hpp"
#include "keywords/text/normalise.hpp"

namespace duanwen {

namespace {

using nlohmann::json;

struct keyword_target {
  target_kind kind = target_kind::department;
  std::string id;
};

json shown(const keyword_owner& owner) {
  return {{"keyword", owner.keyword}, {name_of(owner.kind), owner.id}, {"name", owner.name}};
}

/// {"department": id}, {"theme": id} or {"area": id}.
or_problem<keyword_target> read_target(const api_request& request) {
  const auto body = json_body(request);
  if (!body) return body.error();
  constexpr std::array kinds = {target_kind::department, target_kind::theme, target_kind::area};
  for (const auto kind : kinds) {
    const auto found = body->find(name_of(kind));
    if (body->size() == 1 && found != body->end() && found->is_string())
      return keyword_target{kind, found->get<std::string>()};
  }
  return problem_answer(problem_kind::invalid,
                        R"(send one of {"department": id}, {"theme": id}, {"area": id})",
                        {{"", "must have exactly one of department, theme and area"}});
}

/// Departments are the affair of their editors, themes and areas the administrator's.
bool may_edit(const token_record& who, target_kind kind, const std::string& id) {
  if (kind != target_kind::department) return who.role == token_role::admin;
  return may_edit_department(who, id);
}

edit_refusal not_yours(target_kind kind, const std::string& id) {
  return {problem_kind::forbidden, std::string("this token may not edit ") + name_of(kind) + ' ' + id, {}};
}

edit_refusal no_owner(const std::string& keyword) {
  return {problem_kind::not_found, "nobody has the keyword " + keyword, {}};
}

/// Whose keywords sound like this one of `to`.
std::vector<confusion> confusions_of(const directory& document, const std::string& keyword,
                                     const keyword_target& to) {
  const auto form = keyword_form(keyword);
  return confusable_keywords(document, [&](const registration& r) {
    return r.form == form && r.kind == name_of(to.kind) && r.id == to.id;
  });
}

std::optional<edit_refusal> sounds_taken(const directory& document, const std::string& keyword,
                                         const keyword_target& to) {
  const auto confusions = confusions_of(document, keyword, to);
  if (confusions.empty()) return std::nullopt;
  const auto& other = confusions.front().other;
  return edit_refusal{problem_kind::keyword_confusable,
                      keyword + " sounds like " + other.keyword + " of " + other.owner() + ", " + other.name +
                          "; register it all the same with ?accept_confusable=1",
                      warnings_of(confusions)};
}

std::optional<edit_refusal> add(directory& document, const std::string& keyword, const keyword_target& to,
                                bool accept_confusable) {
  if (const auto owner = find_owner(document, keyword)) {
    if (owner->kind == to.kind && owner->id == to.id) return std::nullopt;
    return edit_refusal{
        problem_kind::keyword_taken,
        owner->keyword + " belongs to " + name_of(owner->kind) + ' ' + owner->id + ", " + owner->name,
        {}};
  }
  auto* keywords = keywords_of(document, to.kind, to.id);
  if (keywords == nullptr)
    return edit_refusal{problem_kind::invalid,
                        std::string("there is no ") + name_of(to.kind) + ' ' + to.id,
                        {{name_of(to.kind), "does not exist"}}};
  keywords->push_back(keyword);
  return accept_confusable ? std::nullopt : sounds_taken(document, keyword, to);
}

std::optional<edit_refusal> drop(directory& document, const std::string& keyword, const token_record& who) {
  const auto owner = find_owner(document, keyword);
  if (!owner) return no_owner(keyword);
  if (!may_edit(who, owner->kind, owner->id)) return not_yours(owner->kind, owner->id);
  std::erase(*keywords_of(document, owner->kind, owner->id), owner->keyword);
  return std::nullopt;
}

/// The keyword is the path's, so that every problem is about it.
std::vector<problem> about_keyword(std::vector<problem> problems, const directory&) {
  for (auto& p : problems)
    if (p.path.find("keywords") != std::string::npos) p.path = "keyword";
  return problems;
}

}  // namespace

namespace api {

api_answer get_keyword(api_context& context, const api_request& request) {
  const auto view = context.editor.current();
  if (!view) return store_problem(view.error());
  const auto owner = find_owner(*view->document, request.names.at(0));
  return owner ? entity_answer(shown(*owner)) : missing("keyword", request.names.at(0));
}

api_answer put_keyword(api_context& context, const api_request& request) {
  const auto to = read_target(request);
  if (!to) return to.error();
  const auto& keyword = request.names.at(0);
  if (!may_edit(request.who, to->kind, to->id))
    return problem_answer(problem_kind::forbidden, not_yours(to->kind, to->id).detail);
  const auto accepted = flag(request, "accept_confusable");
  if (!accepted) return problem_answer(problem_kind::bad_query, "accept_confusable must be 0 or 1");
  const auto outcome =
      context.editor.apply([&](directory& document) { return add(document, keyword, *to, *accepted); });
  if (auto refused = not_saved(outcome, about_keyword)) return *refused;
  const auto& edited = std::get<directory_edited>(outcome);
  const auto warnings = about_keyword(warnings_of(confusions_of(edited.after, keyword, *to)), edited.after);
  return entity_answer(shown(*find_owner(edited.after, keyword)), edited.changed ? 201 : 200, warnings);
}

api_answer delete_keyword(api_context& context, const api_request& request) {
  const auto& keyword = request.names.at(0);
  const auto outcome =
      context.editor.apply([&](directory& document) { return drop(document, keyword, request.who); });
  if (auto refused = not_saved(outcome, about_keyword)) return *refused;
  return no_content();
}

}  // namespace api

}  // namespace duanwen
