#pragma once
// Whether a text sounds as if somebody wanted something of an office, or as if it was told to a friend and
// came here by mistake. Pure, any thread.

#include <string_view>

namespace duanwen {

/// What the signs of both in `normal` (a normalise()d text) come to, about -15 to 15. Above 0: somebody asks,
/// wants or complains; below: it is a tale, a joke, a greeting, an advertisement; 0: nothing tells (身份证).
int inquiry_signs(std::string_view normal);
/// Somebody asks, whatever it is for; and what no words about an item outweigh.
inline constexpr int surely_inquiry = 2, surely_tale = -3;

}  // namespace duanwen
