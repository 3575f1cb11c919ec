#pragma once
// What a text asks for: a command of the conversation, a selection, a keyword, or a keyword with a selection.
// Pure.

#include <optional>
#include <string>
#include <vector>

#include "keywords/decide.hpp"
#include "keywords/selection.hpp"
#include "keywords/snapshot.hpp"

namespace duanwen {

enum class asked_for { nothing, help, more, back, top, selection, keyword };

struct understood {
  asked_for what = asked_for::nothing;
  const target* keyword = nullptr;    ///< with asked_for::keyword
  std::optional<selection> selected;  ///< alone, or behind the keyword (龙泉国土3)
};

understood understand(const snapshot& directory, std::string_view text, const wording& words);

}  // namespace duanwen
