// Names as people put them together.
#include "keywords/index/name_index.hpp"

#include <gmock/gmock.h>

#include "keywords/text/normalise.hpp"
#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

class NameIndex : public testing::Test {
 protected:
  NameIndex() {
    areas_ = {test::make_area("lq", "龙泉驿区"), test::make_area("bh", "柏合镇", "lq"),
              test::make_area("sq", "双桥村", "bh"), test::make_area("ld", "洛带镇", "lq")};
    areas_[2].level = area_level::village;
    departments_ = {test::make_department("guotu", "龙泉驿区国土资源局", "lq"),
                    test::make_department("bh-guotu", "柏合镇国土所", "bh"),
                    test::make_department("minzheng", "龙泉驿区民政局", "lq")};
    departments_[0].short_name = "龙泉驿国土";
    department_list all;
    for (const auto& d : departments_) all.push_back(&d);
    names_.build(areas_, all);
  }
  std::string name_in(const char* text) const {
    const auto n = names_.find_name(keyword_form(text));
    if (!n) return "";
    std::string all;
    for (const auto* d : n->departments) all += (all.empty() ? "" : " ") + d->id;
    if (n->departments.empty())
      for (const auto* a : n->areas) all += "@" + a->id;
    return all;
  }
  std::vector<area> areas_;
  std::vector<department> departments_;
  name_index names_;
};

TEST_F(NameIndex, AreaCoreAndEndingMakeAName) {
  const std::pair<const char*, const char*> rows[] = {
      {"龙泉驿区国土资源局", "guotu"},
      {"龙泉驿国土", "guotu"},
      {"龙泉驿国土局", "guotu"},
      {"柏合国土", "bh-guotu"},
      {"柏合镇国土所", "bh-guotu"},
      {"柏合国土局", "bh-guotu"},
      {"民政局", "minzheng"},
      {"民政", "minzheng"},
      {"柏合民政", "minzheng"},    // which has none of its own
      {"国土", "guotu bh-guotu"},  // either
      {"双桥村国土", "bh-guotu"},
      {"柏合镇双桥村村委会", "@sq"},
      {"洛带", "@ld"},
      {"洛带镇政府", "@ld"},
      {"木星", ""},
  };
  for (const auto& [text, meant] : rows) EXPECT_EQ(name_in(text), meant) << text;
}

TEST_F(NameIndex, ANameMayStandAnywhere) {
  const auto n = names_.find_name(keyword_form("我要找民政局办证")).value();
  EXPECT_EQ(n.begin, std::string_view("我要找").size());
  EXPECT_EQ(n.end, std::string_view("我要找民政局").size());
}

TEST_F(NameIndex, TheNearestGoesUpwards) {
  const department_list both{&departments_[0], &departments_[1]};
  EXPECT_THAT(names_.nearest(both, areas_[2]), testing::ElementsAre(&departments_[1]));
  EXPECT_THAT(names_.nearest(both, areas_[3]), testing::ElementsAre(&departments_[0]));
}

}  // namespace
}  // namespace duanwen
