#include "keywords/sound/spoken.hpp"

#include <algorithm>

#include "keywords/sound/spelling.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

constexpr std::size_t hearings_max = 6;

bool is_letter(char32_t c) { return c >= U'a' && c <= U'z'; }

void hear(spoken_unit& u, syllable s) {
  if (u.readings.size() == u.readings.capacity()) return;
  u.readings.push_back(s);
  const auto c = class_of(s);
  if (std::find(u.classes.begin(), u.classes.end(), c) == u.classes.end()) u.classes.push_back(c);
}

spoken_unit spoken_unit_of(char32_t c) {
  spoken_unit u;
  u.character = c;
  for (const auto s : readings_of(c)) hear(u, s);
  return u;
}

spoken_unit spoken_unit_of(std::string_view piece, bool only_initials) {
  spoken_unit u;
  u.character = static_cast<char32_t>(piece.front());
  if (const auto s = find_syllable(piece); s && !only_initials) {
    u.how = written::pinyin;
    hear(u, *s);
  } else if (const auto c = class_of_sloppy(piece)) {
    u.how = written::sloppy;
    u.classes.push_back(*c);
  } else {
    u.how = written::initial;
  }
  return u;
}

// Every way so far goes on in each of these ways.
void go_on(std::vector<spoken_text>& ways, const std::vector<std::vector<std::string_view>>& spellings) {
  std::vector<spoken_text> longer;
  for (const auto& spelling : spellings)
    for (const auto& way : ways) {
      if (longer.size() == hearings_max) break;
      longer.push_back(way);
      // lqga: its a is a syllable elsewhere.
      const bool only_initials =
          spelling.size() > 1 &&
          std::all_of(spelling.begin(), spelling.end(), [](auto piece) { return piece.size() == 1; });
      for (const auto piece : spelling) longer.back().push_back(spoken_unit_of(piece, only_initials));
    }
  ways = std::move(longer);
}

}  // namespace

char spoken_unit::first_letter() const {
  if (!readings.empty()) return spelled(readings.front()).front();
  return character < 0x80 ? static_cast<char>(character) : '\0';
}

spoken_text as_written(std::string_view form) {
  spoken_text units;
  for (std::size_t at = 0; at < form.size() && units.size() <= spoken_units_max;)
    units.push_back(spoken_unit_of(next_code_point(form, at)));
  return units;
}

std::vector<spoken_text> as_pinyin(std::string_view form) {
  std::vector<spoken_text> ways(1);
  bool letters = false;
  for (std::size_t at = 0; at < form.size() && !ways.empty() && ways.front().size() <= spoken_units_max;) {
    const auto begin = at;
    while (at < form.size() && is_letter(static_cast<unsigned char>(form[at]))) ++at;
    if (at > begin) {
      letters = true;
      go_on(ways, ways_to_spell(form.substr(begin, at - begin)));
      continue;
    }
    const auto c = next_code_point(form, at);
    for (auto& way : ways) way.push_back(spoken_unit_of(c));
  }
  return letters ? ways : std::vector<spoken_text>();
}

}  // namespace duanwen
