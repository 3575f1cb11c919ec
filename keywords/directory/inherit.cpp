#include "keywords/directory/inherit.hpp"

#include <algorithm>
#include <set>

#include "keywords/directory/find_number.hpp"
#include "keywords/directory/name_endings.hpp"
#include "keywords/text/normalise.hpp"

namespace duanwen {
namespace {

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

// 国土 for 柏合国土所 of 柏合镇.
std::set<std::string> called_without(const department& d, const area& area) {
  std::set<std::string> called;
  const auto in_full = keyword_form(area.name);
  for (const auto& name : {d.name, d.short_name}) {
    const auto form = keyword_form(name);
    std::string_view rest = form;
    for (const auto before : {std::string_view(in_full), without_level(in_full)})
      if (!before.empty() && rest.starts_with(before)) {
        rest.remove_prefix(before.size());
        break;
      }
    if (!rest.empty()) called.emplace(without_endings(rest));
  }
  return called;
}

bool share_one(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&b](const auto& x) { return b.contains(x); });
}

}  // namespace

inheritance::inheritance(const directory& document) {
  for (const auto& a : document.areas) areas_.emplace(a.id, &a);
  std::vector<std::pair<std::size_t, std::size_t>> heirs;  // levels above, index in served_
  for (const auto& d : document.departments) {
    if (d.closed) continue;
    if (d.inherits) heirs.emplace_back(levels_above(d), served_.size());
    by_area_[d.area].push_back(served_.size());
    served_.push_back(&d);
  }
  // Below the area of the document's top first, so that what is inherited from has inherited already.
  std::sort(heirs.begin(), heirs.end());
  for (const auto& [levels, index] : heirs) {
    const auto* from = above(*served_[index]);
    if (!from) continue;
    auto& heir = heirs_.emplace_back(*served_[index]);
    take_over(*from, heir);
    served_[index] = &heir;
  }
}

const area* inheritance::find_area(const std::string& id) const {
  const auto found = areas_.find(id);
  return found == areas_.end() ? nullptr : found->second;
}

std::size_t inheritance::levels_above(const department& d) const {
  std::size_t levels = 0;
  for (const auto* a = find_area(d.area); a && !a->parent.empty() && levels <= areas_.size(); ++levels)
    a = find_area(a->parent);
  return levels;
}

const department* inheritance::above(const department& heir) const {
  const auto* area = find_area(heir.area);
  const auto* parent = area ? find_area(area->parent) : nullptr;
  const auto there = parent ? by_area_.find(parent->id) : by_area_.end();
  if (there == by_area_.end()) return nullptr;
  for (const auto i : there->second)
    if (served_[i]->name == heir.name && served_[i]->id != heir.id) return served_[i];
  const auto called = called_without(heir, *area);
  for (const auto i : there->second)
    if (served_[i]->id != heir.id && share_one(called_without(*served_[i], *parent), called))
      return served_[i];
  return nullptr;
}

}  // namespace duanwen
