// The tables of a directory: ids, and every form that leads somewhere.
#include "keywords/index/snapshot.hpp"

#include <algorithm>
#include <atomic>
#include <set>

#include "keywords/directory/check.hpp"
#include "keywords/directory/reserved.hpp"
#include "keywords/sound/near_forms.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {

target target_of(const department& d) { return {target_kind::department, &d, nullptr, nullptr}; }
target target_of(const theme& t) { return {target_kind::theme, nullptr, &t, nullptr}; }
target target_of(const area& a) { return {target_kind::area, nullptr, nullptr, &a}; }

namespace {
std::uint64_t next_serial() {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}
}  // namespace

snapshot::snapshot(std::uint64_t version, directory document)
    : version_(version), serial_(next_serial()), document_(std::move(document)), inherited_(document_) {
  for (const auto* d : departments()) {
    departments_.emplace(d->id, d);
    by_area_[d->area].push_back(d);
  }
  for (const auto& t : document_.themes) themes_.emplace(t.id, &t);
  for (const auto& a : document_.areas) areas_.emplace(a.id, &a);
  lead_by_names();
  lead_by_keywords();
  for (const auto& [form, to] : keywords_) longest_form_ = std::max(longest_form_, form.size());
  names_.build(document_.areas, departments());
  index_near();
  index_items();
}

static bool is_heir(const target& t) { return t.department && t.department->inherits; }

// Names lead where they are unique; a form that several lay claim to leads to none of them.
void snapshot::lead_by_names() {
  std::set<std::string> shared;
  const auto lead = [&](const std::string& name, const target& to) {
    const auto form = keyword_form(name);
    if (form.empty() || is_reserved_keyword(name)) return;
    const auto [at, fresh] = keywords_.try_emplace(form, to);
    if (fresh || at->second == to) return;
    // Departments that inherit share the name of the one above, whose it is.
    if (is_heir(at->second) && !is_heir(to))
      at->second = to;
    else if (is_heir(at->second) == is_heir(to))
      shared.insert(form);
  };
  for (const auto* d : departments()) {
    lead(d->name, target_of(*d));
    lead(d->short_name, target_of(*d));
    for (const auto& alias : d->aliases) lead(alias, target_of(*d));
  }
  for (const auto& t : document_.themes) lead(t.name, target_of(t));
  for (const auto& a : document_.areas) {
    lead(a.name, target_of(a));
    for (const auto& alias : a.aliases) lead(alias, target_of(a));
  }
  for (const auto& form : shared) keywords_.erase(form);
}

// A registered keyword leads where it was registered for, whoever else is called so.
void snapshot::lead_by_keywords() {
  const auto lead = [&](const std::vector<std::string>& keywords, const target& to) {
    for (const auto& k : keywords)
      if (const auto form = keyword_form(k); !form.empty()) keywords_.insert_or_assign(form, to);
  };
  for (const auto& a : document_.areas) lead(a.keywords, target_of(a));
  for (const auto& t : document_.themes) lead(t.keywords, target_of(t));
  for (const auto* d : departments()) lead(d->keywords, target_of(*d));
}

// What is registered is likelier to be meant than what is only called so; least likely is a name without
// area.
void snapshot::index_near() {
  for (const auto* d : departments()) {
    near_forms forms;
    forms.add(d->keywords, near_forms::registered);
    const auto* above = d->inherits ? inherited_.above(*d) : nullptr;
    // A name that is inherited too is that of the department above.
    if (!above || above->name != d->name) forms.add({d->name}, near_forms::called);
    forms.add({d->short_name}, near_forms::called);
    forms.add(d->aliases, near_forms::called);
    forms.add_with_ending(d->short_name);
    const auto cores = names_.cores_of(*d);
    forms.add_aliases(d->short_name, cores, d->aliases);
    if (const auto* area = find_area(d->area)) forms.add_in_areas(name_index::called(*area), cores);
    forms.add(cores, near_forms::without_area);
    index_near(target_of(*d), forms);
  }
  for (const auto& t : document_.themes) {
    near_forms forms;
    forms.add(t.keywords, near_forms::registered);
    forms.add({t.name}, near_forms::called);
    index_near(target_of(t), forms);
  }
  for (const auto& a : document_.areas) {
    near_forms forms;
    forms.add(a.keywords, near_forms::registered);
    forms.add(name_index::called(a), near_forms::called);
    index_near(target_of(a), forms);
  }
  near_.finish();
}

void snapshot::index_near(const target& to, const near_forms& forms) {
  near_targets_.push_back(to);
  for (const auto& [form, handicap] : forms.all())
    near_.add(form, static_cast<std::uint32_t>(near_targets_.size() - 1), handicap);
}

void snapshot::index_items() {
  for (const auto* d : departments())
    for (const auto& i : d->items) items_.add(*d, i);
  items_.finish();
  if (items_.size() <= item_index::items_searched_loosely_max) index_near_items();
  near_items_.finish();
}

// What is inherited is found where it comes from.
void snapshot::index_near_items() {
  for (const auto* d : departments())
    for (const auto& i : d->items) {
      if (d->inherits && i.number < first_own_number_of_heir) continue;
      const auto tag = static_cast<std::uint32_t>(near_items_of_.size());
      near_items_of_.emplace_back(d, &i);
      for (const auto* name : names_of(i)) near_items_.add(keyword_form(*name), tag, near_forms::registered);
    }
}

const department* snapshot::find_department(std::string_view id) const {
  const auto found = departments_.find(id);
  return found == departments_.end() ? nullptr : found->second;
}

const theme* snapshot::find_theme(std::string_view id) const {
  const auto found = themes_.find(id);
  return found == themes_.end() ? nullptr : found->second;
}

const area* snapshot::find_area(std::string_view id) const {
  const auto found = areas_.find(id);
  return found == areas_.end() ? nullptr : found->second;
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

std::vector<near_target> snapshot::find_near(std::string_view form, double enough) const {
  std::vector<near_target> near;
  for (const auto& n : near_.find(form, enough)) near.push_back({near_targets_[n.tag], n.cost, n.units});
  return near;
}

std::vector<near_item> snapshot::find_near_items(std::string_view form, double enough) const {
  std::vector<near_item> near;
  for (const auto& n : near_items_.find(form, enough)) {
    const auto& [of, what] = near_items_of_[n.tag];
    near.push_back({of, what, n.cost, n.units});
  }
  return near;
}

const std::vector<const department*>& snapshot::departments_in(const std::string& area_id) const {
  static const std::vector<const department*> none;
  const auto found = by_area_.find(area_id);
  return found == by_area_.end() ? none : found->second;
}

std::string_view snapshot::example_keyword(bool ascii) const {
  std::string_view first;
  for (const auto* d : departments())
    for (const auto& k : d->keywords) {
      if (!ascii || is_ascii(k)) return k;
      if (first.empty()) first = k;
    }
  // Whoever has no keyword yet is found by name.
  for (const auto* d : departments())
    if (first.empty()) first = d->short_name.empty() ? d->name : d->short_name;
  return first;
}

}  // namespace duanwen
