#include "keywords/pages/remembered_menus.hpp"

#include <gtest/gtest.h>

#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

class RememberedMenus : public testing::Test {
 protected:
  std::string shown(const snapshot& town, const reply_style& style) {
    std::string all;
    for (const auto* d : town.departments()) {
      const auto& page = menus_.first_page_of(town, *d, style);
      const auto composed = compose_menu(menu_of(town, *d), 0, style);
      EXPECT_EQ(page.answer.blocks.front().text, composed.answer.blocks.front().text) << d->id;
      EXPECT_EQ(page.next, composed.next) << d->id;
      all += page.answer.blocks.front().text + '\n';
    }
    return all;
  }
  remembered_menus menus_;
  wording words_ = test::short_words();
  tariff profile_;
};

TEST_F(RememberedMenus, AreWhatWouldBeComposed) {
  const snapshot town(1, test::small_town());
  const reply_style style{words_, profile_, 4};
  EXPECT_EQ(shown(town, style), shown(town, style));
}

TEST_F(RememberedMenus, AreComposedAnewForAnotherStyle) {
  const snapshot town(1, test::small_town());
  const auto before = shown(town, {words_, profile_, 4});
  words_.menu_hint = "回复数字看详情";
  EXPECT_NE(shown(town, {words_, profile_, 4}), before);
  profile_.reserve_characters = 60;
  shown(town, {words_, profile_, 1});
}

TEST_F(RememberedMenus, AreComposedAnewForAnotherDirectoryOfTheSameVersion) {
  auto document = test::small_town();
  const auto before = shown(snapshot(1, document), {words_, profile_, 4});
  for (auto& d : document.departments)
    for (auto& i : d.items) i.title = "改" + i.title;
  EXPECT_NE(shown(snapshot(1, document), {words_, profile_, 4}), before);
}

}  // namespace
}  // namespace duanwen
