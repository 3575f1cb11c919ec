#pragma once
// How Chinese characters are read, without tones, and which syllables people confuse. Pure, any thread.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace duanwen {

/// A toneless syllable of Hanyu Pinyin by its index in the table, in the order of the alphabet.
using syllable = std::uint16_t;

/// Of Unihan: character i is read as readings[begins[i]] up to readings[begins[i + 1]].
struct reading_table {
  std::span<const std::string_view> names;  ///< of the syllables; ü is v
  std::span<const std::uint16_t> characters, begins;
  std::span<const syllable> readings;
};
extern const reading_table unihan_readings;

/// Every present-day reading of a character, the commonest first; empty where it has none.
std::span<const syllable> readings_of(char32_t character);

std::optional<syllable> find_syllable(std::string_view spelled);  ///< in lower case, ü as v
std::string_view spelled(syllable s);

/// Syllables that are often taken for each other have one class: n and l, z and zh, c and ch, s and sh, -in
/// and -ing, -en and -eng, hu- and f-, as in the speech of Sichuan.
using sound_class = std::uint16_t;
sound_class class_of(syllable s);
/// The class of a spelling that is no syllable but misses only a final g, as lon.
std::optional<sound_class> class_of_sloppy(std::string_view spelled);

}  // namespace duanwen
