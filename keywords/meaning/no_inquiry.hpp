#pragma once
// What is no inquiry, or not only one: notices of carriers, echoes, calls for help, numbers of cards. Pure.

#include <string>
#include <string_view>

#include "keywords/index/snapshot.hpp"
#include "keywords/vocabulary/wording.hpp"

namespace duanwen {

/// Whether a normalise()d text gives itself away as a notice or an automatic reply, which never reads an
/// answer.
bool is_notice(std::string_view normal, const wording& words);

/// Whether `text` is signed as programs sign, 【…】 in front or behind: a notice, or a reply of ours that
/// came back. Beside what `directory` knows there must be more than a keyword and words about an item, since
/// residents copy their menus.
bool is_signed(std::string_view text, const snapshot& directory);

/// Whether `form` (a keyword_form()) holds one of our own sentences, or the beginning of what `told` (an
/// item's details) says: a reply that came back.
bool is_echo(std::string_view form, const wording& words);
bool is_echo_of(std::string_view form, std::string_view told);

/// Whether a normalise()d text says that somebody is in danger. Words of digits (110) must be the whole text.
bool is_emergency(std::string_view normal, const wording& words);

struct without_numbers {
  std::string rest;
  bool found = false;
};
/// `text` without what looks like the number of an identity card (15 or 18 digits, the last perhaps an X) or
/// a bank card (16 to 19 digits, in groups or not).
without_numbers without_private_numbers(std::string_view text);

}  // namespace duanwen
