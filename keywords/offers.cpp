// Lists made for the moment: their numbers mean what was shown, whatever the directory becomes meanwhile.
#include <algorithm>

#include "keywords/answers.hpp"

namespace duanwen {
namespace {

menu_kind kind_of(const target& to) {
  switch (to.kind) {
    case target_kind::theme:
      return menu_kind::theme;
    case target_kind::area:
      return menu_kind::area;
    case target_kind::department:
      break;
  }
  return menu_kind::department;
}

const std::string& id_of(const target& to) {
  return to.department ? to.department->id : to.theme ? to.theme->id : to.area->id;
}

const std::string& name_of(const target& to) {
  return to.department ? short_name_of(*to.department) : to.theme->name;
}

const std::string& title_of(const item& i) { return i.short_title.empty() ? i.title : i.short_title; }

// An area goes by its name, and with the area above where the list has another of that name.
std::string line_of(const area& area, const std::vector<choice>& all, const snapshot& directory) {
  const auto same = std::count_if(all.begin(), all.end(), [&area](const choice& other) {
    return other.to.area && other.to.area->name == area.name;
  });
  const auto* above = same > 1 ? directory.find_area(area.parent) : nullptr;
  return above ? above->name + area.name : area.name;
}

// An item goes by its title, and with its department where the list has another of that title.
std::string line_of(const choice& c, const std::vector<choice>& all, const snapshot& directory) {
  if (c.to.area) return line_of(*c.to.area, all, directory);
  if (!c.what) return name_of(c.to);
  const auto same = std::count_if(all.begin(), all.end(), [&c](const choice& other) {
    return other.what && title_of(*other.what) == title_of(*c.what);
  });
  return same > 1 ? name_of(c.to) + title_of(*c.what) : title_of(*c.what);
}

page page_of(const answer_context& a, const std::vector<choice>& choices) {
  list l;
  l.before = a.style.words.did_you_mean;
  l.signature_name = a.style.words.sender_name;
  l.hint = a.style.words.offers_hint;
  std::uint32_t number = 0;
  for (const auto& c : choices) {
    ++number;
    l.lines.push_back({number, std::to_string(number) + line_of(c, choices, a.directory)});
  }
  auto p = compose_list(l, 0, a.style);
  p.next.menu = menu_kind::offers;
  for (const auto& c : choices)
    p.next.offers.push_back({kind_of(c.to), id_of(c.to), c.what ? c.what->number : 0});
  return p;
}

choice choice_of(const snapshot& directory, const offered& o) {
  choice c;
  if (o.kind == menu_kind::theme) {
    if (const auto* t = directory.find_theme(o.id)) c.to = target_of(*t);
  } else if (o.kind == menu_kind::area) {
    if (const auto* area = directory.find_area(o.id)) c.to = target_of(*area);
  } else if (const auto* d = directory.find_department(o.id)) {
    const auto [of, there] = o.item ? follow(directory, *d, o.item) : whereabouts{d, nullptr};
    if (of) c = {target_of(*of), there};
  }
  return c;
}

}  // namespace

decision offer(const answer_context& a, std::vector<choice> choices) {
  auto p = page_of(a, choices);
  const auto fits_one = [&](const page& shown) {
    return count_segments(shown.answer, a.style.profile) <= 1 &&
           encode_conversation(shown.next).size() <= conversation_octets_max;
  };
  while (choices.size() > 1 && !fits_one(p)) {
    choices.pop_back();
    p = page_of(a, choices);
  }
  decision d;
  d.next = std::move(p.next);
  d.answer = std::move(p.answer);
  d.result = outcome::offers;
  return d;
}

std::vector<choice> offered_in(const snapshot& directory, const conversation& now_at) {
  std::vector<choice> choices;
  for (const auto& o : now_at.offers) choices.push_back(choice_of(directory, o));
  return choices;
}

}  // namespace duanwen
