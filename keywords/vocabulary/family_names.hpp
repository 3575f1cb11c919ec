#pragma once
// Whether a word is likely a person's name. Pure, any thread.

#include <string_view>

namespace duanwen {

/// Two or three Chinese characters of which the first is one of the hundred commonest family names, or four
/// with one of two characters: 张三, 欧阳小明.
bool may_be_person(std::u32string_view word);

}  // namespace duanwen
