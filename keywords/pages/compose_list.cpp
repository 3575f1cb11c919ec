// Menus and other lists: whole where they fit, else page by page.
#include <algorithm>

#include "keywords/pages/compose.hpp"

namespace duanwen {
namespace {

reply said(const list& l, std::string text) {
  reply answer;
  answer.signature_name = l.signature_name;
  answer.blocks.push_back({std::move(text), l.department, 0});
  return answer;
}

// What of `above` leaves room for a line, as short as it can be, and the hint.
std::string cut_above(const list& l, const std::string& above, std::size_t begin, const reply_style& style) {
  list_page one;
  one.end = std::min(begin + 1, l.lines.size());
  one.is_short = true;
  if (one.end < l.lines.size()) one.tail = page_tail::more;
  const auto with_a_line = [&](std::string_view beginning) {
    return said(l, text_of(l, std::string(beginning), begin, one, style.words));
  };
  return above.substr(0, longest_beginning(above, with_a_line, style));
}

}  // namespace

page compose_list(const list& l, std::uint32_t after, const reply_style& style) {
  const auto first = std::find_if(l.lines.begin(), l.lines.end(),
                                  [after](const list_line& line) { return line.number > after; });
  const auto begin = static_cast<std::size_t>(first - l.lines.begin());
  const auto above = after == 0 ? cut_above(l, l.before, begin, style) : std::string();
  page p;
  if (begin == l.lines.size()) {
    p.answer = said(l, above);
    return p;
  }
  const auto shown = first_page(l, above, begin, style);
  p.answer = said(l, text_of(l, above, begin, shown, style.words));
  if (shown.end < l.lines.size()) p.next.menu_from = l.lines[shown.end - 1].number;
  return p;
}

page compose_menu(const menu& m, std::uint32_t after, const reply_style& style, const std::string& before) {
  list l;
  l.before = before;
  l.lines.reserve(m.lines.size());
  for (const auto& line : m.lines) {
    if (!line.listed) continue;
    const bool has_short = !line.leads_to->short_title.empty();
    l.lines.push_back({line.number, shown(line, title_kind::full),
                       has_short ? shown(line, title_kind::brief) : std::string()});
  }
  if (l.lines.empty()) {
    if (!l.before.empty()) l.before += '\n';
    l.before += fill(style.words.empty_directory, {{"department", m.name}});
  }
  l.hint = style.words.menu_hint;
  l.signature_name = m.signature_name;
  if (m.owner) l.department = m.owner->id;
  auto p = compose_list(l, after, style);
  p.next.menu = m.kind;
  p.next.id = m.id;
  p.next.below_menu = after != 0;
  return p;
}

}  // namespace duanwen
