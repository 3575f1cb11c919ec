// Words that say nothing about what is wanted.
#include "keywords/fillers.hpp"

#include <gmock/gmock.h>

#include "keywords/everyday_words.hpp"

namespace duanwen {
namespace {

TEST(Fillers, AreTakenOutAndTheRestStays) {
  EXPECT_EQ(without_fillers("我想办宅基地要带什么"), "宅基地");
  EXPECT_EQ(without_fillers("龙泉国土3谢谢"), "龙泉国土3");
  EXPECT_EQ(without_fillers("1 3"), "1 3");
  EXPECT_EQ(without_fillers("请问"), "");
}

TEST(Fillers, AWordThatHoldsOneIsNoFiller) {
  // 就 of 就业, 办 of 结婚证办.
  EXPECT_EQ(without_fillers("就业"), "就业");
}

TEST(Fillers, GoOneByOneFromTheEnds) {
  const auto ways = with_fewer_fillers("怎么用啊");
  EXPECT_THAT(ways, testing::Contains("怎么用"));
  EXPECT_EQ(ways.front(), "怎么用啊");
  EXPECT_THAT(with_fewer_fillers("我要退订"), testing::Contains("退订"));
  EXPECT_THAT(with_fewer_fillers(""), testing::IsEmpty());
}

TEST(EverydayWords, WordsOfOneMeaningAreOne) {
  const auto child = known_word_at("娃儿上户口").value();
  EXPECT_EQ(child.octets, std::string_view("娃儿").size());
  EXPECT_EQ(child.means, known_word_at("新生儿").value().means);
  EXPECT_NE(child.means, known_word_at("老人").value().means);
  EXPECT_FALSE(known_word_at("木星"));
}

}  // namespace
}  // namespace duanwen
