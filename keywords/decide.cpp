// What a text means where the resident stands, and which page answers it.
#include "keywords/decide.hpp"

#include <algorithm>
#include <set>

#include "keywords/chosen.hpp"
#include "keywords/compose.hpp"
#include "keywords/match.hpp"
#include "keywords/menu.hpp"
#include "keywords/normalise.hpp"
#include "keywords/places.hpp"
#include "keywords/utf8.hpp"

namespace duanwen {
namespace {

// One decision in the making: what everything below needs.
struct asking {
  const snapshot& directory;
  const conversation& before;  ///< as it was stored
  const conversation& now_at;  ///< with the menu that numbers refer to
  const reply_style& style;
};

// A sentence moves nobody: the menu in view stays.
decision say(const asking& a, std::string_view sentence, outcome result) {
  decision d;
  d.next = a.before;
  d.result = result;
  d.answer.signature_name = a.style.words.sender_name;
  const auto text = fill(sentence, {{"keyword", a.directory.example_keyword(is_ascii(sentence))}});
  const auto said = [&d](std::string_view beginning) {
    d.answer.blocks = {{std::string(beginning), "", 0}};
    return d.answer;
  };
  said(std::string_view(text).substr(0, longest_beginning(text, said, a.style)));
  return d;
}

decision from_page(page p, outcome result) {
  decision d;
  d.next = std::move(p.next);
  d.answer = std::move(p.answer);
  d.result = result;
  std::set<std::string_view> counted;
  for (const auto& block : d.answer.blocks)
    if (!block.department.empty() && counted.insert(block.department).second)
      d.departments.push_back(block.department);
  return d;
}

decision show_menu(const asking& a, const menu& m, const std::string& before = {}) {
  return from_page(compose_menu(m, 0, a.style, before),
                   before.empty() ? outcome::menu : outcome::no_such_number);
}

decision show_details(const asking& a, const menu& m, const selection& asked) {
  const auto picked = choose(m, asked);
  const auto notice = about_missing(m, picked.missing, a.style.words);
  if (picked.there.empty()) return show_menu(a, m, notice);
  auto d = from_page(compose_details(m, picked.there, 0, a.style, notice), outcome::details);
  // A menu that was not shown to its end can still be gone on with, once no detail waits any more.
  if (a.now_at.where == m.kind && a.now_at.id == m.id) d.next.menu_from = a.now_at.menu_from;
  return d;
}

decision show_area(const asking& a, const area& place, std::uint32_t after) {
  return from_page(compose_area(a.directory, place, after, a.style),
                   after == 0 ? outcome::menu : outcome::page);
}

bool has_more(const menu& m, std::uint32_t after) {
  return after != 0 && std::any_of(m.lines.begin(), m.lines.end(),
                                   [after](const auto& l) { return l.listed && l.number > after; });
}

decision go_on(const asking& a, const menu& m) {
  const auto& words = a.style.words;
  if (!a.now_at.waiting.empty()) {
    auto p = compose_details(m, a.now_at.waiting, a.now_at.waiting_offset, a.style);
    p.next.menu_from = a.now_at.menu_from;
    if (!p.answer.empty()) return from_page(std::move(p), outcome::page);
  }
  if (has_more(m, a.now_at.menu_from))
    return from_page(compose_menu(m, a.now_at.menu_from, a.style), outcome::page);
  return say(a, m.kind == place_kind::nowhere ? words.number_without_menu : words.no_more, outcome::page);
}

decision follow_keyword(const asking& a, const understood& u) {
  const auto& to = *u.keyword;
  decision d;
  if (to.kind == target_kind::area) {
    d = show_area(a, *to.place, 0);
  } else {
    const auto m =
        to.dept ? menu_of(a.directory, *to.dept) : menu_of(a.directory, *to.life_event, a.style.words);
    d = u.selected ? show_details(a, m, *u.selected) : show_menu(a, m);
  }
  d.matched = u.selected ? match_kind::direct_form : match_kind::exact;
  return d;
}

// Residents also text the words that they read in the menu; what an item is called leads to it there.
std::optional<selection> item_called(const menu& m, const std::string& form) {
  const auto is_it = [&form](const std::string& name) { return keyword_form(name) == form; };
  if (form.empty()) return std::nullopt;
  for (const auto& line : m.lines) {
    const auto& i = *line.leads_to;
    if (!line.listed) continue;
    if (is_it(i.short_title) || is_it(i.title) || std::any_of(i.synonyms.begin(), i.synonyms.end(), is_it))
      return selection{false, {{line.number, line.number}}};
  }
  return std::nullopt;
}

decision answer_there(const asking& a, const understood& u, const menu& m) {
  const auto& words = a.style.words;
  const bool nowhere = m.kind == place_kind::nowhere;
  switch (u.what) {
    case asked_for::selection:
      return nowhere ? say(a, words.number_without_menu, outcome::unknown) : show_details(a, m, *u.selected);
    case asked_for::more:
      return go_on(a, m);
    case asked_for::back:
      return nowhere || !a.now_at.below_menu ? say(a, words.help, outcome::help) : show_menu(a, m);
    default:
      return say(a, words.help, outcome::help);
  }
}

decision answer_in_area(const asking& a, const understood& u, const area& place) {
  if (u.what == asked_for::more) {
    const auto after = a.now_at.menu_from;
    // Departments may have gone since the page before.
    const bool is_more = after != 0 && departments_serving(a.directory, place).size() > after;
    return is_more ? show_area(a, place, after) : say(a, a.style.words.no_more, outcome::page);
  }
  if (u.what == asked_for::back && a.now_at.below_menu) return show_area(a, place, 0);
  return answer_there(a, u, {});
}

// Asked to write no more: nothing is said, and nothing is kept.
decision fall_silent() {
  decision d;
  d.result = outcome::opted_out;
  d.matched = match_kind::conversation;
  return d;
}

bool is_at(const conversation& c, place_kind where, std::string_view id) {
  return c.where == where && c.id == id;
}

struct standing_place {
  conversation at;
  bool by_extension = false;
};

// Where numbers refer to: the menu that was seen, but at a sub-extension only if it was seen there; else the
// extension's own department, as if its directory were in view.
standing_place stands(const snapshot& directory, const conversation& now_at, const inquiry& asked) {
  const bool in_view = exists(directory, now_at);
  const bool seen_there = in_view && (now_at.heard_at == asked.department ||
                                      is_at(now_at, place_kind::department, asked.department));
  if (!asked.department.empty() && !seen_there && directory.find_department(asked.department)) {
    standing_place own;
    own.at.where = place_kind::department;
    own.at.id = asked.department;
    own.at.below_menu = true;  // so that 0 shows the menu, which was not seen yet
    own.by_extension = true;
    return own;
  }
  return {in_view ? now_at : conversation{}, false};
}

decision answer(const asking& a, const understood& u, bool at_extension) {
  if (u.what == asked_for::keyword) return follow_keyword(a, u);
  if (u.what == asked_for::stop) return fall_silent();
  const auto* place = a.now_at.where == place_kind::area ? a.directory.find_area(a.now_at.id) : nullptr;
  const auto m = menu_of(a.directory, a.now_at.where, a.now_at.id, a.style.words);
  decision d;
  if (u.what != asked_for::nothing) {
    d = place ? answer_in_area(a, u, *place) : answer_there(a, u, m);
  } else if (const auto called = item_called(m, u.form); called) {
    d = show_details(a, m, *called);
  } else {
    return say(a, a.style.words.unknown, outcome::unknown);
  }
  d.matched = at_extension ? match_kind::extension : match_kind::conversation;
  return d;
}

}  // namespace

decision decide(const snapshot& directory, const conversation& now_at, const inquiry& asked,
                const reply_style& style) {
  const auto here = stands(directory, now_at, asked);
  const asking a{directory, now_at, here.at, style};
  auto d = answer(a, understand(directory, asked.text, style.words), here.by_extension);
  if (d.next.where != place_kind::nowhere && d.next != now_at) d.next.heard_at = asked.department;
  return d;
}

}  // namespace duanwen
