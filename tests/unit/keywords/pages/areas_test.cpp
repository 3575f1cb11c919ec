// Areas as residents see them.
#include "keywords/pages/areas.hpp"

#include <gmock/gmock.h>

#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

using test::standing_at;

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> ids(const std::vector<const department*>& departments) {
  std::vector<std::string> all;
  for (const auto* d : departments) all.push_back(d->id);
  return all;
}

TEST(Areas, ExistWhileTheDirectoryHasThem) {
  // An id of another kind is not there.
  const snapshot town(1, test::small_town());
  EXPECT_TRUE(exists(town, standing_at(menu_kind::department, "guotu")));
  EXPECT_TRUE(exists(town, standing_at(menu_kind::theme, "huoguo")));
  EXPECT_TRUE(exists(town, standing_at(menu_kind::area, "bh")));
  EXPECT_FALSE(exists(town, standing_at(menu_kind::department, "bh")));
  EXPECT_FALSE(exists(town, standing_at(menu_kind::theme, "gone")));
  EXPECT_FALSE(exists(town, standing_at(menu_kind::none, "guotu")));
  EXPECT_FALSE(exists(town, {}));
}

TEST(Areas, AreServedByTheirOwnDepartmentsElseByThoseAbove) {
  // 山泉镇 has none, so the district's serve it; who is nowhere is served by nobody.
  const snapshot town(1, test::small_town());
  EXPECT_THAT(ids(departments_serving(town, *town.find_area("lq"))),
              ElementsAre("guotu", "gongshang", "police"));
  EXPECT_THAT(ids(departments_serving(town, *town.find_area("bh"))), ElementsAre("baihe-gongshang"));
  EXPECT_THAT(ids(departments_serving(town, *town.find_area("sq"))),
              ElementsAre("guotu", "gongshang", "police"));
  EXPECT_THAT(departments_serving(town, test::make_area("x", "x", "gone")), IsEmpty());
}

TEST(Areas, TheTopIsTheDistrictOfWhoeverIsSeen) {
  // Where nobody was seen yet, the only district; of two nobody knows which.
  const snapshot town(1, test::small_town());
  EXPECT_EQ(top_of(town, "bh"), town.find_area("lq"));
  EXPECT_EQ(top_of(town, "lq"), town.find_area("lq"));
  EXPECT_EQ(top_of(town, ""), town.find_area("lq"));
  auto two = test::small_town();
  two.areas.push_back(test::make_area("jt", "金堂县"));
  const snapshot county(1, two);
  EXPECT_EQ(top_of(county, "bh"), county.find_area("lq"));
  EXPECT_EQ(top_of(county, "gone"), nullptr);
  EXPECT_EQ(top_of(snapshot(1, directory()), ""), nullptr);
}

TEST(Areas, ACircleOfAreasEnds) {
  // Only a document that was not checked has one.
  directory circle;
  circle.areas = {test::make_area("a", "甲", "b"), test::make_area("b", "乙", "a")};
  const snapshot town(1, circle);
  EXPECT_THAT(departments_serving(town, *town.find_area("a")), IsEmpty());
  EXPECT_NE(top_of(town, "a"), nullptr);
}

TEST(Areas, AnAreaSaysItsAgentAndWhatToText) {
  // Keywords where there are some, else short names; no number stands before them, as none leads anywhere.
  auto document = test::small_town();
  document.departments[1].keywords.clear();
  const snapshot town(1, document);
  const auto words = test::short_words();
  const tariff profile;
  const reply_style style{words, profile, 4};
  const auto& lq = *town.find_area("lq");
  const auto& bh = *town.find_area("bh");
  const auto p = compose_area(lq, departments_serving(town, lq), 0, style);
  EXPECT_EQ(p.answer.blocks[0].text, "龙泉驿区\n龙泉国土 龙泉工商 Police");
  EXPECT_EQ(p.answer.signature_name, "短问");
  auto there = standing_at(menu_kind::area, "lq");
  there.pinned = pin_of("guotu") + pin_of("gongshang") + pin_of("police");
  EXPECT_EQ(p.next, there);
  const auto township = compose_area(bh, departments_serving(town, bh), 0, style);
  EXPECT_EQ(township.answer.blocks[0].text, "柏合镇\n代办点:镇政府一楼\n柏合工商");
}

TEST(Areas, TheNumbersOfAListMeanWhatWasShownWhateverCameOrWent) {
  const auto before = test::small_town();
  const snapshot old_town(1, before);
  auto seen = standing_at(menu_kind::area, "lq");
  for (const auto* d : departments_serving(old_town, *old_town.find_area("lq"))) seen.pinned += pin_of(d->id);
  auto after = before;
  after.departments.erase(after.departments.begin());
  after.departments.insert(after.departments.begin(), test::make_department("new", "龙泉新局", "lq"));
  const snapshot town(2, after);
  const auto listed = departments_listed(town, *town.find_area("lq"), seen);
  ASSERT_EQ(listed.size(), 4u);
  EXPECT_EQ(listed[0], nullptr) << "it is gone";
  EXPECT_EQ(listed[1]->id, "gongshang");
  EXPECT_EQ(listed[2]->id, "police");
  EXPECT_EQ(listed[3]->id, "new") << "behind, so that no number changes";
}

}  // namespace
}  // namespace duanwen
