#include "keywords/conversation/repeats.hpp"

#include <string>

#include "keywords/text/fnv1a.hpp"

namespace duanwen {

answered_text answered_now(const inquiry& incoming) {
  constexpr std::int64_t second_ms = 1000;
  constexpr char between = '\0';
  std::string whole = incoming.text;
  whole += between + incoming.department;
  if (incoming.menu_extension) whole += between + std::to_string(*incoming.menu_extension);
  const auto hash = fnv1a_64(whole);
  answered_text text;
  text.mark = static_cast<std::uint32_t>(hash ^ hash >> 32) % (answered_text::mark_end - 1) + 1;
  text.second = static_cast<std::uint32_t>(incoming.now / second_ms % answered_text::second_end);
  return text;
}

bool repeats(const answered_text& before, const answered_text& now, std::uint32_t within_s) {
  if (before.mark == 0 || before.mark != now.mark) return false;
  const auto later = (now.second + answered_text::second_end - before.second) % answered_text::second_end;
  return later < within_s;
}

}  // namespace duanwen
