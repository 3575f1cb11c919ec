#pragma once
// What a text most likely means that is no keyword, command or selection: a name put together otherwise or
// misspelt, or words about an item. Pure, any thread.

#include <optional>
#include <string_view>
#include <vector>

#include "keywords/conversation/decision.hpp"
#include "keywords/index/snapshot.hpp"
#include "keywords/text/selection.hpp"

namespace duanwen {

/// Something to offer: a department, theme or area, or an item of a department.
struct choice {
  target to;
  const item* what = nullptr;
  friend bool operator==(const choice&, const choice&) = default;
};

struct guess {
  std::optional<target> sure;         ///< answered at once, with `selected` if there is one
  std::optional<selection> selected;  ///< items of the sure department
  std::vector<choice> choices;  ///< where nothing is sure: to pick from, the likeliest first; may be empty
  const area* named_area = nullptr;  ///< by the text
  match_kind how = match_kind::none;
};

/// Guesses at `normal` (a normalise()d text). `last_area` is the area that the resident used last, or null.
/// A few hundred microseconds at most, however large the directory.
guess guess_at(const snapshot& directory, std::string_view normal, const area* last_area,
               const wording& words);

}  // namespace duanwen
