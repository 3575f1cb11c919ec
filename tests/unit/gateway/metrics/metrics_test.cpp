// What is counted, and the page that is made of it.
#include <gmock/gmock.h>

#include "gateway/metrics/metrics_page.hpp"
#include "gateway/metrics/prometheus_text.hpp"
#include "gateway/smpp/session/session.hpp"

namespace duanwen {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

std::vector<carrier_settings> carriers_named(const std::vector<std::string>& names) {
  std::vector<carrier_settings> all;
  for (const auto& name : names) all.emplace_back().name = name;
  return all;
}

TEST(prometheus_text, escapes_what_would_end_a_label_or_a_line) {
  prometheus_text text;
  text.family("a_total", "counter", "What it is.");
  text.sample({{"b", "c\"d\\e\nf"}, {"g", "龙"}}, 3);
  text.sample({}, 18446744073709551615u);
  EXPECT_EQ(text.take(),
            "# HELP a_total What it is.\n# TYPE a_total counter\n"
            "a_total{b=\"c\\\"d\\\\e\\nf\",g=\"龙\"} 3\na_total 18446744073709551615\n");
}

TEST(prometheus_text, a_histogram_counts_what_took_at_most_so_long) {
  histogram took({0.001, 2.5});
  for (const auto time : {1ms, 2ms, 3000ms}) took.observe(time);
  prometheus_text text;
  text.family("a", "histogram", "b");
  text.samples(took);
  EXPECT_THAT(text.take(),
              HasSubstr("a_bucket{le=\"0.001\"} 1\na_bucket{le=\"2.5\"} 2\na_bucket{le=\"+Inf\"} 3\n"
                        "a_sum 3.003\na_count 3\n"));
}

TEST(metrics, every_value_of_an_enumeration_has_a_place_and_a_name) {
  // One that was added without its name or its place would be counted beyond the end.
  const auto all_named = [](auto first, std::size_t count) {
    using enumeration = decltype(first);
    for (std::size_t i = 0; i < count; ++i)
      EXPECT_STRNE(name_of(static_cast<enumeration>(i)), "?") << i << " of " << count;
    EXPECT_STREQ(name_of(static_cast<enumeration>(count)), "?");
  };
  all_named(outcome{}, outcome_count);
  all_named(match_kind{}, match_kind_count);
  all_named(undecided{}, undecided_count);
  all_named(fuse_kind{}, fuse_kind_count);
  all_named(reply_end{}, reply_end_count);
  all_named(alphabet{}, alphabet_count);
}

TEST(metrics, a_carrier_that_is_no_longer_configured_is_counted_without_a_name) {
  metrics seen(carriers_named({"mobile"}));
  seen.reply("renamed", reply_end::accepted);
  EXPECT_EQ(seen.replies("mobile"), 0u);
  EXPECT_EQ(seen.replies(""), 1u);
}

TEST(metrics, inquiries_of_a_carrier_are_all_that_came_and_replies_those_it_took) {
  metrics seen(carriers_named({"mobile", "backup"}));
  seen.inquiry("mobile", outcome::menu);
  seen.inquiry("mobile", undecided::flooded);
  seen.reply("mobile", reply_end::refused);
  seen.reply("backup", reply_end::accepted);
  EXPECT_EQ(seen.inquiries("mobile"), 2u);
  EXPECT_EQ(seen.replies("mobile"), 0u);
  EXPECT_EQ(seen.replies("backup"), 1u);
}

TEST(metrics_page, has_a_sample_of_everything_before_anything_happened) {
  // So that a rate is right from the first event on.
  const auto text = metrics_page(metrics(carriers_named({"mobile"})), {});
  for (const auto* sample :
       {"duanwen_inquiries_total{carrier=\"mobile\",outcome=\"fused\"} 0\n",
        "duanwen_inquiries_total{carrier=\"mobile\",outcome=\"unavailable\"} 0\n",
        "duanwen_replies_total{carrier=\"mobile\",outcome=\"expired\"} 0\n",
        "duanwen_segments_total{carrier=\"mobile\",alphabet=\"ucs2\"} 0\n",
        "duanwen_cost_li_total{carrier=\"mobile\"} 0\n", "duanwen_saved_li_total 0\n",
        "duanwen_inquiry_seconds_count 0\n", "duanwen_keyword_matches_total{how=\"near_name\"} 0\n",
        "duanwen_redis_up 0\n", "duanwen_redis_seconds_count 0\n"})
    EXPECT_THAT(text, HasSubstr(sample));
}

TEST(metrics_page, says_nothing_about_what_could_not_be_asked) {
  metrics seen(carriers_named({"mobile"}));
  EXPECT_THAT(metrics_page(seen, {}), testing::Not(HasSubstr("\nduanwen_dead_letters 0")));
  seen.store_holds(store_counts());
  EXPECT_THAT(metrics_page(seen, {}), HasSubstr("\nduanwen_dead_letters 0\n"));
}

TEST(metrics_page, every_state_of_a_link_is_counted) {
  standing_now now;
  auto& carrier = now.carriers.emplace_back();
  carrier.name = "mobile";
  std::vector<std::string> states = {"down"};
  for (auto s = smpp::session_state::closed; s <= smpp::session_state::unbinding;
       s = static_cast<smpp::session_state>(static_cast<int>(s) + 1))
    states.emplace_back(smpp::name_of(s));
  for (const auto& state : states) carrier.links.push_back({"mobile/0", state, 2, 10});
  const auto text = metrics_page(metrics({}), now);
  for (const auto& state : states)
    EXPECT_THAT(text, HasSubstr("duanwen_links{carrier=\"mobile\",state=\"" + state + "\"} 1\n"));
  EXPECT_THAT(text,
              HasSubstr("duanwen_window_used{carrier=\"mobile\"} " + std::to_string(2 * states.size())));
}

TEST(metrics_page, errors_and_receipts_are_counted_as_they_are_called) {
  metrics seen(carriers_named({"mobile"}));
  seen.pdu_error("mobile", "bad_tlv");
  seen.pdu_error("mobile", "bad_tlv");
  seen.receipt("mobile", "delivered");
  const auto text = metrics_page(seen, {});
  EXPECT_THAT(text, HasSubstr("duanwen_pdu_errors_total{carrier=\"mobile\",kind=\"bad_tlv\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("duanwen_receipts_total{carrier=\"mobile\",state=\"delivered\"} 1\n"));
}

TEST(metrics_page, how_many_receipts_match_is_told_once_there_are_some) {
  // Of a carrier that sent none nothing is known.
  metrics seen(carriers_named({"mobile", "unicom"}));
  EXPECT_THAT(metrics_page(seen, {}), Not(HasSubstr("ratio{")));
  for (const auto* state : {"delivered", "repeated", "unmatched", "unreadable"})
    seen.receipt("mobile", state);
  const auto text = metrics_page(seen, {});
  EXPECT_THAT(text, HasSubstr("duanwen_receipts_matched_ratio{carrier=\"mobile\"} 0.5\n"));
  EXPECT_THAT(text, Not(HasSubstr("ratio{carrier=\"unicom\"}")));
}

}  // namespace
}  // namespace duanwen
