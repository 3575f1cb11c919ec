// Items by what people call them.
#include "keywords/index/item_index.hpp"

#include <gmock/gmock.h>

#include "keywords/text/normalise.hpp"
#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

class ItemIndex : public testing::Test {
 protected:
  ItemIndex() {
    desk_.items = {test::make_item(1, "新生儿落户", "带出生证到派出所。"),
                   test::make_item(2, "结婚登记", "双方到场。"),
                   test::make_item(3, "房产证补办", "登报后到窗口。"),
                   test::make_item(4, "野生动物救助", "蛇进了家不要打，打电话。")};
    desk_.items[1].synonyms = {"领结婚证"};
    for (const auto& i : desk_.items) index_.add(desk_, i);
    index_.finish();
  }
  std::vector<std::uint32_t> found(const char* text) const {
    std::vector<std::uint32_t> numbers;
    for (const auto& hit : index_.find(keyword_form(text), 3, [](const auto&, const auto&) { return true; }))
      numbers.push_back(hit.what->number);
    return numbers;
  }
  department desk_ = test::make_department("desk", "窗口");
  item_index index_;
};

TEST_F(ItemIndex, EverydayWordsLeadToTheOfficesOwn) {
  EXPECT_EQ(found("娃儿上户口").at(0), 1u);
  EXPECT_EQ(found("扯证").at(0), 2u);
  EXPECT_EQ(found("房产证掉了").at(0), 3u);
}

TEST_F(ItemIndex, DetailsAreSearchedToo) { EXPECT_EQ(found("蛇进屋了").at(0), 4u); }

TEST_F(ItemIndex, ASlipIsHeard) { EXPECT_EQ(found("房产正").at(0), 3u); }

TEST_F(ItemIndex, NothingIsFoundWhereNothingIsShared) {
  EXPECT_THAT(found("木星望远镜"), testing::IsEmpty());
  EXPECT_THAT(found("怎么办"), testing::IsEmpty());
  EXPECT_THAT(found(""), testing::IsEmpty());
}

TEST_F(ItemIndex, CoverageTellsHowMuchWasSaid) {
  const auto all = [](const auto&, const auto&) { return true; };
  const auto whole = index_.find(keyword_form("结婚登记"), 1, all).at(0);
  EXPECT_NEAR(whole.text_covered, 1, 1e-6);
  EXPECT_NEAR(whole.name_covered, 1, 1e-6);
  const auto part = index_.find(keyword_form("木星上的结婚登记"), 1, all).at(0);
  EXPECT_LT(part.text_covered, 1);
  EXPECT_NEAR(part.name_covered, 1, 1e-6);
}

TEST_F(ItemIndex, OnlyWantedItemsAreFound) {
  const auto hits =
      index_.find(keyword_form("结婚登记"), 3, [](const auto&, const item& i) { return i.number != 2; });
  for (const auto& hit : hits) EXPECT_NE(hit.what->number, 2u);
}

}  // namespace
}  // namespace duanwen
