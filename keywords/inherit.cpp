#include "keywords/inherit.hpp"

#include <algorithm>

namespace duanwen {
namespace {

const area* find_area(const directory& d, std::string_view id) {
  const auto found = std::find_if(d.areas.begin(), d.areas.end(), [id](const area& a) { return a.id == id; });
  return found == d.areas.end() ? nullptr : &*found;
}

template <class Numbered>
bool has_number(const std::vector<Numbered>& list, std::uint32_t number) {
  return std::any_of(list.begin(), list.end(), [number](const auto& one) { return one.number == number; });
}

// An item as the department that inherits says it.
item overridden(item inherited, const department& by) {
  for (const auto& o : by.overrides) {
    if (o.number != inherited.number) continue;
    if (!o.title.empty()) inherited.title = o.title;
    // A short title that was made for another title would mislead.
    if (!o.title.empty() || !o.short_title.empty()) inherited.short_title = o.short_title;
    if (!o.details.empty()) inherited.details = o.details;
  }
  return inherited;
}

void take_over(const department& above, department& heir) {
  const auto is_own = [&](std::uint32_t n) {
    return has_number(heir.items, n) || has_number(heir.retired, n);
  };
  std::vector<item> items;
  for (const auto& i : above.items)
    if (!is_own(i.number)) items.push_back(overridden(i, heir));
  std::vector<retired_item> retired;
  for (const auto& r : above.retired)
    if (!is_own(r.number)) retired.push_back(r);
  heir.items.insert(heir.items.begin(), items.begin(), items.end());
  heir.retired.insert(heir.retired.begin(), retired.begin(), retired.end());
}

// Below the area of the document's top first, so that what is inherited from has inherited already.
std::size_t levels_above(const directory& d, const department& of) {
  std::size_t levels = 0;
  for (const auto* a = find_area(d, of.area); a && !a->parent.empty() && levels <= d.areas.size(); ++levels)
    a = find_area(d, a->parent);
  return levels;
}

}  // namespace

const department* inherits_from(const directory& document, const department& heir) {
  const auto* place = find_area(document, heir.area);
  if (!place || place->parent.empty()) return nullptr;
  const auto& all = document.departments;
  const auto found = std::find_if(all.begin(), all.end(), [&](const department& other) {
    return other.area == place->parent && other.name == heir.name;
  });
  return found == all.end() || found->id == heir.id ? nullptr : &*found;
}

directory with_inherited(const directory& document) {
  directory served = document;
  std::vector<std::pair<std::size_t, department*>> heirs;
  for (auto& d : served.departments)
    if (d.inherits) heirs.emplace_back(levels_above(served, d), &d);
  std::stable_sort(heirs.begin(), heirs.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [levels, heir] : heirs)
    if (const auto* above = inherits_from(served, *heir)) take_over(*above, *heir);
  return served;
}

}  // namespace duanwen
