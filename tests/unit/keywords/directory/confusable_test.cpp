// Keywords that sound like another's.
#include "keywords/directory/confusable.hpp"

#include <gmock/gmock.h>

#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

using test::make_department;
using test::small_town;

bool everyone(const registration&) { return true; }

TEST(Confusable, FormsThatSoundAlike) {
  // Without tones; every reading counts; n for l, s for sh, z for zh, in for ing.
  for (const auto* other : {"龙全国土", "龙泉国图", "隆泉果土", "农泉国土"})
    EXPECT_TRUE(sound_alike("龙泉国土", other)) << other;
  EXPECT_TRUE(sound_alike("龙泉民政", "龙泉明政"));
  EXPECT_TRUE(sound_alike("银行", "银杏")) << "行 is xing too";
  EXPECT_TRUE(sound_alike("x光", "x逛"));
}

TEST(Confusable, FormsThatDoNot) {
  for (const auto* other : {"龙泉国土局", "龙泉国", "龙泉国士", "龙泉国税", "longquanguotu"})
    EXPECT_FALSE(sound_alike("龙泉国土", other)) << other;
  EXPECT_FALSE(sound_alike("a1", "b1"));
}

TEST(Confusable, OneOfSomebodyElseIsNamedOnceEachWay) {
  auto town = small_town();
  town.departments.push_back(make_department("guotu2", "隆泉国图"));
  const auto found = confusable_keywords(town, everyone);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].one.keyword, "龙泉国土");
  EXPECT_EQ(found[0].other.id, "guotu2");
  EXPECT_EQ(found[1].one.path, "departments[4].keywords[0]");
  EXPECT_EQ(warnings_of(found).at(1),
            (problem{"departments[4].keywords[0]", "隆泉国图 sounds like 龙泉国土 of department guotu"}));
}

TEST(Confusable, OneOwnerMayHaveBoth) {
  auto town = small_town();
  town.departments[0].keywords.push_back("龙全国土");
  EXPECT_THAT(confusable_keywords(town, everyone), testing::SizeIs(0));
}

TEST(Confusable, OnlyThoseAskedAboutAreTold) {
  auto town = small_town();
  town.themes[0].keywords.push_back("龙全国土");
  const auto of_theme = confusable_keywords(town, [](const registration& r) { return r.kind == "theme"; });
  ASSERT_EQ(of_theme.size(), 1u);
  EXPECT_EQ(of_theme[0].one.path, "themes[0].keywords[1]");
  EXPECT_EQ(of_theme[0].other.owner(), "department guotu");
}

}  // namespace
}  // namespace duanwen
