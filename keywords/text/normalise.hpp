#pragma once
// The normal form of a text: what two texts that a resident cannot tell apart have in common.

#include <string>
#include <string_view>

namespace duanwen {

/// NFKC case folding, width, blanks (U+3000, zero-width, BOM, variation selectors), punctuation and quotes of
/// both scripts made one, traditional made simplified (OpenCC t2s, character by character), digits of any
/// script and numbers in one character (①, Ⅲ, ㈠, 〡) made ASCII, the latter apart from what is beside them.
/// Runs of blanks and separators become one ASCII space, none at the ends; of the signs only `-` (any dash,
/// ~) and `?` stay. Emoji and what is not UTF-8 vanish, so it never throws. Idempotent. Any thread.
///   normalise("　“龍泉國土” ３ ") == "龙泉国土 3"
std::string normalise(std::string_view text);

/// The form under which a keyword is registered and looked up: normalise() without any blank or punctuation
/// left.
///   keyword_form("龙泉 · 国土") == "龙泉国土"
std::string keyword_form(std::string_view text);

/// A normal form without the blanks and signs that it may hold.
std::string without_signs(std::string normal);
inline bool is_sign(char c) { return c == ' ' || c == '-' || c == '?'; }

}  // namespace duanwen
