// Names that are nearly what was texted.
#include "keywords/index/near_index.hpp"

#include <gmock/gmock.h>

#include "keywords/sound/likeness.hpp"

namespace duanwen {
namespace {

class NearIndex : public testing::Test {
 protected:
  NearIndex() {
    for (std::uint32_t tag = 0; tag < names_.size(); ++tag) index_.add(names_[tag], tag, 0);
    index_.finish();
  }
  std::string nearest(const std::string& form) const {
    const auto found = index_.find(form, 1.45);
    return found.empty() ? "" : names_[found.front().tag];
  }
  double cost(const std::string& form) const { return index_.find(form, 9).at(0).cost; }

  std::vector<std::string> names_ = {"龙泉国土", "龙泉国税", "龙泉公安", "龙泉畜牧", "国土", "land"};
  near_index index_;
};

TEST_F(NearIndex, ItselfCostsNothing) {
  for (const auto& name : names_) EXPECT_EQ(cost(name), 0) << name;
}

TEST_F(NearIndex, ASlipLeadsToTheNameMeant) {
  const std::pair<const char*, const char*> slips[] = {
      {"龙全国土", "龙泉国土"},       // same sound
      {"农泉果土", "龙泉国土"},       // confused sound
      {"龙泉国上", "龙泉国土"},       // another character
      {"泉国土", "龙泉国土"},         // missing
      {"龙泉的国土", "龙泉国土"},     // extra
      {"龙泉土国", "龙泉国土"},       // swapped
      {"longquanguotu", "龙泉国土"},  // pinyin
      {"lonquanguotu", "龙泉国土"},   // without its g
      {"longqaunguotu", "龙泉国土"},  // letters swapped
      {"lqgongan", "龙泉公安"},       // half initials
      {"lqga", "龙泉公安"},
      {"lqxm", "龙泉畜牧"},  // its 畜 is read chu as well
      {"果土", "国土"},
      {"lnad", "land"},
  };
  for (const auto& [texted, meant] : slips) EXPECT_EQ(nearest(texted), meant) << texted;
}

TEST_F(NearIndex, WhatIsFarIsNotFound) {
  for (const auto* far : {"", "土", "龙泉", "成都火锅", "国王", "abcdefgh", "我今天不在家"})
    EXPECT_EQ(nearest(far), "") << far;
}

TEST_F(NearIndex, TheNearerComesFirstAndEachTagOnce) {
  const auto found = index_.find("龙泉国岁", 1.45);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(names_[found[0].tag], "龙泉国税");
  EXPECT_EQ(names_[found[1].tag], "龙泉国土");
  EXPECT_LT(found[0].cost, found[1].cost);
}

TEST_F(NearIndex, AHandicapIsAdded) {
  near_index index;
  index.add("国土", 7, 0.3);
  index.finish();
  EXPECT_NEAR(index.find("国土", 1).at(0).cost, 0.3, 1e-6);
}

TEST_F(NearIndex, TheSameCharactersInAnotherOrderLeadToAName) {
  near_index index;
  index.add("开火锅店", 1, 0);
  index.finish();
  for (const auto* reordered : {"火锅店开", "火锅开店"})
    EXPECT_EQ(index.find(reordered, 1).at(0).cost, slip::reordered) << reordered;
  EXPECT_TRUE(index.find("火锅店", 0.7).empty());
}

TEST_F(NearIndex, InitialsLeadNowhereWhereTheyAreNotMeantTo) {
  near_index index(false);
  index.add("龙泉公安", 1, 0);
  index.finish();
  EXPECT_TRUE(index.find("lqga", 2).empty());
  EXPECT_FALSE(index.find("longquangongan", 2).empty());
}

TEST(Likeness, CostsAreThoseOfTheTable) {
  const auto between = [](const char* texted, const char* name) {
    return unlikeness(as_written(texted), as_written(name), 9);
  };
  EXPECT_EQ(between("国土", "国土"), 0);
  EXPECT_EQ(between("果土", "国土"), slip::same_sound);
  EXPECT_EQ(between("南", "蓝"), slip::same_class);
  EXPECT_EQ(between("国王", "国土"), slip::other);
  EXPECT_EQ(between("土国", "国土"), slip::swapped);
  EXPECT_EQ(between("国", "国土"), slip::missing);
  EXPECT_EQ(between("国土了", "国土"), slip::extra);
  EXPECT_EQ(misspelt("guotu", "goutu"), slip::letter);
}

TEST(Likeness, SentencesAreNotCompared) {
  const auto sentence = as_written(std::string(3 * 30, '\xE5').c_str());
  EXPECT_GT(unlikeness(sentence, as_written("国土"), 2), 2);
}

}  // namespace
}  // namespace duanwen
