// Details, as many as go on a page; the others wait for 更多, and one that is too long is told on.
#include <algorithm>

#include "keywords/pages/compose.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

// Details looked at to plan a page: more than most hold, and few enough to be quick.
constexpr std::size_t planned_max = 20;

// Where to go on in a text of which `sent` octets were sent: at a character, and from the beginning where the
// details have been rewritten since and are shorter now.
std::uint32_t resume_at(std::string_view text, std::uint32_t sent) {
  while (sent < text.size() && (static_cast<unsigned char>(text[sent]) & 0xC0) == 0x80) ++sent;
  return sent < text.size() ? sent : 0;
}

// The end of the longest beginning of the last block (at least one character) that fits with the hint.
std::size_t end_of_beginning(reply answer, const reply_style& style) {
  const auto text = answer.blocks.back().text;
  const auto told = [&](std::string_view beginning) {
    answer.blocks.back().text = with_more_hint(std::string(beginning), style);
    return answer;
  };
  std::size_t first_character = 0;
  next_code_point(text, first_character);
  return std::max(longest_beginning(text, told, style), first_character);
}

// What of a notice leaves room for a character of the detail and the hint.
std::string cut_notice(const std::string& notice, const std::string& signature_name,
                       const reply_style& style) {
  const auto before_a_detail = [&](std::string_view beginning) {
    reply answer;
    answer.signature_name = signature_name;
    answer.blocks = {{std::string(beginning), "", 0}, {with_more_hint("1", style), "", 0}};
    return answer;
  };
  return notice.substr(0, longest_beginning(notice, before_a_detail, style));
}

std::vector<std::string> texts_of(const std::vector<reply_block>& blocks) {
  std::vector<std::string> texts;
  for (const auto& b : blocks) texts.push_back(b.text);
  return texts;
}

}  // namespace

page compose_details(const menu& m, std::vector<std::uint32_t> numbers, std::uint32_t offset,
                     const reply_style& style, const std::string& notice) {
  if (!numbers.empty() && !m.find(numbers.front())) offset = 0;
  std::erase_if(numbers, [&m](std::uint32_t n) { return !m.find(n); });
  page p;
  p.next.menu = m.kind;
  p.next.id = m.id;
  p.next.below_menu = true;
  p.answer.signature_name = m.signature_name;
  if (const auto cut = cut_notice(notice, m.signature_name, style); !cut.empty())
    p.answer.blocks.push_back({cut, m.owner ? m.owner->id : "", 0});
  if (numbers.empty()) return p;
  std::vector<reply_block> blocks;
  for (std::size_t i = 0; i < numbers.size() && i < planned_max; ++i)
    blocks.push_back(detail_of(m, *m.find(numbers[i]), style.words));
  offset = resume_at(blocks.front().text, offset);
  blocks.front().text.erase(0, offset);
  const auto told = details_on_first_page(texts_of(blocks), p.answer, blocks.size() < numbers.size(), style);
  blocks.resize(std::max<std::size_t>(told, 1));
  p.answer.blocks.insert(p.answer.blocks.end(), blocks.begin(), blocks.end());
  auto& last = p.answer.blocks.back().text;
  if (told == 0) {
    const auto end = end_of_beginning(p.answer, style);
    p.next.waiting_offset = offset + static_cast<std::uint32_t>(end);
    last.resize(end);
  }
  p.next.waiting.assign(numbers.begin() + static_cast<std::ptrdiff_t>(told), numbers.end());
  if (!p.next.waiting.empty()) last = with_more_hint(std::move(last), style);
  return p;
}

}  // namespace duanwen
