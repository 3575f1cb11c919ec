#pragma once
// A text as a row of what one hears: characters by their readings, letters as the pinyin they may spell.
// Pure.

#include <boost/container/static_vector.hpp>
#include <string_view>
#include <vector>

#include "keywords/sound/readings.hpp"

namespace duanwen {

/// What was written where one syllable is heard.
enum class written : std::uint8_t {
  character,  ///< 国, or a letter or digit that stands for itself
  pinyin,     ///< guo
  sloppy,     ///< gon, which misses its g
  initial     ///< g
};

struct spoken_unit {
  written how = written::character;
  char32_t character = 0;  ///< that was written; for pinyin its first letter
  boost::container::static_vector<syllable, 8> readings;
  boost::container::static_vector<sound_class, 8> classes;  ///< of the readings, none twice
  char first_letter() const;  ///< of what is heard by its commonest reading; 0 where nothing is
};

using spoken_text = std::vector<spoken_unit>;

/// Longer ones are sentences, not names.
inline constexpr std::size_t spoken_units_max = 24;

/// `form` (a keyword_form()) with every letter standing for itself; at most spoken_units_max + 1 units.
spoken_text as_written(std::string_view form);

/// Its runs of letters as pinyin, in the likeliest ways to part them into syllables, of which initials are
/// the last resort (lqgt); empty when it holds no letters.
std::vector<spoken_text> as_pinyin(std::string_view form);

}  // namespace duanwen
