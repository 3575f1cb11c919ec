// Everyday words in pinyin.
#include "keywords/sound/spelled_words.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

TEST(SpelledWords, AreMadeCharactersWhereAllLettersAreWords) {
  EXPECT_EQ(words_spelled("jiazhao"), "驾照");
  EXPECT_EQ(words_spelled("shebaokadiulezenmeban"), "社保卡丢了怎么办");
  EXPECT_EQ(words_spelled("tuixiu"), "退休");
}

TEST(SpelledWords, NoneWhereALetterIsLeft) {
  for (const auto* other : {"", "a", "jiazha", "jiazhaox", "hello", "驾照", "jiazhao3"})
    EXPECT_EQ(words_spelled(other), "") << other;
  EXPECT_EQ(words_spelled(std::string(1000, 'a')), "");
}

}  // namespace
}  // namespace duanwen
