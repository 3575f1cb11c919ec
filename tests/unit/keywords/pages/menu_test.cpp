// What a menu numbers, and where its numbers lead.
#include "keywords/pages/menu.hpp"

#include <gmock/gmock.h>

#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

using test::standing_at;
using testing::ElementsAre;
using testing::IsEmpty;

class Menu : public testing::Test {
 protected:
  menu of(const std::string& id) const { return menu_of(town_, *town_.find_department(id)); }
  static std::vector<std::string> told(const menu& m) {
    std::vector<std::string> lines;
    for (const auto& l : m.lines)
      lines.push_back(shown(l, title_kind::brief) + (l.listed ? "" : " *") + " " + l.of->id);
    return lines;
  }
  const snapshot town_{1, test::small_town()};
  const wording words_ = test::short_words();
};

TEST_F(Menu, ADepartmentNumbersItsItemsAndWhatMoved) {
  // By number; a retired one is not shown but leads on, and what leads nowhere is gone.
  const auto m = of("guotu");
  EXPECT_THAT(told(m), ElementsAre("1宅基地 guotu", "2土地登记 guotu", "4开公司 * gongshang",
                                   "5采矿许可 guotu", "9开公司 * gongshang", "12地界纠纷 guotu"));
  EXPECT_THAT(m.gone, ElementsAre(8u));
  EXPECT_EQ(m.name, "龙泉国土");
  EXPECT_EQ(m.signature_name, "龙泉国土");
  EXPECT_EQ(m.owner->id, "guotu");
}

TEST_F(Menu, AThemeGathersItemsUnderNumbersOfItsOwn) {
  // An entry follows its item where that moved; nobody pays for the whole of it.
  const auto m = menu_of(town_, standing_at(menu_kind::theme, "huoguo"), words_);
  EXPECT_THAT(told(m), ElementsAre("1个体执照 gongshang", "2开公司 gongshang", "3.110 calls police"));
  EXPECT_EQ(m.signature_name, "短问");
  EXPECT_EQ(m.owner, nullptr);
}

TEST_F(Menu, AnEntryThatLeadsNowhereIsGone) {
  // Its department or its item is not there any more.
  theme t = test::hotpot_theme();
  t.entries = {{1, "nowhere", 1}, {2, "guotu", 8}, {3, "guotu", 77}, {4, "guotu", 5}};
  const auto m = menu_of(town_, t, words_);
  EXPECT_THAT(told(m), ElementsAre("4采矿许可 guotu"));
  EXPECT_THAT(m.gone, ElementsAre(1u, 2u, 3u));
}

TEST_F(Menu, NowhereIsNoMenu) {
  // Neither an area nor an id that is gone has one.
  for (const auto kind : {menu_kind::none, menu_kind::area, menu_kind::department, menu_kind::theme}) {
    const auto m = menu_of(town_, standing_at(kind, "gone"), words_);
    EXPECT_EQ(m.kind, menu_kind::none);
    EXPECT_THAT(m.lines, IsEmpty());
  }
}

TEST_F(Menu, FindsByNumber) {
  // At both ends, between, and beside.
  const auto m = of("guotu");
  for (const auto there : {1u, 4u, 12u}) ASSERT_TRUE(m.find(there)) << there;
  EXPECT_EQ(m.find(4)->leads_to->title, "开公司");
  for (const auto not_there : {0u, 3u, 8u, 13u}) EXPECT_FALSE(m.find(not_there)) << not_there;
  EXPECT_FALSE(menu{}.find(1));
}

TEST_F(Menu, FollowsANumberHoweverOftenItMoved) {
  // Number 9 moved to 4, which moved to another department; two that lead to each other lead nowhere.
  const auto& guotu = *town_.find_department("guotu");
  EXPECT_EQ(follow(town_, guotu, 9).there->title, "开公司");
  EXPECT_EQ(follow(town_, guotu, 9).of->id, "gongshang");
  EXPECT_EQ(follow(town_, guotu, 8).there, nullptr);
  EXPECT_EQ(follow(town_, guotu, 77).there, nullptr);
  auto circle = test::small_town();
  circle.departments[0].retired = {{4, item_reference{"guotu", 9}}, {9, item_reference{"guotu", 4}}};
  const snapshot s(1, circle);
  EXPECT_EQ(follow(s, *s.find_department("guotu"), 4).there, nullptr);
}

struct words_and_line {
  std::string title, short_title, line;
};

TEST_F(Menu, ALineSaysTheShortTitleBehindItsNumber) {
  // A digit would run into the number, a letter looks better apart, Chinese needs no room.
  const words_and_line rows[] = {{"宅基地审批", "", "7宅基地审批"},
                                 {"宅基地审批", "宅基地", "7宅基地"},
                                 {"Lost ID", "", "7 Lost ID"},
                                 {"110 calls", "", "7.110 calls"},
                                 {"社保", "4050", "7.4050"}};
  for (const auto& [title, short_title, line] : rows) {
    const auto i = test::make_item(7, title, "", short_title);
    EXPECT_EQ(shown(menu_line{7, &i, nullptr, true}, title_kind::brief), line);
    const menu_line whole{7, &i, nullptr, true};
    EXPECT_THAT(shown(whole, title_kind::full), testing::EndsWith(title));
  }
}

TEST_F(Menu, ADetailSaysTitleAndText) {
  // The whole title; in a theme whose it is; under a retired number where it went. Each pays for its own.
  const auto guotu = of("guotu");
  const auto own = detail_of(guotu, *guotu.find(1), words_);
  EXPECT_EQ(own.text, "1宅基地审批:带户口簿到村委会，20个工作日。");
  EXPECT_EQ(own.department + std::to_string(own.item), "guotu1");
  const auto moved = detail_of(guotu, *guotu.find(4), words_);
  EXPECT_EQ(moved.text, "4号转到龙泉工商2号\n开公司:先核名，再到窗口，5个工作日。");
  EXPECT_EQ(moved.department + std::to_string(moved.item), "gongshang2");
  const auto hotpot = menu_of(town_, standing_at(menu_kind::theme, "huoguo"), words_);
  EXPECT_EQ(detail_of(hotpot, *hotpot.find(1), words_).text,
            "1龙泉工商 个体执照:带身份证到工商所，当场领照。");
  const auto police = of("police");
  EXPECT_EQ(detail_of(police, *police.find(1), words_).text, "1 Lost ID: Bring your household book.");
}

}  // namespace
}  // namespace duanwen
