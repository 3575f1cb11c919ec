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
  auto end = std::min(begin + 1, l.lines.size());
  while (end < l.lines.size() &&
         fits(said(l, under(page_text(l, above, begin, end + 1), style.words.more_hint)), style))
    ++end;
  return end;
}

// What of `above` leaves room for a line and the hint.
std::string cut_above(const list& l, const std::string& above, std::size_t begin, const reply_style& style) {
  const auto end = std::min(begin + 1, l.lines.size());
  const auto hint = end < l.lines.size() ? style.words.more_hint : std::string();
  const auto with_a_line = [&](std::string_view beginning) {
    return said(l, under(page_text(l, std::string(beginning), begin, end), hint));
  };
  return above.substr(0, longest_beginning(above, with_a_line, style));
}

page first_lines(const list& l, std::string above, std::size_t begin, const reply_style& style) {
  page p;
  above = cut_above(l, above, begin, style);
  const auto end = page_end(l, above, begin, style);
  const bool is_all = end == l.lines.size();
  auto text = page_text(l, above, begin, end);
  p.answer = said(l, is_all ? std::move(text) : under(std::move(text), style.words.more_hint));
  if (!is_all) p.next.menu_from = l.lines[end - 1].number;
  return p;
}

}  // namespace

page compose_list(const list& l, std::uint32_t after, const reply_style& style) {
  page p;
  const auto first = std::find_if(l.lines.begin(), l.lines.end(),
                                  [after](const list_line& line) { return line.number > after; });
  const auto begin = static_cast<std::size_t>(first - l.lines.begin());
  const auto above = after == 0 ? l.before : std::string();
  auto whole = page_text(l, above, begin, l.lines.size());
  p.answer = said(l, whole);
  const auto cost = count_segments(p.answer, style.profile);
  if (cost > style.reply_segments_max) return first_lines(l, above, begin, style);
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
