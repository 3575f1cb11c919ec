// What the walks count.
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

using testing::HasSubstr;

class walk_metrics : public walk {
 protected:
  std::string page() { return daemon().the_core().metrics_text(); }
  static std::string inquiries(const std::string& outcome, int count) {
    return "duanwen_inquiries_total{carrier=\"mobile\",outcome=\"" + outcome + "\"} " +
           std::to_string(count) + '\n';
  }
  static std::string replies(const std::string& outcome, int count) {
    return "duanwen_replies_total{carrier=\"mobile\",outcome=\"" + outcome + "\"} " + std::to_string(count) +
           '\n';
  }
};

TEST_F(walk_metrics, an_answered_inquiry_is_counted_on_its_whole_way) {
  text("龙泉国土");
  text("1");
  const auto text = page();
  EXPECT_THAT(text, HasSubstr(inquiries("menu", 1)));
  EXPECT_THAT(text, HasSubstr(inquiries("details", 1)));
  EXPECT_THAT(text, HasSubstr("duanwen_keyword_matches_total{how=\"exact\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("duanwen_keyword_matches_total{how=\"conversation\"} 1\n"));
  EXPECT_THAT(text, HasSubstr(replies("accepted", 2)));
  EXPECT_THAT(text, HasSubstr("duanwen_segments_total{carrier=\"mobile\",alphabet=\"ucs2\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("duanwen_cost_li_total{carrier=\"mobile\"} 90\n"));
  EXPECT_THAT(text, HasSubstr("duanwen_inquiry_seconds_count 2\n"));
  EXPECT_THAT(text, HasSubstr("duanwen_redis_seconds_count 4\n"));
  EXPECT_THAT(text, HasSubstr("duanwen_redis_up 1\n"));
  EXPECT_THAT(text, HasSubstr("duanwen_links{carrier=\"mobile\",state=\"bound_trx\"} 1\n"));
}

TEST_F(walk_metrics, administrators_see_what_came_and_went_by_each_carrier) {
  text("龙泉国土");
  const auto carrier = daemon().the_core().links().status().at(0);
  EXPECT_EQ(carrier.inquiries, 1u);
  EXPECT_EQ(carrier.replies, 1u);
}

TEST_F(walk_metrics, the_seconds_go_from_the_text_to_its_first_segment) {
  settings.carriers[0].window = 1;
  daemon().carrier().answers_submits = false;
  daemon().carrier().deliver(resident, number, "龙泉国土");
  daemon().carrier().deliver("13800000002", number, "龙泉国土");
  daemon().advance(2s);  // the second waits for the window
  daemon().carrier().answer_submits();
  daemon().step();
  const auto text = page();
  EXPECT_THAT(text, HasSubstr("duanwen_inquiry_seconds_bucket{le=\"1\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("duanwen_inquiry_seconds_bucket{le=\"2.5\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("duanwen_window_used{carrier=\"mobile\"} 1\n"));
}

TEST_F(walk_metrics, what_is_no_question_for_the_directory_has_its_outcome) {
  settings.conversation.resident_per_minute = 1;
  text("龙泉国土");
  text("龙泉国土");
  daemon().carrier().deliver(resident, "10699999", "龙泉国土");
  daemon().carrier().deliver("95588", number, "龙泉国土");
  daemon().step();
  const auto text = page();
  EXPECT_THAT(text, HasSubstr(inquiries("menu", 1)));
  EXPECT_THAT(text, HasSubstr(inquiries("flooded", 1)));
  EXPECT_THAT(text, HasSubstr(inquiries("refused", 1)));
  EXPECT_THAT(text, HasSubstr(inquiries("ignored", 1)));
}

TEST_F(walk_metrics, an_inquiry_that_the_carrier_is_to_deliver_again_is_unavailable) {
  daemon();
  kept.away = true;
  text("龙泉国土");
  daemon().advance(settings.redis.hold + 1s);
  EXPECT_THAT(page(), HasSubstr(inquiries("unavailable", 1)));
  EXPECT_THAT(page(), HasSubstr("duanwen_redis_up 0\n"));
}

TEST_F(walk_metrics, replies_that_were_not_taken_say_why) {
  daemon().carrier().submit_status = 0x0B;  // ESME_RINVDSTADR
  text("龙泉国土");
  EXPECT_THAT(page(), HasSubstr(replies("refused", 1)));
  EXPECT_THAT(page(), HasSubstr(replies("accepted", 0)));
  EXPECT_THAT(page(), HasSubstr("duanwen_cost_li_total{carrier=\"mobile\"} 0\n"));
}

TEST_F(walk_metrics, a_reply_that_no_carrier_took_in_time_expired) {
  settings.outbox.reply_validity = 5s;
  daemon().carrier().submit_status = 0x58;  // ESME_RTHROTTLED
  text("龙泉国土");
  daemon().advance(30s);
  EXPECT_THAT(page(), HasSubstr(replies("expired", 1)));
}

TEST_F(walk_metrics, what_the_store_holds_is_counted_now_and_then) {
  daemon().carrier().answers_submits = false;
  text("龙泉国土");
  daemon().advance(settings.admin.metrics_refresh + 1s);
  EXPECT_THAT(page(), HasSubstr("duanwen_outbox_entries 1\n"));
}

}  // namespace
}  // namespace duanwen::test
