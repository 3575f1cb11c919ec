#include "keywords/pages/areas.hpp"

#include <algorithm>

namespace duanwen {
namespace {

constexpr int levels_max = 8;  // areas are three levels deep; a document that is not checked may be a circle

const std::string& what_to_text(const department& d) {
  return d.keywords.empty() ? short_name_of(d) : d.keywords.front();
}

}  // namespace

bool exists(const snapshot& directory, const conversation& c) {
  switch (c.menu) {
    case menu_kind::department:
      return directory.find_department(c.id) != nullptr;
    case menu_kind::theme:
      return directory.find_theme(c.id) != nullptr;
    case menu_kind::area:
      return directory.find_area(c.id) != nullptr;
    case menu_kind::offers:
      return true;
    case menu_kind::none:
      break;
  }
  return false;
}

const area* top_of(const snapshot& directory, std::string_view seen) {
  const auto* top = directory.find_area(seen);
  if (!top) {
    const auto& all = directory.document().areas;
    const auto is_highest = [&](const area& a) { return !directory.find_area(a.parent); };
    const auto found = std::find_if(all.begin(), all.end(), is_highest);
    if (found == all.end() || std::any_of(std::next(found), all.end(), is_highest)) return nullptr;
    return &*found;
  }
  for (int levels = 0; levels < levels_max; ++levels)
    if (const auto* above = directory.find_area(top->parent)) top = above;
  return top;
}

std::vector<const department*> departments_serving(const snapshot& directory, const area& area) {
  const auto* a = &area;
  for (int levels = 0; a && levels < levels_max; ++levels, a = directory.find_area(a->parent)) {
    if (const auto& there = directory.departments_in(a->id); !there.empty()) return there;
  }
  return {};
}

std::vector<const department*> departments_listed(const snapshot& directory, const area& area,
                                                  const conversation& seen) {
  auto serving = departments_serving(directory, area);
  if (seen.menu != menu_kind::area || seen.id != area.id || seen.pinned.empty()) return serving;
  std::vector<const department*> listed;
  for (std::size_t at = 0; at < seen.pinned.size(); at += pin_characters) {
    const auto pin = std::string_view(seen.pinned).substr(at, pin_characters);
    const auto found = std::find_if(serving.begin(), serving.end(),
                                    [pin](const department* d) { return d && pin_of(d->id) == pin; });
    listed.push_back(found == serving.end() ? nullptr : *found);
    if (found != serving.end()) *found = nullptr;
  }
  // What came later, or had no room among the pins, follows.
  std::copy_if(serving.begin(), serving.end(), std::back_inserter(listed),
               [](const department* d) { return d != nullptr; });
  return listed;
}

page compose_area(const area& area, const std::vector<const department*>& listed, std::uint32_t after,
                  const reply_style& style) {
  constexpr std::string_view gone = "---";  // the pin of no department
  list l;
  l.before = area.name;
  if (!area.agent.empty()) l.before += "\n" + area.agent;
  l.between = ' ';
  l.signature_name = style.words.sender_name;
  std::uint32_t number = 0;
  std::string pinned;
  for (const auto* d : listed) {
    ++number;
    pinned += d ? pin_of(d->id) : gone;
    if (d) l.lines.push_back({number, what_to_text(*d)});
  }
  auto p = compose_list(l, after, style);
  p.next.menu = menu_kind::area;
  p.next.id = area.id;
  p.next.below_menu = after != 0;
  p.next.pinned = std::move(pinned);
  return p;
}

}  // namespace duanwen
