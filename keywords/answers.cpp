#include "keywords/answers.hpp"

#include <algorithm>
#include <set>

#include "keywords/pages/areas.hpp"
#include "keywords/pages/chosen.hpp"
#include "keywords/pages/remembered_menus.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

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

// Most texts are a keyword, and most residents see a menu that others have seen.
decision show_first_page(const answer_context& a, const department& d) {
  thread_local remembered_menus menus;
  return from_page(menus.first_page_of(a.directory, d, a.style), outcome::menu);
}

bool has_more(const menu& m, std::uint32_t after) {
  return after != 0 && std::any_of(m.lines.begin(), m.lines.end(),
                                   [after](const auto& l) { return l.listed && l.number > after; });
}

}  // namespace

decision say(const answer_context& a, std::string_view sentence, outcome result) {
  auto d = say_nothing(a, result);
  d.answer.signature_name = a.style.words.sender_name;
  const auto keyword = a.directory.example_keyword(is_ascii(sentence));
  const bool hole = keyword.empty() && sentence.find("{keyword}") != sentence.npos;
  const auto text = hole ? a.style.words.nothing_yet : fill(sentence, {{"keyword", keyword}});
  const auto said = [&d](std::string_view beginning) {
    d.answer.blocks = {{std::string(beginning), "", 0}};
    return d.answer;
  };
  said(std::string_view(text).substr(0, longest_beginning(text, said, a.style)));
  return d;
}

decision say_nothing(const answer_context& a, outcome result) {
  decision d;
  d.next = a.before;
  d.result = result;
  return d;
}

decision show_menu(const answer_context& a, const menu& m, const std::string& before) {
  return from_page(compose_menu(m, 0, a.style, before),
                   before.empty() ? outcome::menu : outcome::no_such_number);
}

decision show_details(const answer_context& a, const menu& m, const selection& selected) {
  const auto picked = choose(m, selected);
  const auto notice = about_missing(m, picked.missing, a.style.words);
  if (picked.there.empty()) return show_menu(a, m, notice);
  auto d = from_page(compose_details(m, picked.there, 0, a.style, notice), outcome::details);
  // A menu that was not shown to its end can still be gone on with, once no detail waits any more.
  if (a.now_at.menu == m.kind && a.now_at.id == m.id) d.next.menu_from = a.now_at.menu_from;
  d.next.offers = m.kind == menu_kind::offers ? a.now_at.offers : std::vector<offered>();
  return d;
}

decision show_area(const answer_context& a, const area& area, std::uint32_t after) {
  // A list told afresh is shown as it is now.
  const auto listed =
      after == 0 ? departments_serving(a.directory, area) : departments_listed(a.directory, area, a.now_at);
  return from_page(compose_area(area, listed, after, a.style), after == 0 ? outcome::menu : outcome::page);
}

decision show_target(const answer_context& a, const target& to, const std::optional<selection>& selected) {
  if (to.kind == target_kind::area) return show_area(a, *to.area, 0);
  if (to.department && !selected) return show_first_page(a, *to.department);
  const auto m =
      to.department ? menu_of(a.directory, *to.department) : menu_of(a.directory, *to.theme, a.style.words);
  return selected ? show_details(a, m, *selected) : show_menu(a, m);
}

decision go_on(const answer_context& a, const menu& m) {
  const auto& words = a.style.words;
  if (!a.now_at.waiting.empty()) {
    auto p = compose_details(m, a.now_at.waiting, a.now_at.waiting_offset, a.style);
    p.next.menu_from = a.now_at.menu_from;
    if (m.kind == menu_kind::offers) p.next.offers = a.now_at.offers;
    if (!p.answer.empty()) return from_page(std::move(p), outcome::page);
  }
  if (has_more(m, a.now_at.menu_from))
    return from_page(compose_menu(m, a.now_at.menu_from, a.style), outcome::page);
  return say(a, m.kind == menu_kind::none ? words.number_without_menu : words.no_more, outcome::page);
}

}  // namespace duanwen
