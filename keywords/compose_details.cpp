// Details, as many as one reply holds; the others wait for 更多, and one that is too long is told on.
#include "keywords/compose.hpp"
#include "keywords/utf8.hpp"

namespace duanwen {
namespace {

reply with_hint(reply answer, const reply_style& style) {
  answer.blocks.back().text += "\n" + style.words.more_hint;
  return answer;
}

// Where to go on in a text of which `sent` octets were sent: at a character, and from the beginning where the
// details have been rewritten since and are shorter now.
std::uint32_t resume_at(std::string_view text, std::uint32_t sent) {
  while (sent < text.size() && (static_cast<unsigned char>(text[sent]) & 0xC0) == 0x80) ++sent;
  return sent < text.size() ? sent : 0;
}

// The longest beginning of the last block (whole characters, at least one) that fits with the hint behind it.
std::size_t longest_beginning(const reply& answer, const reply_style& style) {
  const auto text = answer.blocks.back().text;
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; at < text.size();) {
    next_code_point(text, at);
    ends.push_back(at);
  }
  std::size_t low = 0, high = ends.size() - 1;
  reply tried = answer;
  while (low < high) {
    const auto middle = (low + high + 1) / 2;
    tried.blocks.back().text = text.substr(0, ends[middle]);
    if (fits(with_hint(tried, style), style))
      low = middle;
    else
      high = middle - 1;
  }
  return ends[low];
}

struct details_writer {
  const menu& of;
  const reply_style& style;
  const std::vector<std::uint32_t>& numbers;
  page p;

  // Adds details from the first on; returns how many were said to their end.
  std::size_t write(std::uint32_t offset) {
    for (std::size_t i = 0; i < numbers.size(); ++i, offset = 0) {
      reply tried = p.answer;
      tried.blocks.push_back(detail_of(of, *of.find(numbers[i]), style.words));
      auto& text = tried.blocks.back().text;
      offset = resume_at(text, offset);
      text.erase(0, offset);
      const bool is_last = i + 1 == numbers.size();
      if (!fits(is_last ? tried : with_hint(tried, style), style)) {
        if (i == 0) say_beginning(std::move(tried), offset);
        return i;
      }
      p.answer = std::move(tried);
    }
    return numbers.size();
  }

  void say_beginning(reply tried, std::uint32_t offset) {
    auto& text = tried.blocks.back().text;
    const auto end = longest_beginning(tried, style);
    p.next.waiting_offset = offset + static_cast<std::uint32_t>(end);
    text.resize(end);
    p.answer = std::move(tried);
  }
};

}  // namespace

page compose_details(const menu& m, std::vector<std::uint32_t> numbers, std::uint32_t offset,
                     const reply_style& style, const std::string& notice) {
  if (!numbers.empty() && !m.find(numbers.front())) offset = 0;
  std::erase_if(numbers, [&m](std::uint32_t n) { return !m.find(n); });
  details_writer writer{m, style, numbers, {}};
  auto& p = writer.p;
  p.next.where = m.kind;
  p.next.id = m.id;
  p.next.below_menu = true;
  p.answer.signature_name = m.signature_name;
  if (!notice.empty()) p.answer.blocks.push_back({notice, m.owner ? m.owner->id : "", 0});
  const auto said = writer.write(offset);
  p.next.waiting.assign(numbers.begin() + static_cast<std::ptrdiff_t>(said), numbers.end());
  if (!p.next.waiting.empty()) p.answer = with_hint(std::move(p.answer), style);
  return p;
}

}  // namespace duanwen
