// Details, as many as one reply holds; the others wait for 更多, and one that is too long is told on.
#include <algorithm>

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

// The end of the longest beginning of the last block (at least one character) that fits with the hint.
std::size_t end_of_beginning(reply answer, const reply_style& style) {
  const auto text = answer.blocks.back().text;
  const auto told = [&](std::string_view beginning) {
    answer.blocks.back().text = beginning;
    return with_hint(answer, style);
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
    answer.blocks = {{std::string(beginning), "", 0}, {"1", "", 0}};
    return with_hint(std::move(answer), style);
  };
  return notice.substr(0, longest_beginning(notice, before_a_detail, style));
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
    const auto end = end_of_beginning(tried, style);
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
  if (const auto cut = cut_notice(notice, m.signature_name, style); !cut.empty())
    p.answer.blocks.push_back({cut, m.owner ? m.owner->id : "", 0});
  const auto said = writer.write(offset);
  p.next.waiting.assign(numbers.begin() + static_cast<std::ptrdiff_t>(said), numbers.end());
  if (!p.next.waiting.empty()) p.answer = with_hint(std::move(p.answer), style);
  return p;
}

}  // namespace duanwen
