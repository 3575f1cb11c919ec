#include "keywords/sound/readings.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace duanwen {
namespace {

struct exchange {
  std::string_view from, to;
};

// Beginnings first, since f- may come of hu-; the first that fits is taken.
constexpr std::array<exchange, 12> beginnings{{{"nv", "lu"},
                                               {"zh", "z"},
                                               {"ch", "c"},
                                               {"sh", "s"},
                                               {"n", "l"},
                                               {"huang", "fang"},
                                               {"huan", "fan"},
                                               {"hua", "fa"},
                                               {"hui", "fei"},
                                               {"hun", "fen"},
                                               {"hu", "fu"},
                                               {"lv", "lu"}}};
constexpr std::array<exchange, 2> last_sounds{{{"ing", "in"}, {"eng", "en"}}};

std::string folded(std::string_view spelled) {
  std::string s(spelled);
  for (const auto& [from, to] : beginnings)
    if (s.starts_with(from)) {
      s.replace(0, from.size(), to);
      break;
    }
  for (const auto& [from, to] : last_sounds)
    if (s.ends_with(from)) s.replace(s.size() - from.size(), from.size(), to);
  return s;
}

struct class_table {
  std::vector<sound_class> of_syllable;
  std::map<std::string, sound_class, std::less<>> sloppy;

  class_table() {
    std::map<std::string, sound_class> by_folded;
    for (const auto name : unihan_readings.names) {
      const auto fresh = static_cast<sound_class>(by_folded.size());
      of_syllable.push_back(by_folded.try_emplace(folded(name), fresh).first->second);
    }
    for (std::size_t i = 0; i < of_syllable.size(); ++i) {
      const auto name = unihan_readings.names[i];
      const auto without_g = name.substr(0, name.size() - 1);
      if (name.ends_with("ng") && !find_syllable(without_g)) sloppy.emplace(without_g, of_syllable[i]);
    }
  }
};

const class_table& classes() {
  static const class_table all;
  return all;
}

}  // namespace

std::span<const syllable> readings_of(char32_t character) {
  const auto& t = unihan_readings;
  if (character > 0xFFFF) return {};
  const auto found =
      std::lower_bound(t.characters.begin(), t.characters.end(), static_cast<std::uint16_t>(character));
  if (found == t.characters.end() || *found != character) return {};
  const auto i = static_cast<std::size_t>(found - t.characters.begin());
  return t.readings.subspan(t.begins[i], t.begins[i + 1] - t.begins[i]);
}

std::optional<syllable> find_syllable(std::string_view spelled) {
  const auto& names = unihan_readings.names;
  const auto found = std::lower_bound(names.begin(), names.end(), spelled);
  if (found == names.end() || *found != spelled) return std::nullopt;
  return static_cast<syllable>(found - names.begin());
}

std::string_view spelled(syllable s) { return unihan_readings.names[s]; }

sound_class class_of(syllable s) { return classes().of_syllable[s]; }

std::optional<sound_class> class_of_sloppy(std::string_view spelled) {
  const auto& sloppy = classes().sloppy;
  const auto found = sloppy.find(spelled);
  return found == sloppy.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace duanwen
