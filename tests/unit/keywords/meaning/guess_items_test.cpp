// The items that words may mean.
#include "keywords/meaning/guess_items.hpp"

#include <gmock/gmock.h>

#include "keywords/index/snapshot.hpp"
#include "tests/support/samples/shipped.hpp"

namespace duanwen {
namespace {

const snapshot& served_items() {
  static const snapshot sample(1, test::read_directory("config/directory/longquan.json"));
  return sample;
}

std::string first_of(const item_guess& g) {
  return g.hits.empty() ? "none" : g.hits[0].of->id + " " + std::to_string(g.hits[0].what->number);
}

item_guess guessed(const std::string& form) { return guess_items(served_items(), form, {}, {}, 24); }

TEST(GuessItems, WhatIsCalledExactlySoIsSure) {
  // By its title, also with words round it that say nothing, and by a synonym that only one has.
  EXPECT_TRUE(guessed("结婚登记要带什么").titled);
  const auto by_synonym = guessed("停水");
  EXPECT_EQ(first_of(by_synonym), "lq-shuiwu 2");
  EXPECT_TRUE(by_synonym.called);
  EXPECT_FALSE(by_synonym.titled);
  EXPECT_FALSE(guessed("打预防针").called) << "children and cattle";
}

TEST(GuessItems, NamesWithOtherWordsBetweenAreFound) {
  EXPECT_EQ(first_of(guessed("想砍屋后头几根树子")), "lq-linye 1");
  EXPECT_GE(guessed("打口井要批").hits.at(0).name_covered, 0.9);
}

TEST(GuessItems, ALoneCharacterOrASoundIsNoWord) {
  for (const auto* chatter : {"好久没见了", "妈我到家了", "今天心情不好"})
    EXPECT_FALSE(std::any_of(guessed(chatter).hits.begin(), guessed(chatter).hits.end(), is_worth_offering))
        << chatter;
}

TEST(GuessItems, NearlyCalledSo) {
  // Misheard, and in pinyin with what surrounds it.
  for (const auto* near : {"宅鸡地", "zhaijidizenmeban", "宅基弟"}) {
    const auto found = guess_near_items(served_items(), near);
    ASSERT_FALSE(found.empty()) << near;
    EXPECT_EQ(found[0].what->title, "宅基地审批") << near;
    EXPECT_TRUE(is_sure(found)) << near;
  }
  for (const auto* far : {"", "hello", "test", "asdfgh", "zj", "气兔子"})
    EXPECT_TRUE(guess_near_items(served_items(), far).empty()) << far;
}

}  // namespace
}  // namespace duanwen
