// Items by what the menu in view calls them.
#include "keywords/meaning/called.hpp"

#include <gtest/gtest.h>

#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

std::string called(const std::string& text) {
  static const snapshot town(1, test::small_town());
  const auto words = test::short_words();
  const auto u = understand(town, text, words);
  const auto s = items_called(menu_of(town, *town.find_department("guotu")), u, words);
  if (!s) return "none";
  std::string numbers;
  for (const auto& r : s->ranges) numbers += std::to_string(r.first) + ' ';
  return numbers;
}

TEST(Called, OneByAnyOfItsNamesOrAsItStandsInTheMenu) {
  for (const auto* name : {"宅基地", "宅基地审批", "1宅基地", "1.宅基地审批", " 宅基地。"})
    EXPECT_EQ(called(name), "1 ") << name;
  EXPECT_EQ(called("土地证"), "2 ");
}

TEST(Called, SeveralInTheirOrder) {
  EXPECT_EQ(called("地界纠纷和宅基地"), "12 1 ");
  EXPECT_EQ(called("宅基地、土地登记 采矿许可"), "1 2 5 ");
}

TEST(Called, NoneWhereAnythingElseStandsThere) {
  for (const auto* text : {"", "宅基地怎么办", "2宅基地", "宅基地和狗证", "和", "开公司"})
    EXPECT_EQ(called(text), "none") << text;
}

TEST(Parted, BySignsAndWords) {
  const std::vector<std::string> words{"和"};
  EXPECT_EQ(parted("宅基地和土地证 狗证", words), (std::vector<std::string>{"宅基地", "土地证", "狗证"}));
  EXPECT_TRUE(parted(" 和 ", words).empty());
}

}  // namespace
}  // namespace duanwen
