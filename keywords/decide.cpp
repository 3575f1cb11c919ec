#include "keywords/decide.hpp"

#include <algorithm>

#include "keywords/compose.hpp"
#include "keywords/match.hpp"
#include "keywords/menu.hpp"

namespace duanwen {
namespace {

// One decision in the making: what everything below needs.
struct asking {
  const snapshot& directory;
  const conversation& now_at;
  const reply_style& style;
};

decision say(const asking& a, std::string sentence, outcome result) {
  decision d;
  d.next = a.now_at;
  d.result = result;
  d.answer.signature_name = a.style.words.sender_name;
  reply_block block;
  block.text = std::move(sentence);
  d.answer.blocks.push_back(std::move(block));
  return d;
}

decision from_page(page p, const menu& m, outcome result) {
  decision d;
  d.next = std::move(p.next);
  d.answer = std::move(p.answer);
  d.result = result;
  if (m.owner) d.departments.push_back(m.owner->id);
  for (const auto& block : d.answer.blocks)
    if (!block.department.empty() &&
        std::find(d.departments.begin(), d.departments.end(), block.department) == d.departments.end())
      d.departments.push_back(block.department);
  return d;
}

// What became of a number that the department no longer has, or never had.
std::string about_missing(const asking& a, const menu& m, const std::vector<std::uint32_t>& missing) {
  std::string said, never;
  for (const auto n : missing) {
    const retired_item* gone = nullptr;
    if (m.owner)
      for (const auto& r : m.owner->retired)
        if (r.number == n) gone = &r;
    const auto number = std::to_string(n);
    if (!gone) {
      never += (never.empty() ? "" : ",") + number;
      continue;
    }
    const auto* to = gone->moved_to ? a.directory.find_department(gone->moved_to->department) : nullptr;
    const auto sentence = to ? fill(a.style.words.item_moved,
                                    {{"number", number},
                                     {"department", to->short_name.empty() ? to->name : to->short_name},
                                     {"item", std::to_string(gone->moved_to->item)}})
                             : fill(a.style.words.item_gone, {{"number", number}});
    said += (said.empty() ? "" : "\n") + sentence;
  }
  if (!never.empty())
    said += (said.empty() ? "" : "\n") +
            fill(a.style.words.no_such_number, {{"department", m.name}, {"numbers", never}});
  return said;
}

// The numbers that the menu has, and those that it has not; 135 is item 135 if there is one, else 1, 3 and 5.
void sort_out(const menu& m, const selection& s, std::vector<std::uint32_t>& there,
              std::vector<std::uint32_t>& missing) {
  const auto add = [](std::vector<std::uint32_t>& to, std::uint32_t n) {
    if (std::find(to.begin(), to.end(), n) == to.end()) to.push_back(n);
  };
  for (const auto n : s.numbers) {
    const auto digits = digits_of(n);
    const bool each_digit =
        !digits.empty() &&
        std::all_of(digits.begin(), digits.end(), [&](std::uint32_t d) { return m.find(d) != nullptr; });
    if (m.find(n))
      add(there, n);
    else if (each_digit)
      for (const auto d : digits) add(there, d);
    else
      add(missing, n);
  }
  if (s.all)
    for (const auto& line : m.lines) add(there, line.number);
}

decision show_menu(const asking& a, const menu& m, const std::string& before = {}) {
  return from_page(compose_menu(m, 0, a.style, before), m,
                   before.empty() ? outcome::menu : outcome::no_such_number);
}

decision choose(const asking& a, const menu& m, const selection& s) {
  std::vector<std::uint32_t> there, missing;
  sort_out(m, s, there, missing);
  const auto notice = about_missing(a, m, missing);
  if (there.empty()) return show_menu(a, m, notice);
  return from_page(compose_details(m, there, 0, a.style, notice), m, outcome::details);
}

decision show_area(const asking& a, const area& place) {
  std::string text = place.name;
  for (const auto& d : a.directory.document().departments)
    if (d.area == place.id && !d.keywords.empty()) text += "\n" + d.keywords.front();
  if (!place.agent.empty()) text += "\n" + place.agent;
  return say(a, std::move(text), outcome::menu);
}

decision go_on(const asking& a, const menu& m) {
  if (!a.now_at.waiting.empty())
    return from_page(compose_details(m, a.now_at.waiting, a.now_at.waiting_offset, a.style), m,
                     outcome::page);
  if (a.now_at.menu_from != 0)
    return from_page(compose_menu(m, a.now_at.menu_from, a.style), m, outcome::page);
  return say(a, a.style.words.no_more, outcome::page);
}

decision follow_keyword(const asking& a, const understood& u) {
  decision d;
  if (u.keyword->kind == target_kind::area) {
    d = show_area(a, *u.keyword->place);
  } else {
    const auto m = u.keyword->dept ? menu_of(*u.keyword->dept)
                                   : menu_of(a.directory, place_kind::theme, u.keyword->life_event->id,
                                             a.style.words.sender_name);
    d = u.selected ? choose(a, m, *u.selected) : show_menu(a, m);
  }
  d.matched = u.selected ? match_kind::direct_form : match_kind::exact;
  return d;
}

}  // namespace

decision decide(const snapshot& directory, const conversation& now_at, const inquiry& asked,
                const reply_style& style) {
  const asking a{directory, now_at, style};
  const auto u = understand(directory, asked.text, style.words);
  if (u.what == asked_for::keyword) return follow_keyword(a, u);

  // A number means the menu that was seen; at a department's own extension, where none was seen, that
  // department's.
  const bool fresh_extension = now_at.where == place_kind::nowhere && !asked.department.empty();
  const auto m = fresh_extension
                     ? menu_of(directory, place_kind::department, asked.department, style.words.sender_name)
                     : menu_of(directory, now_at.where, now_at.id, style.words.sender_name);
  const bool nowhere = m.kind == place_kind::nowhere;
  decision d;
  switch (u.what) {
    case asked_for::selection:
      d = nowhere ? say(a, style.words.number_without_menu, outcome::unknown) : choose(a, m, *u.selected);
      break;
    case asked_for::more:
      d = nowhere ? say(a, style.words.no_more, outcome::page) : go_on(a, m);
      break;
    case asked_for::back:
      d = nowhere ? say(a, style.words.help, outcome::help) : show_menu(a, m);
      break;
    case asked_for::top:
    case asked_for::help:
      d = say(a, style.words.help, outcome::help);
      break;
    default:
      return say(a, style.words.unknown, outcome::unknown);
  }
  d.matched = fresh_extension ? match_kind::extension : match_kind::conversation;
  return d;
}

const char* name_of(outcome o) {
  switch (o) {
    case outcome::menu:
      return "menu";
    case outcome::details:
      return "details";
    case outcome::page:
      return "page";
    case outcome::help:
      return "help";
    case outcome::unknown:
      return "unknown";
    case outcome::no_such_number:
      return "no_such_number";
    case outcome::notice:
      return "notice";
  }
  return "?";
}

const char* name_of(match_kind m) {
  switch (m) {
    case match_kind::none:
      return "none";
    case match_kind::exact:
      return "exact";
    case match_kind::direct_form:
      return "direct_form";
    case match_kind::conversation:
      return "conversation";
    case match_kind::extension:
      return "extension";
  }
  return "?";
}

}  // namespace duanwen
