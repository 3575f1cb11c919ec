#include "keywords/compose.hpp"

#include "keywords/utf8.hpp"

namespace duanwen {
namespace {

std::size_t cost(const reply& answer, const reply_style& style) {
  return pack(answer, style.profile).segments;
}

bool fits(const reply& answer, const reply_style& style) {
  return cost(answer, style) <= style.reply_segments_max;
}

reply with_last_line(reply answer, const std::string& line) {
  if (!line.empty()) answer.blocks.back().text += "\n" + line;
  return answer;
}

conversation standing_at(const menu& m) {
  conversation c;
  c.where = m.kind;
  c.id = m.id;
  return c;
}

reply_block block_of(std::string text, const menu& m) {
  reply_block b;
  b.text = std::move(text);
  if (m.owner) b.department = m.owner->id;
  return b;
}

// The longest beginning of `text` (whole characters) that fits with the hint behind it.
std::string longest_beginning(const reply& answer, const std::string& text, const reply_style& style) {
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; at < text.size();) {
    next_code_point(text, at);
    ends.push_back(at);
  }
  std::size_t low = 1, high = ends.size();
  while (low < high) {
    const auto middle = (low + high + 1) / 2;
    reply tried = answer;
    tried.blocks.back().text = text.substr(0, ends[middle - 1]);
    if (fits(with_last_line(tried, style.words.more_hint), style))
      low = middle;
    else
      high = middle - 1;
  }
  return text.substr(0, ends[low - 1]);
}

}  // namespace

page compose_menu(const menu& m, std::uint32_t after, const reply_style& style, const std::string& before) {
  page p;
  p.next = standing_at(m);
  p.answer.signature_name = m.signature_name;
  p.answer.blocks.push_back(block_of(before, m));
  auto& text = p.answer.blocks.back().text;
  std::uint32_t last = 0, count = 0;
  for (const auto& line : m.lines) {
    if (line.number <= after) continue;
    const auto as_it_was = text;
    text += (text.empty() ? "" : "\n") + shown(line);
    const bool is_last = &line == &m.lines.back();
    const bool with_room = fits(is_last ? p.answer : with_last_line(p.answer, style.words.more_hint), style);
    if (count > 0 && !with_room) {
      text = as_it_was;
      p.next.menu_from = last;
      break;
    }
    last = line.number;
    ++count;
  }
  if (m.lines.empty())
    text += (text.empty() ? "" : "\n") + fill(style.words.empty_directory, {{"department", m.name}});
  if (p.next.menu_from != 0) {
    p.answer = with_last_line(std::move(p.answer), style.words.more_hint);
    return p;
  }
  // The hint is a courtesy: it is said where it costs nothing.
  const auto hinted = with_last_line(p.answer, style.words.menu_hint);
  if (!m.lines.empty() && cost(hinted, style) == cost(p.answer, style)) p.answer = hinted;
  return p;
}

page compose_details(const menu& m, const std::vector<std::uint32_t>& numbers, std::uint32_t offset,
                     const reply_style& style, const std::string& notice) {
  page p;
  p.next = standing_at(m);
  p.answer.signature_name = m.signature_name;
  if (!notice.empty()) p.answer.blocks.push_back(block_of(notice, m));
  std::size_t said = 0;
  for (; said < numbers.size(); ++said, offset = 0) {
    const auto* line = m.find(numbers[said]);
    if (!line) continue;
    auto block = detail_of(m, *line);
    if (offset < block.text.size()) block.text.erase(0, offset);
    reply tried = p.answer;
    tried.blocks.push_back(block);
    const bool is_last = said + 1 == numbers.size();
    if (fits(is_last ? tried : with_last_line(tried, style.words.more_hint), style)) {
      p.answer = std::move(tried);
      continue;
    }
    if (!p.answer.blocks.empty() && said > 0) break;
    // One detail alone is too long: as much as fits now, the rest by 更多.
    const auto beginning = longest_beginning(tried, block.text, style);
    p.next.waiting_offset = offset + static_cast<std::uint32_t>(beginning.size());
    tried.blocks.back().text = beginning;
    p.answer = std::move(tried);
    break;
  }
  p.next.waiting.assign(numbers.begin() + static_cast<std::ptrdiff_t>(said), numbers.end());
  if (!p.next.waiting.empty()) p.answer = with_last_line(std::move(p.answer), style.words.more_hint);
  return p;
}

}  // namespace duanwen
