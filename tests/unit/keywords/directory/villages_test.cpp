// As many villages and communities as the district has: each is registered and asked for.
#include <gmock/gmock.h>

#include "keywords/decide.hpp"
#include "keywords/directory/check.hpp"
#include "tests/support/samples/shipped.hpp"

namespace duanwen {
namespace {

constexpr int villages = 85, communities = 40;
constexpr std::array first = {"红", "青", "金", "银", "玉", "石", "桃", "柳", "松", "梅"};
constexpr std::array second = {"花", "溪", "桥", "湾", "坡", "井", "塘", "林", "岩"};

std::string name_of(int i) {
  const auto n = static_cast<std::size_t>(i);
  return std::string(first[n % first.size()]) + second[n / first.size() % second.size()];
}

// The sample directory with them, spread over its townships; every tenth is called as one of another.
directory with_villages() {
  auto d = test::read_directory("config/directory/longquan.json");
  const std::vector<area> townships(d.areas.begin() + 1, d.areas.end());
  for (int i = 0; i < villages + communities; ++i) {
    area a;
    a.id = "v" + std::to_string(i);
    a.level = area_level::village;
    a.parent = townships[static_cast<std::size_t>(i) % townships.size()].id;
    const bool is_village = i < villages;
    a.name = name_of(is_village ? (i % 10 == 9 ? i - 5 : i) : i - villages) + (is_village ? "村" : "社区");
    a.agent = "代办点:" + a.name + std::to_string(i) + "号";
    d.areas.push_back(std::move(a));
  }
  return d;
}

class Villages : public testing::Test {
 protected:
  static const snapshot& served() {
    static const snapshot all(1, with_villages());
    return all;
  }
  decision text(const std::string& what, const conversation& at = {}) const {
    return decide(served(), at, inquiry{what, ""}, style_);
  }
  const wording words_ = test::read_wording("zh-CN");
  tariff profile_;
  reply_style style_{words_, profile_, 4, 0};
};

TEST_F(Villages, MayAllBeRegistered) {
  EXPECT_THAT(check_directory(with_villages(), {}), testing::IsEmpty());
}

TEST_F(Villages, EachAnswersWithItsAgentByTownshipAndName) {
  int found = 0;
  for (const auto& a : served().document().areas) {
    if (a.level != area_level::village) continue;
    const auto d = text(served().find_area(a.parent)->name + a.name);
    EXPECT_EQ(d.next.id, a.id) << a.name;
    ASSERT_FALSE(d.answer.blocks.empty());
    EXPECT_NE(d.answer.blocks[0].text.find(a.agent), std::string::npos) << a.agent;
    ++found;
  }
  EXPECT_EQ(found, villages + communities);
}

TEST_F(Villages, EachAloneIsAnsweredOrOfferedAmongThoseOfItsName) {
  for (const auto& a : served().document().areas) {
    if (a.level != area_level::village) continue;
    const auto d = text(a.name);
    const auto offered =
        std::any_of(d.next.offers.begin(), d.next.offers.end(), [&a](const auto& o) { return o.id == a.id; });
    EXPECT_TRUE(d.next.id == a.id || offered) << a.name;
  }
}

TEST_F(Villages, AfterItsTownshipANameMeansTheOneThere) {
  for (const auto& a : served().document().areas) {
    if (a.level != area_level::village) continue;
    const auto township = text(served().find_area(a.parent)->name);
    EXPECT_EQ(text(a.name, township.next).next.id, a.id) << a.name;
  }
}

}  // namespace
}  // namespace duanwen
