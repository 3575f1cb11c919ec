// What the walk of an inquiry notes down for administrators.
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

class walk_traces : public walk {
 protected:
  std::vector<trace_record> traces() { return *run_coroutine(kept.traces("8613800000001")); }
  std::vector<unmatched_text> unmatched() {
    return *run_coroutine(kept.unmatched("2026-01-01", "2027-01-01"));
  }
};

TEST_F(walk_traces, an_inquiry_leaves_what_was_asked_and_what_became_of_it) {
  text("龙泉国土3 我的电话13912345678");
  ASSERT_EQ(traces().size(), 1u);
  const auto one = traces().front();
  EXPECT_EQ(one.service, number);
  EXPECT_EQ(one.carrier, "mobile");
  EXPECT_EQ(one.segments, 1u);
  EXPECT_EQ(one.text, "龙泉国土3 我的电话*");
}

TEST_F(walk_traces, a_text_that_means_nothing_is_counted_in_its_normal_form) {
  for (const auto* what : {"ABC 月亮有多远", "abc月亮有多远。", "1", "龙泉国土"}) text(what);
  ASSERT_EQ(unmatched().size(), 2u) << "a number without a menu is no text";
  EXPECT_EQ(unmatched().front().text, "abc 月亮有多远");
}

TEST_F(walk_traces, numbers_of_cards_are_never_stored) {
  text("月亮有多远 510112197001011234");
  text("6222021234567890123");
  for (const auto& one : traces()) EXPECT_EQ(one.text.find("5101"), std::string::npos) << one.text;
  for (const auto& one : traces()) EXPECT_EQ(one.text.find("6222"), std::string::npos) << one.text;
  for (const auto& one : unmatched()) EXPECT_EQ(one.text.find("5101"), std::string::npos) << one.text;
}

TEST_F(walk_traces, nothing_is_kept_where_the_settings_say_so) {
  settings.traces.kept = 0s;
  settings.traces.unmatched_kept = 0s;
  text("月亮有多远");
  EXPECT_TRUE(traces().empty());
  EXPECT_TRUE(unmatched().empty());
}

}  // namespace
}  // namespace duanwen::test
