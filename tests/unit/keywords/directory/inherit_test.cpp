// What a department has from the same-named one of the area above.
#include "keywords/directory/inherit.hpp"

#include <gmock/gmock.h>

#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;

const department& find(const inheritance& family, std::string_view id) {
  for (const auto* one : family.served())
    if (one->id == id) return *one;
  throw std::out_of_range(std::string(id));
}

std::vector<std::string> told(const department& d) {
  std::vector<std::string> lines;
  for (const auto& i : d.items) lines.push_back(std::to_string(i.number) + " " + i.title + ":" + i.details);
  for (const auto& r : d.retired) lines.push_back(std::to_string(r.number) + " retired");
  return lines;
}

TEST(Inherit, ItemsOfTheOneAboveComeBeforeItsOwn) {
  // With their numbers, and as the heir says them.
  const auto town = test::small_town();
  const inheritance served(town);
  EXPECT_THAT(told(find(served, "baihe-gongshang")),
              ElementsAre("1 个体执照:到镇政府一楼。", "2 开公司:先核名，再到窗口，5个工作日。",
                          "201 赶场天办照:逢五在镇口。"));
}

TEST(Inherit, NobodyElseChanges) {
  // The one inherited from stays as it is, and so does who does not inherit.
  const auto town = test::small_town();
  const inheritance served(town);
  for (const std::size_t i : {0, 1, 2}) EXPECT_EQ(served.served()[i], &town.departments[i]) << i;
}

TEST(Inherit, ARetiredNumberIsInheritedToo) {
  // And what the heir retired itself it does not inherit.
  auto town = test::small_town();
  town.departments[1].retired = {{7, item_reference{"guotu", 1}}};
  town.departments[3].retired = {{2, std::nullopt}};
  EXPECT_THAT(
      told(find(inheritance(town), "baihe-gongshang")),
      ElementsAre("1 个体执照:到镇政府一楼。", "201 赶场天办照:逢五在镇口。", "7 retired", "2 retired"));
}

TEST(Inherit, AnOverriddenTitleDropsTheShortOne) {
  // A short title made for other words would mislead; alone it is overridden alone.
  auto town = test::small_town();
  auto& above = town.departments[1].items;
  above[0].short_title = above[1].short_title = "短";
  town.departments[3].overrides = {{1, "新名", "", ""}, {2, "", "新短", ""}};
  const inheritance served(town);
  const auto& items = find(served, "baihe-gongshang").items;
  EXPECT_EQ(items[0].title + "," + items[0].short_title, "新名,");
  EXPECT_EQ(items[1].title + "," + items[1].short_title, "开公司,新短");
  EXPECT_EQ(items[1].details, above[1].details);
}

TEST(Inherit, GoesThroughAllLevelsInWhateverOrderTheyAreWritten) {
  // The village inherits what the township inherited.
  auto town = test::small_town();
  town.areas.push_back(test::make_area("gj", "高坎村", "bh"));
  auto village = test::heir_of_trade();
  village.id = "gj-gongshang";
  village.area = "gj";
  village.overrides.clear();
  village.items.clear();
  town.departments.insert(town.departments.begin(), village);
  EXPECT_THAT(told(find(inheritance(town), "gj-gongshang")),
              ElementsAre("1 个体执照:到镇政府一楼。", "2 开公司:先核名，再到窗口，5个工作日。",
                          "201 赶场天办照:逢五在镇口。"));
}

TEST(InheritsFrom, TheSameNameInTheParentArea) {
  // Another name, no parent or no area: nobody.
  const auto town = test::small_town();
  const auto& heir = town.departments[3];
  const inheritance family(town);
  EXPECT_EQ(family.above(heir), &town.departments[1]);
  auto other = heir;
  other.name = "柏合邮政";
  other.short_name.clear();
  EXPECT_EQ(family.above(other), nullptr);
  for (const auto* area : {"", "lq", "nowhere"}) {
    other = heir;
    other.area = area;
    EXPECT_EQ(family.above(other), nullptr) << area;
  }
}

TEST(InheritsFrom, TheOneCalledTheSameWithoutAreaAndEnding) {
  // 柏合工商所 is what 龙泉工商局 is called there.
  auto town = test::small_town();
  auto& heir = town.departments[3];
  heir.name = "柏合工商所";
  heir.short_name.clear();
  town.departments[1].name = town.areas[0].name + "工商局";
  EXPECT_EQ(inheritance(town).above(heir), &town.departments[1]);
}

TEST(Inherit, ACircleOfAreasEnds) {
  // A document that was not checked may hold one.
  auto town = test::small_town();
  town.areas[0].parent = "bh";
  town.departments[1].inherits = true;
  EXPECT_EQ(inheritance(town).served().size(), town.departments.size());
}

}  // namespace
}  // namespace duanwen
