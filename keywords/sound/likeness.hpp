#pragma once
// How unlike what was texted is to a name: a weighted edit distance over what one hears and sees. Pure.

#include "keywords/sound/spoken.hpp"

namespace duanwen {

/// What one slip costs; 1 is a character that is another one altogether.
namespace slip {
inline constexpr double same_sound = 0.2, same_class = 0.35, pinyin = 0.05, pinyin_class = 0.2,
                        initial = 0.15, other = 1.0, missing = 0.8, extra = 0.8, swapped = 0.6, letter = 0.35,
                        reordered = 0.8;
}

/// The cheapest way from `texted` to `name` (Damerau and Levenshtein, neighbours only), 0 when they are one;
/// above `enough` any value above it. Cost: product of the lengths.
double unlikeness(const spoken_text& texted, const spoken_text& name, double enough);

/// Whether both are of the same characters, in whatever order (火锅店开); of two or three that says nothing.
bool is_reordered(const spoken_text& texted, const spoken_text& name);

/// The same of pinyin written without blanks, letter by letter.
double misspelt(std::string_view texted, std::string_view name);

}  // namespace duanwen
