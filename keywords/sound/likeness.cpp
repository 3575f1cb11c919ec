#include "keywords/sound/likeness.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace duanwen {
namespace {

template <class Some>
bool share_one(const Some& a, const Some& b) {
  return std::any_of(a.begin(), a.end(),
                     [&b](auto x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

bool may_begin_with(const spoken_unit& name, char32_t letter) {
  return name.character == letter ||
         std::any_of(name.readings.begin(), name.readings.end(),
                     [letter](syllable s) { return static_cast<char32_t>(spelled(s).front()) == letter; });
}

double cost_of(const spoken_unit& texted, const spoken_unit& name) {
  const bool sound = share_one(texted.readings, name.readings);
  const bool alike = sound || share_one(texted.classes, name.classes);
  switch (texted.how) {
    case written::character:
      if (texted.character == name.character) return 0;
      return sound ? slip::same_sound : alike ? slip::same_class : slip::other;
    case written::pinyin:
    case written::sloppy:
      return sound ? slip::pinyin : alike ? slip::pinyin_class : slip::other;
    case written::initial:
      break;
  }
  return may_begin_with(name, texted.character) ? slip::initial : slip::other;
}

}  // namespace

double unlikeness(const spoken_text& texted, const spoken_text& name, double enough) {
  using row = std::array<double, spoken_units_max + 2>;
  if (texted.size() > spoken_units_max || name.size() > spoken_units_max) return enough + slip::other;
  row before_last{}, last{}, now{};
  for (std::size_t j = 0; j <= name.size(); ++j) last[j] = static_cast<double>(j) * slip::missing;
  for (std::size_t i = 1; i <= texted.size(); ++i) {
    now[0] = static_cast<double>(i) * slip::extra;
    double best = now[0];
    for (std::size_t j = 1; j <= name.size(); ++j) {
      now[j] = std::min({last[j - 1] + cost_of(texted[i - 1], name[j - 1]), last[j] + slip::extra,
                         now[j - 1] + slip::missing});
      const bool swapped = i > 1 && j > 1 && texted[i - 1].character == name[j - 2].character &&
                           texted[i - 2].character == name[j - 1].character;
      if (swapped) now[j] = std::min(now[j], before_last[j - 2] + slip::swapped);
      best = std::min(best, now[j]);
    }
    if (best > enough) return best;
    before_last = last;
    last = now;
  }
  return last[name.size()];
}

bool is_reordered(const spoken_text& texted, const spoken_text& name) {
  constexpr std::size_t units_min = 4;
  const auto sorted = [](const spoken_text& text) {
    std::u32string characters;
    for (const auto& u : text) characters += u.character;
    std::sort(characters.begin(), characters.end());
    return characters;
  };
  return texted.size() >= units_min && texted.size() == name.size() && sorted(texted) == sorted(name);
}

double misspelt(std::string_view texted, std::string_view name) {
  std::vector<std::vector<std::size_t>> d(texted.size() + 1, std::vector<std::size_t>(name.size() + 1));
  for (std::size_t i = 0; i <= texted.size(); ++i)
    for (std::size_t j = 0; j <= name.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      const bool same = texted[i - 1] == name[j - 1];
      d[i][j] = std::min({d[i - 1][j - 1] + (same ? 0 : 1), d[i - 1][j] + 1, d[i][j - 1] + 1});
      if (i > 1 && j > 1 && texted[i - 1] == name[j - 2] && texted[i - 2] == name[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return slip::letter * static_cast<double>(d[texted.size()][name.size()]);
}

}  // namespace duanwen
