#pragma once
// 三, 十二, 二十三, 二百零一: numbers in characters. Pure, any thread.

#include <cstdint>
#include <optional>
#include <string_view>

namespace duanwen {

/// Reads one number from 0 to 9999 at `at`, moving `at` behind it; none (and `at` as it was) when none stands
/// there. Digits without 十 百 千 between them are numbers of their own: 一三 is 1, then 3.
std::optional<std::uint32_t> read_chinese_number(std::u32string_view text, std::size_t& at);

}  // namespace duanwen
