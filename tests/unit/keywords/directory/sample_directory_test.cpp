// The directory that comes with us: as large as promised, and every text of it as short as a reply allows.
#include <gmock/gmock.h>

#include <regex>
#include <set>

#include "config/settings/config.hpp"
#include "keywords/directory/check.hpp"
#include "keywords/pages/compose.hpp"
#include "keywords/text/utf8.hpp"
#include "tests/support/samples/shipped.hpp"

namespace duanwen {
namespace {

using testing::IsEmpty;

class SampleDirectory : public testing::Test {
 protected:
  const directory document_ = test::read_directory("config/directory/longquan.json");
  const snapshot served_{1, document_};
  const wording words_ = test::read_wording("zh-CN");
  const tariff profile_;
  const reply_style style_{words_, profile_, conversation_settings{}.reply_segments_max};
};

TEST_F(SampleDirectory, IsAsLargeAsItIsSaidToBe) {
  // One district with its streets and towns, and fifteen items a department.
  EXPECT_EQ(document_.areas.size(), 13u);
  EXPECT_EQ(document_.departments.size(), 30u);
  std::size_t items = 0;
  for (const auto& d : document_.departments) items += d.items.size();
  EXPECT_EQ(items, 450u);
}

TEST_F(SampleDirectory, MayBeServedAsItIs) {
  // No problem under the limits of the configuration, and everything that residents read is there.
  EXPECT_THAT(check_directory(document_, {}), IsEmpty());
  for (const auto& d : document_.departments) {
    EXPECT_FALSE(d.keywords.empty()) << d.id;
    std::set<std::uint32_t> numbers;
    for (const auto& i : d.items) {
      EXPECT_TRUE(numbers.insert(i.number).second) << d.id << " " << i.number;
      EXPECT_FALSE(i.title.empty() || i.details.empty()) << d.id << " " << i.number;
    }
  }
}

TEST_F(SampleDirectory, EveryDetailFitsAReply) {
  // Signed, and also where a theme puts the department's name before it: nothing is left for 更多.
  const auto expect_fitting = [&](const menu& m) {
    for (const auto& line : m.lines) {
      const auto p = compose_details(m, {line.number}, 0, style_);
      EXPECT_THAT(p.next.waiting, IsEmpty()) << m.id << " " << line.number;
      EXPECT_LE(count_segments(p.answer, profile_), style_.reply_segments_max) << m.id << " " << line.number;
    }
  };
  for (const auto& d : document_.departments) expect_fitting(menu_of(served_, d));
  for (const auto& t : document_.themes) expect_fitting(menu_of(served_, t, words_));
}

TEST_F(SampleDirectory, ADepartmentsFirstSixItemsMakeAMenuOfOneSegment) {
  // Signature included, 70 characters: short titles are short.
  for (auto d : document_.departments) {
    d.items.resize(6);
    const auto packed = pack(compose_menu(menu_of(served_, d), 0, style_).answer, profile_);
    EXPECT_EQ(packed.segments, 1u) << d.id;
    EXPECT_LE(utf16_units(packed.messages.front().text), 70u) << d.id;
  }
}

TEST_F(SampleDirectory, OpeningAHotpotRestaurantGathersFiveDepartments) {
  // Every entry leads to an item that is there.
  const auto* to = served_.find_keyword("开火锅店");
  ASSERT_TRUE(to && to->theme);
  std::set<std::string> departments;
  for (const auto& e : to->theme->entries) departments.insert(e.department);
  EXPECT_EQ(departments.size(), 5u);
  EXPECT_EQ(menu_of(served_, *to->theme, words_).lines.size(), to->theme->entries.size());
}

// Whatever a resident may read.
std::vector<std::string> texts_of(const directory& document) {
  std::vector<std::string> texts;
  for (const auto& a : document.areas) texts.insert(texts.end(), {a.name, a.agent});
  for (const auto& d : document.departments) {
    texts.insert(texts.end(), {d.name, d.short_name, d.hotline, d.address});
    for (const auto& i : d.items) texts.insert(texts.end(), {i.title, i.short_title, i.details});
  }
  return texts;
}

TEST_F(SampleDirectory, NamesNoTelephoneButPublicHotlines) {
  // A number of three digits or more is one of these, or counts something: 300元, 2017年.
  const std::set<std::string> hotlines = {"110",   "119",   "120",   "12119", "12121", "12315",
                                          "12316", "12318", "12319", "12320", "12328", "12331",
                                          "12333", "12336", "12345", "12348", "12349", "12356",
                                          "12358", "12365", "12366", "12369", "96119"};
  const std::regex number("[0-9][0-9-]{2,}");
  const std::u32string_view units = U"元万年天人米平";
  for (const auto& text : texts_of(document_))
    for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at) {
      const auto behind = to_code_points(at->suffix().str());
      const bool counts = at->length() <= 5 && !behind.empty() && units.find(behind[0]) != units.npos;
      EXPECT_TRUE(counts || hotlines.contains(at->str())) << at->str() << " in " << text;
    }
}

}  // namespace
}  // namespace duanwen
