// Pages of areas, departments and themes.
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include "admin/answers/page.hpp"
#include "admin/answers/since.hpp"
#include "admin/editing/find_by_id.hpp"
#include "admin/editing/kinds.hpp"
#include "admin/routing/api.hpp"
#include "admin/routing/handlers.hpp"
#include "keywords/text/normalise.hpp"
#include "storage/codec/directory_json.hpp"

namespace duanwen {

namespace {

using nlohmann::json;

/// One page of those entities that `wanted` takes, each as `shown` writes it.
template <class Entity>
api_answer list(const directory& document, const api_request& request,
                const std::function<bool(const Entity&)>& wanted,
                const std::function<json(const Entity&)>& shown) {
  const auto page = wanted_page(request);
  if (!page) return page.error();
  const auto& entities = document.*kind<Entity>::list;
  std::vector<list_entry> entries;
  for (std::size_t i = 0; i < entities.size(); ++i)
    if (!is_closed(entities[i]) && wanted(entities[i])) entries.push_back({entities[i].id, i});
  const auto cut = cut_page(std::move(entries), *page);
  json body = {{kind<Entity>::plural, json::array()}};
  for (const auto i : cut.indices) body[kind<Entity>::plural].push_back(shown(entities[i]));
  if (!cut.next_cursor.empty()) body["next_cursor"] = cut.next_cursor;
  return json_answer(body);
}

template <class Entity>
api_answer list_all(api_context& context, const api_request& request) {
  const auto view = context.editor.current();
  if (!view) return store_problem(view.error());
  return list<Entity>(
      *view->document, request, [](const Entity&) { return true; },
      [](const Entity& e) { return to_json(e); });
}

/// The ids of `root` and of everything below it.
std::set<std::string> area_with_all_below(const directory& document, const std::string& root) {
  std::set<std::string> inside = {root};
  // Areas may stand before their parents, so it is gone through until nothing new comes.
  for (std::size_t before = 0; before != inside.size();) {
    before = inside.size();
    for (const auto& a : document.areas)
      if (inside.contains(a.parent)) inside.insert(a.id);
  }
  return inside;
}

bool mentions(const department& d, const std::string& form) {
  const auto has = [&](const std::string& text) {
    return keyword_form(text).find(form) != std::string::npos;
  };
  const auto any = [&](const std::vector<std::string>& texts) {
    return std::any_of(texts.begin(), texts.end(), has);
  };
  return has(d.id) || has(d.name) || has(d.short_name) || any(d.keywords) || any(d.aliases);
}

/// A department without its items, which a list of hundreds could not carry.
json summary_of(const department& d) {
  return {{"id", d.id},     {"name", d.name},         {"short_name", d.short_name},
          {"area", d.area}, {"keywords", d.keywords}, {"item_count", d.items.size()}};
}

}  // namespace

namespace api {

api_answer list_areas(api_context& c, const api_request& r) { return list_all<area>(c, r); }
api_answer list_themes(api_context& c, const api_request& r) { return list_all<theme>(c, r); }

api_answer list_departments(api_context& context, const api_request& request) {
  const auto view = context.editor.current();
  if (!view) return store_problem(view.error());
  const auto in_area = query_value(request, "area");
  const auto areas =
      in_area.empty() ? std::set<std::string>() : area_with_all_below(*view->document, in_area);
  const auto form = keyword_form(query_value(request, "q"));
  return list<department>(
      *view->document, request,
      [&](const department& d) {
        return (in_area.empty() || areas.contains(d.area)) && (form.empty() || mentions(d, form));
      },
      summary_of);
}

}  // namespace api

}  // namespace duanwen
