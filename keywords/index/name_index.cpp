#include "keywords/index/name_index.hpp"

#include <algorithm>

#include "keywords/directory/name_endings.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

constexpr int levels_max = 8;  // a document that is not checked may be a circle

template <class Map>
auto longest_in(const Map& map, std::string_view form, std::size_t longest) {
  for (auto length = std::min(longest, form.size()); length >= two_characters; --length)
    if (is_border(form, length))
      if (const auto found = map.find(form.substr(0, length)); found != map.end()) return found;
  return map.end();
}

template <class T>
void add_once(std::vector<T>& to, T one) {
  if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
}

}  // namespace

void name_index::build(const std::vector<area>& areas, const department_list& departments) {
  for (const auto& a : areas) areas_.emplace(a.id, &a);
  for (const auto& a : areas)
    for (const auto& form : called(a)) {
      add_once(areas_by_form_[form], &a);
      longest_area_ = std::max(longest_area_, form.size());
    }
  for (const auto* d : departments)
    for (const auto& core : cores_of(*d)) {
      add_once(cores_[core], d);
      longest_core_ = std::max(longest_core_, core.size());
    }
}

std::vector<std::string> name_index::called(const area& a) {
  std::vector<std::string> forms;
  const auto add = [&forms](std::string form) {
    if (form.size() >= two_characters) add_once(forms, std::move(form));
  };
  const auto full = keyword_form(a.name);
  const std::string bare(without_level(full));
  add(full);
  add(bare);
  for (const auto& alias : a.aliases) add(keyword_form(alias));
  for (const auto ending : endings_of(a.level)) add(bare + std::string(ending));
  return forms;
}

std::vector<std::string> name_index::cores_of(const department& d) const {
  std::vector<std::string> names{d.name, d.short_name}, cores;
  names.insert(names.end(), d.aliases.begin(), d.aliases.end());
  names.insert(names.end(), d.keywords.begin(), d.keywords.end());
  for (const auto& name : names) {
    const auto form = keyword_form(name);
    const auto areas = areas_at(form);
    std::string_view rest = form;
    if (form.size() >= areas.end + two_characters) rest.remove_prefix(areas.end);
    for (const auto core : {rest, without_endings(rest)})
      if (core.size() >= two_characters && ending_at(core) < core.size()) add_once(cores, std::string(core));
  }
  return cores;
}

const area* name_index::above(const area& a) const {
  const auto found = areas_.find(a.parent);
  return found == areas_.end() ? nullptr : found->second;
}

bool name_index::is_below(const area& lower, const area& upper) const {
  const auto* a = above(lower);
  for (int levels = 0; a && levels < levels_max; ++levels, a = above(*a))
    if (a == &upper) return true;
  return false;
}

department_list name_index::nearest(const department_list& some, const area& area) const {
  const auto* a = &area;
  for (int levels = 0; a && levels < levels_max; ++levels, a = above(*a)) {
    department_list there;
    std::copy_if(some.begin(), some.end(), std::back_inserter(there),
                 [a](const department* d) { return d->area == a->id; });
    if (!there.empty()) return there;
  }
  return {};
}

// One area, and areas within it behind: 柏合镇双桥村村委会.
named name_index::areas_at(std::string_view form) const {
  named n;
  while (true) {
    const auto found = longest_in(areas_by_form_, form.substr(n.end), longest_area_);
    if (found == areas_by_form_.end()) return n;
    area_list within;
    for (const auto* a : found->second)
      if (n.areas.empty() || std::any_of(n.areas.begin(), n.areas.end(),
                                         [&](const area* upper) { return is_below(*a, *upper); }))
        within.push_back(a);
    if (within.empty()) return n;
    n.areas = std::move(within);
    n.end += found->first.size();
    n.end += area_ending_at(form.substr(n.end));
  }
}

// 国土局 may be written out at one department, and be 国土 with an ending at another.
department_list name_index::departments_of(std::string_view core) const {
  const auto written_so = cores_.find(core);
  if (written_so == cores_.end()) return {};
  auto found = written_so->second;
  if (const auto shorter = cores_.find(without_endings(core)); shorter != cores_.end())
    for (const auto* d : shorter->second) add_once(found, d);
  return found;
}

// What a department is about, behind the areas, and its ending.
std::optional<named> name_index::name_behind(std::string_view form, named n) const {
  const auto rest = form.substr(n.end);
  for (auto length = std::min(longest_core_, rest.size()); length >= two_characters; --length) {
    if (!is_border(rest, length)) continue;
    const auto named = departments_of(rest.substr(0, length));
    department_list meant;
    for (const auto* area : n.areas)
      for (const auto* d : nearest(named, *area)) add_once(meant, d);
    if (n.areas.empty()) meant = named;
    if (meant.empty()) continue;
    n.departments = std::move(meant);
    const bool has_ending = without_endings(rest.substr(0, length)).size() < length;
    n.end += length + (has_ending ? 0 : ending_at(rest.substr(length)));
    return n;
  }
  return std::nullopt;
}

std::optional<named> name_index::name_at(std::string_view form) const {
  const auto areas = areas_at(form);
  auto best = name_behind(form, named{});
  auto with_areas = areas.areas.empty() ? std::nullopt : name_behind(form, areas);
  if (with_areas && (!best || with_areas->end >= best->end)) return with_areas;
  if (best) return best;
  return areas.areas.empty() ? std::nullopt : std::optional(areas);
}

std::optional<named> name_index::find_name(std::string_view form) const {
  form = form.substr(0, names_octets_max);
  std::optional<named> best;
  for (std::size_t begin = 0; begin + two_characters <= form.size(); ++begin) {
    if (!is_border(form, begin)) continue;
    auto n = name_at(form.substr(begin));
    if (!n) continue;
    const bool more =
        !best || n->departments.empty() < best->departments.empty() ||
        (n->departments.empty() == best->departments.empty() && n->end > best->end - best->begin);
    if (!more) continue;
    n->begin += begin;
    n->end += begin;
    best = std::move(n);
  }
  return best;
}

}  // namespace duanwen
