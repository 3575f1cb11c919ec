#include "keywords/snapshot.hpp"

#include <algorithm>
#include <set>

#include "keywords/normalise.hpp"

namespace duanwen {
namespace {

// An item as the department that inherits says it.
item overridden(item inherited, const department& by) {
  for (const auto& o : by.overrides) {
    if (o.number != inherited.number) continue;
    if (!o.title.empty()) inherited.title = o.title;
    if (!o.short_title.empty()) inherited.short_title = o.short_title;
    if (!o.details.empty()) inherited.details = o.details;
  }
  return inherited;
}

const area* find_area(const directory& d, std::string_view id) {
  const auto found = std::find_if(d.areas.begin(), d.areas.end(), [id](const area& a) { return a.id == id; });
  return found == d.areas.end() ? nullptr : &*found;
}

const department* same_in_parent(const directory& d, const department& heir) {
  const auto* place = find_area(d, heir.area);
  if (!place || place->parent.empty()) return nullptr;
  const auto found = std::find_if(d.departments.begin(), d.departments.end(), [&](const department& other) {
    return other.area == place->parent && other.name == heir.name;
  });
  return found == d.departments.end() ? nullptr : &*found;
}

void inherit(const directory& stored, directory& served) {
  for (auto& heir : served.departments) {
    if (!heir.inherits) continue;
    const auto* parent = same_in_parent(stored, heir);
    if (!parent) continue;
    std::vector<item> items;
    for (const auto& i : parent->items) items.push_back(overridden(i, heir));
    items.insert(items.end(), heir.items.begin(), heir.items.end());
    heir.items = std::move(items);
  }
}

}  // namespace

snapshot::snapshot(std::uint64_t version, directory document)
    : version_(version), document_(std::move(document)), served_(document_) {
  inherit(document_, served_);
  std::set<std::string> shared;  // forms to which several departments lay claim lead to none of them
  const auto lead = [&](const std::string& words, const target& to, bool registered) {
    const auto form = keyword_form(words);
    if (form.empty()) return;
    const auto [at, fresh] = keywords_.try_emplace(form, to);
    if (fresh && !registered) return;
    if (registered) at->second = to;
    if (!fresh && !registered && at->second.dept != to.dept) shared.insert(form);
  };
  for (const auto& d : served_.departments) {
    departments_.emplace(d.id, &d);
    for (const auto& name : {d.name, d.short_name})
      lead(name, target{target_kind::department, &d, nullptr, nullptr}, false);
    for (const auto& alias : d.aliases)
      lead(alias, target{target_kind::department, &d, nullptr, nullptr}, false);
  }
  for (const auto& form : shared) keywords_.erase(form);
  for (const auto& a : served_.areas)
    for (const auto& k : a.keywords) lead(k, target{target_kind::area, nullptr, nullptr, &a}, true);
  for (const auto& t : served_.themes) {
    themes_.emplace(t.id, &t);
    for (const auto& k : t.keywords) lead(k, target{target_kind::theme, nullptr, &t, nullptr}, true);
  }
  for (const auto& d : served_.departments)
    for (const auto& k : d.keywords) lead(k, target{target_kind::department, &d, nullptr, nullptr}, true);
  for (const auto& [form, to] : keywords_) longest_form_ = std::max(longest_form_, form.size());
}

const department* snapshot::find_department(std::string_view id) const {
  const auto found = departments_.find(id);
  return found == departments_.end() ? nullptr : found->second;
}

const theme* snapshot::find_theme(std::string_view id) const {
  const auto found = themes_.find(id);
  return found == themes_.end() ? nullptr : found->second;
}

const target* snapshot::find_keyword(std::string_view form) const {
  const auto found = keywords_.find(form);
  return found == keywords_.end() ? nullptr : &found->second;
}

std::pair<const target*, std::size_t> snapshot::longest_keyword(std::string_view form) const {
  for (std::size_t length = std::min(longest_form_, form.size()); length > 0; --length)
    if (const auto* found = find_keyword(form.substr(0, length))) return {found, length};
  return {nullptr, 0};
}

}  // namespace duanwen
