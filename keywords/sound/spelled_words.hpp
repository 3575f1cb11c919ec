#pragma once
// Everyday words written in pinyin. Pure, any thread.

#include <string>
#include <string_view>

namespace duanwen {

/// `letters` as words of everyday_words, each spelled out without tones, none left over; empty where they
/// are not. Of words of one spelling the first of the tables is taken.
///   words_spelled("shebaokadiulezenmeban") == "社保卡丢了怎么办"
std::string words_spelled(std::string_view letters);

}  // namespace duanwen
