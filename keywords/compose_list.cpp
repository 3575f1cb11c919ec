// Menus and other lists: whole where they fit, else pages cut between lines.
#include <algorithm>

#include "keywords/compose.hpp"

namespace duanwen {
namespace {

reply said(const list& l, std::string text) {
  reply answer;
  answer.signature_name = l.signature_name;
  answer.blocks.push_back({std::move(text), l.department, 0});
  return answer;
}

std::string joined(std::string text, char between, const std::string& more) {
  if (!text.empty() && !more.empty()) text += between;
  return text + more;
}

std::string under(std::string text, const std::string& line) { return joined(std::move(text), '\n', line); }

// The lines of [begin, end) below what stands above them.
std::string page_text(const list& l, const std::string& above, std::size_t begin, std::size_t end) {
  std::string lines;
  for (auto i = begin; i < end; ++i) lines = joined(std::move(lines), l.between, l.lines[i].text);
  return under(above, lines);
}

// The end of the most lines from `begin` on that fit with the hint behind them; at least one.
std::size_t page_end(const list& l, const std::string& above, std::size_t begin, const reply_style& style) {
  auto end = begin + 1;
  while (end < l.lines.size() &&
         fits(said(l, under(page_text(l, above, begin, end + 1), style.words.more_hint)), style))
    ++end;
  return end;
}

}  // namespace

bool fits(const reply& answer, const reply_style& style) {
  return count_segments(answer, style.profile) <= style.reply_segments_max;
}

page compose_list(const list& l, std::uint32_t after, const reply_style& style) {
  page p;
  const auto first = std::find_if(l.lines.begin(), l.lines.end(),
                                  [after](const list_line& line) { return line.number > after; });
  const auto begin = static_cast<std::size_t>(first - l.lines.begin());
  const auto above = after == 0 ? l.before : std::string();
  auto whole = page_text(l, above, begin, l.lines.size());
  p.answer = said(l, whole);
  const auto cost = count_segments(p.answer, style.profile);
  if (cost > style.reply_segments_max && begin + 1 < l.lines.size()) {
    const auto end = page_end(l, above, begin, style);
    p.answer = said(l, under(page_text(l, above, begin, end), style.words.more_hint));
    p.next.menu_from = l.lines[end - 1].number;
    return p;
  }
  // The hint is a courtesy: it is said where it costs nothing.
  auto hinted = said(l, under(std::move(whole), l.hint));
  if (!l.lines.empty() && count_segments(hinted, style.profile) == cost) p.answer = std::move(hinted);
  return p;
}

page compose_menu(const menu& m, std::uint32_t after, const reply_style& style, const std::string& before) {
  list l;
  l.before = before;
  for (const auto& line : m.lines)
    if (line.listed) l.lines.push_back({line.number, shown(line)});
  if (l.lines.empty())
    l.before = under(l.before, fill(style.words.empty_directory, {{"department", m.name}}));
  l.hint = style.words.menu_hint;
  l.signature_name = m.signature_name;
  if (m.owner) l.department = m.owner->id;
  auto p = compose_list(l, after, style);
  p.next.where = m.kind;
  p.next.id = m.id;
  p.next.below_menu = after != 0;
  return p;
}

}  // namespace duanwen
