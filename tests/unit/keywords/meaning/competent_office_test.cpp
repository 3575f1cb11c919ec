// Offices that are sought by what they deal with.
#include "keywords/meaning/competent_office.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "keywords/index/snapshot.hpp"
#include "keywords/text/normalise.hpp"
#include "tests/support/samples/shipped.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string matter_of(std::string_view text) { return matter_of_office(normalise(text)); }

std::vector<std::string> offices(const char* what) {
  static const snapshot sample(1, test::read_directory("config/directory/longquan.json"));
  std::vector<std::string> ids;
  for (const auto* d : competent_departments(sample, what, {}, nullptr)) ids.push_back(d->id);
  return ids;
}

TEST(CompetentOffice, IsDescribedByWhatItDealsWith) {
  for (const auto* text : {"管学校的局", "请问管学校的那个单位在哪里", "哪个部门管学校？", "学校归哪个部门管",
                           "学校是哪个局负责的", "学校那个局的地址", "学校那个部门电话多少"})
    EXPECT_EQ(matter_of(text), "学校") << text;
  EXPECT_EQ(matter_of("扯结婚证那个局的地址"), "扯结婚证");
}

TEST(CompetentOffice, IsNoneWhereAThingIsWanted) {
  for (const auto* text : {"学校乱收费", "讨薪找哪个部门", "有没有安排见习的单位", "物管不管", "管天管地",
                           "那个局", "没单位的交社保", "我那个单位", "噪音归谁管"})
    EXPECT_THAT(matter_of(text), IsEmpty()) << text;
}

TEST(CompetentOffice, IsTheDepartmentThatIsNamedOrWhoseItemsSayIt) {
  EXPECT_THAT(offices("教育"), ElementsAre("lq-jiaoyu"));
  EXPECT_THAT(offices("污染"), ElementsAre("lq-huanbao"));
  EXPECT_EQ(offices("营业执照").front(), "lq-gongshang");
  EXPECT_THAT(offices("宇宙飞船"), IsEmpty());
}

}  // namespace
}  // namespace duanwen
