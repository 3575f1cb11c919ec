// Whom a text names.
#include "keywords/meaning/guess_names.hpp"

#include <gmock/gmock.h>

#include "admin/editing/merge_document.hpp"
#include "keywords/index/snapshot.hpp"
#include "tests/support/samples/shipped.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const snapshot& served() {
  static const auto document = [] {
    auto d = test::read_directory("config/directory/longquan.json");
    merge_document(d, test::read_directory("tests/golden/texts_areas.json"));
    return d;
  }();
  static const snapshot sample(1, document);
  return sample;
}

template <class Entity>
std::vector<std::string> ids(const std::vector<const Entity*>& some) {
  std::vector<std::string> all;
  for (const auto* one : some) all.push_back(one->id);
  return all;
}

std::vector<std::string> departments_in(std::string_view form, const char* last = nullptr) {
  const auto n = names_in(served(), form, last ? served().find_area(last) : nullptr);
  return n ? ids(n->departments) : std::vector<std::string>{"none"};
}

TEST(GuessNames, AnAreaBesideANameTellsWhoseItIs) {
  // In front with words between, behind, or only its level.
  for (const auto* of_district : {"龙泉的国土局", "国土龙泉", "区国土所", "我们区的国土", "公安分局龙泉"})
    EXPECT_THAT(departments_in(of_district),
                ElementsAre(std::string_view(of_district).starts_with("公安") ? "lq-gongan" : "lq-guotu"))
        << of_district;
  EXPECT_THAT(departments_in("社保柏合"), ElementsAre("baihe-shebao"));
}

TEST(GuessNames, WithoutAnAreaTheOneAskedLastTells) {
  EXPECT_THAT(departments_in("国土"), testing::SizeIs(3));
  EXPECT_THAT(departments_in("国土", "baihe-shiban"), ElementsAre("baihe-guotu"));
  EXPECT_THAT(departments_in("国土", "damian"), ElementsAre("lq-guotu"));
}

TEST(GuessNames, ABureauIsTheOneThatOthersInheritFrom) {
  EXPECT_THAT(departments_in("工商管理局"), ElementsAre("lq-gongshang"));
}

TEST(GuessNames, VillagesOfOneNameAreToldApart) {
  const auto areas = [](std::string_view form, const char* last = nullptr) {
    return ids(names_in(served(), form, last ? served().find_area(last) : nullptr)->areas);
  };
  EXPECT_THAT(areas("双桥村"), testing::SizeIs(2));
  EXPECT_THAT(areas("双桥村柏合"), ElementsAre("baihe-shuangqiao"));
  EXPECT_THAT(areas("双桥村", "hongan"), ElementsAre("hongan-shuangqiao"));
  EXPECT_THAT(areas("双桥村", "baihe-shiban"), ElementsAre("baihe-shuangqiao")) << "a neighbour asks";
  EXPECT_THAT(areas("双桥村", "lq"), testing::SizeIs(2)) << "both are there";
}

TEST(GuessNames, WhatStandsBesideIsKept) {
  const auto n = names_in(served(), "龙泉国土要办采矿证", nullptr);
  ASSERT_TRUE(n);
  EXPECT_EQ(n->beside, "要办采矿证");
  EXPECT_TRUE(n->in_front);
  EXPECT_FALSE(n->alone);
  EXPECT_TRUE(names_in(served(), "龙泉国土谢谢", nullptr)->alone);
  EXPECT_TRUE(names_in(served(), "成都市龙泉驿区国土局", nullptr)->behind_unknown);
  EXPECT_FALSE(names_in(served(), "今天吃什么", nullptr));
}

}  // namespace
}  // namespace duanwen
