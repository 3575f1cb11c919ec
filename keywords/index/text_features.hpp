#pragma once
// What a text is about, as features: the meanings of everyday words, and pairs of characters of the rest.
// Pure, any thread.

#include <cstdint>
#include <string_view>
#include <vector>

namespace duanwen {

using feature_hash = std::uint32_t;  ///< two texts that share one very likely share what it stands for

/// A feature and the characters of the text that it covers.
struct text_feature {
  feature_hash hash = 0;
  std::uint16_t first = 0, last = 0;  ///< characters by their position, both included
  bool lone = false;  ///< a character that no table knows and that stands alone: it tells little
};

struct text_features {
  std::vector<text_feature> features;  ///< meanings, and pairs of what no table knows, in the text's order
  std::vector<std::uint16_t> plain;    ///< positions of characters that are in no known word
  std::vector<std::uint16_t> known;    ///< and of those in known words
  /// Looser ones, of all but fillers: each pair as it is written and as it sounds, each character.
  std::vector<text_feature> pairs, sounds, singles;
};

/// Features of `form` (a keyword_form()); fillers have none. Of long texts only the first featured_octets_max
/// are looked at.
text_features features_of(std::string_view form);

inline constexpr std::size_t featured_octets_max = 600;

}  // namespace duanwen
