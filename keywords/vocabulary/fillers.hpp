#pragma once
// Words that say nothing about what is wanted, taken out of a text. Pure, any thread.

#include <string>
#include <string_view>
#include <vector>

namespace duanwen {

/// `normal` (a normalise()d text) without fillers; its blanks and signs stay.
std::string without_fillers(std::string_view normal);

/// `normal`, and what is left of it as fillers are taken off its ends one by one, the whole first.
///   怎么用啊 → 怎么用啊, 怎么用, 用
std::vector<std::string> with_fewer_fillers(std::string_view normal);

/// Whether a word in `form` is no affair of the offices that we know of.
bool has_strange_word(std::string_view form);

/// Letters without what such words are in pinyin at both ends; anything else as it is. A part of `form`.
///   zhaijidizenmeban → zhaijidi
std::string_view without_pinyin_fillers(std::string_view form);

}  // namespace duanwen
