// Words that say nothing about what is wanted.
#include "keywords/vocabulary/fillers.hpp"

#include <gmock/gmock.h>

#include "keywords/vocabulary/everyday_words.hpp"

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

TEST(Fillers, OfPinyinStandAtItsEnds) {
  EXPECT_EQ(without_pinyin_fillers("zhaijidizenmeban"), "zhaijidi");
  EXPECT_EQ(without_pinyin_fillers("woyaobanhuzhao"), "huzhao");
  for (const auto* whole : {"huzhao", "zeban", "ban", "zhaijidi怎么办", ""})
    EXPECT_EQ(without_pinyin_fillers(whole), whole);
}

TEST(EverydayWords, HowManySaysNothing) {
  EXPECT_EQ(without_fillers("50头猪"), "猪");
  EXPECT_EQ(without_fillers("砍几根树子"), "砍树子");
  for (const auto* other : {"五保户", "三证合一", "一般纳税人", "4050补贴"})
    EXPECT_EQ(without_fillers(other), other);
}

TEST(EverydayWords, SomeAreNoAffairOfTheOffices) {
  EXPECT_TRUE(has_strange_word("龙泉城管"));
  EXPECT_TRUE(has_strange_word("我的快递到了没"));
  EXPECT_FALSE(has_strange_word("娃儿上户口"));
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
