#pragma once
// What a text asks for: a command of the conversation, a selection, a keyword, or a keyword with a selection.
// Pure.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "keywords/index/snapshot.hpp"
#include "keywords/text/selection.hpp"
#include "keywords/vocabulary/wording.hpp"

namespace duanwen {

enum class text_intent { nothing, help, more, back, top, stop, selection, keyword };

struct understood {
  text_intent intent = text_intent::nothing;
  std::optional<target> keyword;      ///< with text_intent::keyword
  std::optional<selection> selected;  ///< alone, or behind the keyword (龙泉国土3)
  std::string raw, normal, form;      ///< the text, normalise()d, and its keyword_form()
};

/// A registered keyword goes before a command, and a command before a selection. A longer text than a keyword
/// is not that keyword: behind it only a selection may stand.
understood understand(const snapshot& directory, std::string_view text, const wording& words);

/// Where in `normal` its first `form_octets` octets without signs end.
std::size_t end_of(std::string_view normal, std::size_t form_octets);

/// What stands in `normal` between blanks and `and_words`, each a keyword_form(); 宅基地和土地证 → two.
std::vector<std::string> parted(std::string_view normal, const std::vector<std::string>& and_words);

/// Whether `normal` is one of `words` (with_normal_words()).
bool is_one_of(std::string_view normal, const std::vector<std::string>& words);

}  // namespace duanwen
