// Lists in pages.
#include "admin/answers/page.hpp"

#include <gmock/gmock.h>

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Page, WalksThroughAllEntriesInTheOrderOfTheirKeys) {
  // Page after page by cursor gives each entry once; the last page has no cursor.
  const std::vector<list_entry> entries = {{"c", 0}, {"a", 1}, {"e", 2}, {"b", 3}, {"d", 4}};
  std::vector<std::size_t> seen;
  page_wanted wanted{2, ""};
  int pages = 0;
  do {
    const auto page = cut_page(entries, wanted);
    seen.insert(seen.end(), page.indices.begin(), page.indices.end());
    wanted.after = page.next_cursor;
    ++pages;
  } while (!wanted.after.empty());
  EXPECT_THAT(seen, ElementsAre(1u, 3u, 0u, 4u, 2u));
  EXPECT_EQ(pages, 3);
}

TEST(Page, ACursorWhoseEntryIsGoneGoesOnBehindIt) {
  // Deleting between two pages neither repeats nor skips.
  EXPECT_THAT(cut_page({{"a", 0}, {"c", 1}}, {10, "b"}).indices, ElementsAre(1u));
  EXPECT_THAT(cut_page({{"a", 0}}, {10, "z"}).indices, IsEmpty());
}

TEST(Page, LimitsAreJudged) {
  // 1 to 1000, and nothing but a number.
  const auto limited = [](const std::string& limit) {
    api_request request;
    request.query["limit"] = limit;
    return wanted_page(request).has_value();
  };
  EXPECT_TRUE(limited("1"));
  EXPECT_TRUE(limited("1000"));
  for (const auto* wrong : {"0", "1001", "-1", "x", "1x", "", "99999999999999999999"})
    EXPECT_FALSE(limited(wrong)) << wrong;
}

}  // namespace
}  // namespace duanwen
