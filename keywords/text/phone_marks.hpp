#pragma once
// What phones and programs add to a text by themselves: signatures, emoticons in brackets, reactions to a
// message, quotations of it. Pure, any thread.

#include <string>
#include <string_view>

namespace duanwen {

struct typed_text {
  std::string rest;  ///< what a person typed
  bool is_reaction =
      false;  ///< Loved “…”, 👍 to “…”, or a quotation with nothing beside it: nobody awaits an answer
};

/// `text` (UTF-8) without what was added to it. Signatures stand at the end (发自我的iPhone), emoticons
/// anywhere
/// ([微笑]), quotations in front (lines with >, 「…」 and a line under it).
typed_text typed_in(std::string_view text);

}  // namespace duanwen
