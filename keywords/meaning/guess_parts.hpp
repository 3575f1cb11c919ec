#pragma once
// The pieces of a guess: how a text may be interpreted, and what about it says nothing. Pure, any thread.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "keywords/index/item_index.hpp"
#include "keywords/index/name_index.hpp"
#include "keywords/text/selection.hpp"
#include "keywords/vocabulary/wording.hpp"

namespace duanwen {

class snapshot;

/// A way to take a text: its form without signs, and the numbers that stood in front of it or behind.
struct interpretation {
  std::string form;
  std::optional<selection> selected;
  friend bool operator==(const interpretation&, const interpretation&) = default;
};

/// As it stands, without fillers, and without fillers and numbers: those that differ, the fullest first; at
/// least one.
std::vector<interpretation> interpretations_of(std::string_view normal, const wording& words);

/// The barest of them with its numbers, which may belong to the words: 五保户, 八十岁补贴.
const std::string& words_of(const std::vector<interpretation>& interpretations);

/// Whether nothing is left without fillers and signs.
bool is_chatter(std::string_view form);
/// Digits alone; those that select nothing mean nothing.
bool is_number(std::string_view form);
/// 马上到龙泉 is said to somebody who waits there.
bool is_arriving(std::string_view form);
/// 区, 成都, 四川省成都市: what stands before an area and says where that is.
bool is_area_like(std::string_view form);

/// The first `characters` of `form`, and the rest.
std::pair<std::string_view, std::string_view> cut_after(std::string_view form, std::size_t characters);

/// How near a name must be, by the characters of text or name: to be the answer, and to be offered.
struct near_limits {
  double sure, offered;
};
near_limits near_limits_of(std::size_t units);
near_limits near_limits_of(std::string_view form);
inline constexpr double heard_right = 0.75;         ///< no character is another one altogether
inline constexpr std::size_t near_octets_max = 60;  ///< longer texts are sentences, not names

/// Of hits that are one inherited item, the one of the lowest area stays.
void drop_what_heirs_say(std::vector<item_hit>& hits, const name_index& names, const snapshot& directory);

}  // namespace duanwen
