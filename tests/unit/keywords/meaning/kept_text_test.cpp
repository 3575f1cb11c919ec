// What of a text may be stored.
#include "keywords/meaning/kept_text.hpp"

#include <gtest/gtest.h>

#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

TEST(KeptText, NumbersOfCardsAndTelephonesAreNotKept) {
  // In whatever groups and digits they come; what residents pick from menus stays.
  const std::pair<std::string, std::string> rows[] = {
      {"办社保 510112197001011234 谢谢", "办社保   谢谢"},
      {"我的电话13812345678", "我的电话*"},
      {"138-1234-5678", "*"},
      {"１３８ １２３４ ５６７８", "*"},
      {"028 8484 1234转8001", "*转8001"},
      {"1 3 5 7 9 11 13", "1 3 5 7 9 11 13"},
      {"龙泉国土3", "龙泉国土3"},
      {"2026年11月24日", "2026年11月24日"},
      {"610100", "610100"},
      {"6101000", "*"},
      {"", ""},
  };
  for (const auto& [text, kept] : rows) EXPECT_EQ(kept_text(text), kept) << text;
}

TEST(KeptText, IsShortAndWellFormed) {
  // Whatever comes.
  std::string text;
  for (int i = 0; i < 100; ++i) text += "龙\xff";
  const auto kept = kept_text(text);
  EXPECT_EQ(to_valid_utf8(kept), kept);
  EXPECT_LE(kept.size(), 4 * kept_characters_max);
  EXPECT_EQ(kept_text(std::string(100, 'a')), std::string(kept_characters_max, 'a'));
}

}  // namespace
}  // namespace duanwen
