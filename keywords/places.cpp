#include "keywords/places.hpp"

namespace duanwen {
namespace {

constexpr int levels_max = 8;  // areas are three levels deep; a document that is not checked may be a circle

const std::string& what_to_text(const department& d) {
  return d.keywords.empty() ? short_name_of(d) : d.keywords.front();
}

}  // namespace

bool exists(const snapshot& directory, const conversation& c) {
  switch (c.where) {
    case place_kind::department:
      return directory.find_department(c.id) != nullptr;
    case place_kind::theme:
      return directory.find_theme(c.id) != nullptr;
    case place_kind::area:
      return directory.find_area(c.id) != nullptr;
    case place_kind::offers:
      return true;
    case place_kind::nowhere:
      break;
  }
  return false;
}

std::vector<const department*> departments_serving(const snapshot& directory, const area& place) {
  const auto* a = &place;
  for (int levels = 0; a && levels < levels_max; ++levels, a = directory.find_area(a->parent)) {
    if (const auto& there = directory.departments_in(a->id); !there.empty()) return there;
  }
  return {};
}

page compose_area(const snapshot& directory, const area& place, std::uint32_t after,
                  const reply_style& style) {
  list l;
  l.before = place.name;
  if (!place.agent.empty()) l.before += "\n" + place.agent;
  l.between = ' ';
  l.signature_name = style.words.sender_name;
  std::uint32_t number = 0;
  for (const auto* d : departments_serving(directory, place)) l.lines.push_back({++number, what_to_text(*d)});
  auto p = compose_list(l, after, style);
  p.next.where = place_kind::area;
  p.next.id = place.id;
  p.next.below_menu = after != 0;
  return p;
}

}  // namespace duanwen
