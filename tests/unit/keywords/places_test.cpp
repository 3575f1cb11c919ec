// Areas as residents see them.
#include "keywords/places.hpp"

#include <gmock/gmock.h>

#include "tests/support/small_town.hpp"

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

TEST(Places, ExistWhileTheDirectoryHasThem) {
  // An id of another kind is no place.
  const snapshot town(1, test::small_town());
  EXPECT_TRUE(exists(town, standing_at(place_kind::department, "guotu")));
  EXPECT_TRUE(exists(town, standing_at(place_kind::theme, "huoguo")));
  EXPECT_TRUE(exists(town, standing_at(place_kind::area, "bh")));
  EXPECT_FALSE(exists(town, standing_at(place_kind::department, "bh")));
  EXPECT_FALSE(exists(town, standing_at(place_kind::theme, "gone")));
  EXPECT_FALSE(exists(town, standing_at(place_kind::nowhere, "guotu")));
  EXPECT_FALSE(exists(town, {}));
}

TEST(Places, AreServedByTheirOwnDepartmentsElseByThoseAbove) {
  // 山泉镇 has none, so the district's serve it; who is nowhere is served by nobody.
  const snapshot town(1, test::small_town());
  EXPECT_THAT(ids(departments_serving(town, *town.find_area("lq"))),
              ElementsAre("guotu", "gongshang", "police"));
  EXPECT_THAT(ids(departments_serving(town, *town.find_area("bh"))), ElementsAre("baihe-gongshang"));
  EXPECT_THAT(ids(departments_serving(town, *town.find_area("sq"))),
              ElementsAre("guotu", "gongshang", "police"));
  EXPECT_THAT(departments_serving(town, test::make_area("x", "x", "gone")), IsEmpty());
}

TEST(Places, ACircleOfAreasEnds) {
  // Only a document that was not checked has one.
  directory circle;
  circle.areas = {test::make_area("a", "甲", "b"), test::make_area("b", "乙", "a")};
  const snapshot town(1, circle);
  EXPECT_THAT(departments_serving(town, *town.find_area("a")), IsEmpty());
}

TEST(Places, AnAreaSaysItsAgentAndWhatToText) {
  // Keywords where there are some, else short names; no number stands before them, as none leads anywhere.
  auto document = test::small_town();
  document.departments[1].keywords.clear();
  const snapshot town(1, document);
  const auto words = test::short_words();
  const tariff profile;
  const auto p = compose_area(town, *town.find_area("lq"), 0, {words, profile, 4});
  EXPECT_EQ(p.answer.blocks[0].text, "龙泉驿区\n龙泉国土 龙泉工商 Police");
  EXPECT_EQ(p.answer.signature_name, "短问");
  EXPECT_EQ(p.next, standing_at(place_kind::area, "lq"));
  const auto township = compose_area(town, *town.find_area("bh"), 0, {words, profile, 4});
  EXPECT_EQ(township.answer.blocks[0].text, "柏合镇\n代办点:镇政府一楼\n柏合工商");
}

}  // namespace
}  // namespace duanwen
