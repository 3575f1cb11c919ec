#pragma once
// The words that people put round numbers when they pick from a list, as data. Pure, any thread.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace duanwen {

enum class number_word : std::uint8_t {
  none,        ///< no such word
  around,      ///< says nothing: 第 项 我要看 请回复
  wanted,      ///< what follows is wanted, whatever was refused before: 要 看 选
  refused,     ///< the numbers behind it are not wanted, or those before it where none follow: 不要
  all_but,     ///< all but the numbers behind it: 除了
  but_these,   ///< all but the numbers before it: 以外
  the_others,  ///< 其他 剩下的
  either,      ///< 或者
  from_front,  ///< 前 3 个
  from_back,   ///< 后 2 个
  nth_last,    ///< 倒数第 2 个
  last,        ///< 最后一个
};

struct number_word_found {
  number_word is = number_word::none;
  std::size_t characters = 0;
};

/// The longest of these words with which `text` goes on at `at`; of letters only a whole word counts.
number_word_found number_word_at(std::u32string_view text, std::size_t at);

/// 项, 个: what may stand behind a number of things (两项).
bool is_measure(char32_t c);

}  // namespace duanwen
