// Segments of random texts under random tariffs, against the standard's numbers typed once more.
#include <unicode/brkiter.h>

#include "keywords/segments/clusters.hpp"
#include "keywords/segments/gsm7.hpp"
#include "keywords/segments/segment.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"
#include "tests/support/random/random_directory.hpp"
#include "tests/support/random/random_text.hpp"
#include "tests/support/random/seeded.hpp"

namespace duanwen {
namespace {

using SegmentProperty = test::seeded;
constexpr std::uint32_t reserve_most = 60;

std::size_t size_of(char32_t c, alphabet a, const tariff& t) {
  if (a == alphabet::ucs2) return c >= 0x10000 ? 2 : 1;
  return t.billing == billing_rule::gsm && gsm7_code(c).value() >= 0x1B00 ? 2 : 1;
}

std::size_t length_of(std::string_view text, alphabet a, const tariff& t) {
  std::size_t length = 0;
  for (const char32_t c : to_code_points(text)) length += size_of(c, a, t);
  return length;
}

bool fits_gsm7(std::string_view text) {
  for (const char32_t c : to_code_points(text))
    if (!gsm7_code(c)) return false;
  return true;
}

bool is_wide(alphabet a, const tariff& t) { return a == alphabet::gsm7 && t.billing == billing_rule::gsm; }

// What a message of `count` segments holds in its segment `index`.
std::size_t room_in(std::size_t index, std::size_t count, alphabet a, const tariff& t) {
  const std::size_t alone = is_wide(a, t) ? 160 : 70;
  const std::size_t header = t.long_messages == long_message_form::udh16  ? (is_wide(a, t) ? 8 : 4)
                             : t.long_messages == long_message_form::none ? 0
                                                                          : (is_wide(a, t) ? 7 : 3);
  return alone - (count > 1 ? header : 0) - (index == 0 ? t.reserve_characters : 0);
}

// What a reader sees as one character, by the library's own rules; heaps of more than 32 units in pieces, and
// so the two that end a line, since nobody sees a cut there.
std::vector<std::u32string> clusters_of(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  static const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error));
  const auto units = icu::UnicodeString::fromUTF8(to_valid_utf8(text));
  breaks->setText(units);
  std::vector<std::u32string> clusters;
  for (int at = 0; at < units.length();) {
    const auto end = breaks->next();
    clusters.emplace_back();
    for (int begun = at; at < end; at = units.moveIndex32(at, 1)) {
      const bool is_too_long = units.moveIndex32(at, 1) - begun > 32;
      if (is_too_long || clusters.back() == U"\r") clusters.emplace_back(), begun = at;
      clusters.back() += static_cast<char32_t>(units.char32At(at));
    }
  }
  return clusters;
}

// The first of them in pieces where it is longer than the first segment, so that this is not left empty.
std::vector<std::u32string> that_fit(std::vector<std::u32string> clusters, std::size_t first, alphabet a,
                                     const tariff& t) {
  if (clusters.empty() || length_of(to_utf8(clusters.front()), a, t) <= first) return clusters;
  const auto parted = clusters.front();
  clusters.erase(clusters.begin());
  for (auto c = parted.rbegin(); c != parted.rend(); ++c) clusters.insert(clusters.begin(), {*c});
  return clusters;
}

// How few segments hold the text when clusters are put one behind the other.
std::size_t fewest(std::string_view text, alphabet a, const tariff& t) {
  const auto clusters = clusters_of(text);
  for (std::size_t count = 1;; ++count) {
    const std::size_t mark = count > 1 && t.long_messages == long_message_form::none
                                 ? ("(" + std::to_string(count) + "/" + std::to_string(count) + ")").size()
                                 : 0;
    std::size_t used = 0, left = room_in(0, count, a, t) - mark;
    for (const auto& cluster : that_fit(clusters, left, a, t)) {
      const auto size = length_of(to_utf8(cluster), a, t);
      if (size > left && ++used < count) left = room_in(used, count, a, t) - mark;
      if (used == count) break;
      left -= size;
    }
    if (used < count) return count;
  }
}

void expect_sound(const std::string& octets, const tariff& t) {
  const auto text = to_valid_utf8(octets);
  const auto parts = segment(octets, t);
  const auto count = parts.segments.size();
  std::string joined;
  for (std::size_t i = 0; i < count; ++i) {
    auto piece = parts.segments[i];
    EXPECT_EQ(to_valid_utf8(piece), piece) << "a character was split";
    EXPECT_LE(length_of(piece, parts.used, t), room_in(i, count, parts.used, t)) << "segment " << i;
    if (t.long_messages == long_message_form::none && count > 1) {
      const auto mark = "(" + std::to_string(i + 1) + "/" + std::to_string(count) + ")";
      ASSERT_TRUE(piece.ends_with(mark));
      piece.resize(piece.size() - mark.size());
    }
    EXPECT_TRUE(!piece.empty() || text.empty());
    joined += piece;
  }
  EXPECT_EQ(joined, text);
  EXPECT_EQ(parts.used == alphabet::gsm7, fits_gsm7(text));
  EXPECT_EQ(count, fewest(text, parts.used, t));
  EXPECT_LE(count, fewest(text, alphabet::ucs2, t)) << "the other alphabet would have been cheaper";
  EXPECT_EQ(count_segments(octets, t), count);
}

TEST_P(SegmentProperty, JoinedTheyAreTheTextAndNoneIsTooLong) {
  // As few as can be, in the cheapest alphabet, and counted as they are cut.
  for (int i = 0; i < 1000; ++i) {
    const auto t = test::random_tariff(random_, reserve_most);
    const std::size_t most = i % 10 == 0 ? 1500 : 300;
    const auto text =
        i % 5 == 0 ? test::random_octets(random_, most) : test::random_characters(random_, most);
    expect_sound(text, t);
    if (HasFailure()) FAIL() << testing::PrintToString(text);
  }
}

TEST_P(SegmentProperty, ClustersAreThoseOfTheStandard) {
  // Of any text; and what is said to be of no cluster is not.
  for (int i = 0; i < 2000; ++i) {
    const auto text = test::random_characters(random_, 60);
    std::size_t at = 0;
    for (const auto& cluster : clusters_of(text)) {
      const auto end = cluster_end(text, at);
      ASSERT_EQ(text.substr(at, end - at), to_utf8(cluster)) << testing::PrintToString(text);
      EXPECT_TRUE(cluster.size() == 1 || std::any_of(cluster.begin(), cluster.end(), may_be_clustered));
      at = end;
    }
    ASSERT_EQ(at, text.size());
  }
}

TEST_P(SegmentProperty, MoreTextNeverTakesFewer) {
  // Character by character, so that every border is met.
  for (int i = 0; i < 10; ++i) {
    const auto t = test::random_tariff(random_, reserve_most);
    const auto text = test::random_characters(random_, 400);
    std::size_t before = 1;
    for (std::size_t at = 0; at < text.size();) {
      next_code_point(text, at);
      const auto count = count_segments(std::string_view(text).substr(0, at), t);
      ASSERT_GE(count, before) << testing::PrintToString(text.substr(0, at));
      before = count;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, SegmentProperty, test::seeds());

}  // namespace
}  // namespace duanwen
