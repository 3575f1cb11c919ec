// Receipts for our replies, from the carrier to what administrators look up, over simulated time.
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class walk_receipts : public walk {
 protected:
  walk_receipts() { settings.carriers[0].registered_delivery = true; }

  sim_carrier& carrier() { return daemon().carrier(); }
  /// A receipt for the message that the carrier gave this id, as appendix B has it.
  void receipt(const std::string& id, const std::string& stat = "DELIVRD", const std::string& err = "000",
               const std::string& of = resident) {
    auto p = smpp::make_pdu(smpp::command::deliver_sm);
    p.esm_class = 0x04;
    p.source_addr = of;
    p.destination_addr = number;
    p.short_message = "id:" + id +
                      " sub:001 dlvrd:001 submit date:2611240800 done date:2611240801 stat:" + stat +
                      " err:" + err + " text:";
    carrier().deliver(p);
    daemon().step();
  }
  static std::string id_of(const smpp::pdu& submit) { return "id" + std::to_string(submit.sequence_number); }
  /// state, error and place of each receipt of each inquiry, oldest first, once they are in the store.
  std::vector<std::string> outcomes(const std::string& msisdn = "8613800000001") {
    daemon().advance(1s);
    std::vector<std::string> all;
    for (const auto& t : *run_coroutine(kept.traces(msisdn))) {
      std::string words = t.text + ":";
      for (const auto& r : t.receipts)
        words += " " + r.state + " " + r.error + " " + std::to_string(r.segment) + "/" +
                 std::to_string(r.segments);
      all.push_back(std::move(words));
    }
    return all;
  }
  std::string metrics() { return daemon().the_core().metrics_text(); }
};

TEST_F(walk_receipts, tell_the_trace_what_became_of_each_reply) {
  text("龙泉国土1");
  text("龙泉国土2");
  receipt(id_of(carrier().submits.at(1)), "UNDELIV", "006");
  receipt(id_of(carrier().submits.at(0)));
  EXPECT_THAT(outcomes(), ElementsAre("龙泉国土1: DELIVRD 000 1/1", "龙泉国土2: UNDELIV 006 1/1"));
  EXPECT_THAT(metrics(), HasSubstr("duanwen_receipts_matched_ratio{carrier=\"mobile\"} 1\n"));
}

TEST_F(walk_receipts, tell_of_every_segment) {
  settings.conversation.reply_segments_max = 4;
  settings.carriers[0].profile.reserve_characters = 60;
  text("龙泉国土1 2");
  const auto segments = carrier().submits;
  ASSERT_GT(segments.size(), 1u);
  for (const auto& one : segments) receipt(id_of(one));
  const auto last = std::to_string(segments.size());
  EXPECT_THAT(outcomes().at(0), HasSubstr("DELIVRD 000 1/" + last));
  EXPECT_THAT(outcomes().at(0), HasSubstr("DELIVRD 000 " + last + "/" + last));
}

TEST_F(walk_receipts, that_tell_nothing_new_leave_the_trace_as_it_is) {
  text("龙泉国土1");
  for (int i = 0; i < 2; ++i) receipt(id_of(carrier().submits.at(0)));
  receipt("nobody's");
  EXPECT_THAT(outcomes(), ElementsAre("龙泉国土1: DELIVRD 000 1/1"));
  daemon().advance(settings.receipts.early + 1s);
  receipt("");
  EXPECT_THAT(metrics(), HasSubstr("state=\"unreadable\"} 1\n"));
  EXPECT_THAT(metrics(), HasSubstr("state=\"repeated\"} 1\n"));
  EXPECT_THAT(metrics(), HasSubstr("duanwen_receipts_matched_ratio{carrier=\"mobile\"} 0.5\n"));
}

TEST_F(walk_receipts, of_a_submit_multi_reach_the_trace_of_each_recipient) {
  settings.carriers[0].window = 1;
  settings.carriers[0].submit_multi_max = 50;
  carrier().answers_submits = false;
  for (const auto* who : {"13800000001", "13800000002", "13800000003"}) {
    carrier().deliver(who, number, "龙泉国土");
    daemon().step();
  }
  carrier().answers_submits = true;
  carrier().answer_submits();
  daemon().step();
  ASSERT_EQ(carrier().submits.size(), 2u);
  ASSERT_EQ(carrier().submits[1].id(), smpp::command::submit_multi);
  const auto id = id_of(carrier().submits[1]);
  receipt(id, "DELIVRD", "000", "13800000003");
  receipt(id, "EXPIRED", "000", "8613800000002");
  EXPECT_THAT(outcomes("8613800000002"), ElementsAre("龙泉国土: EXPIRED 000 1/1"));
  EXPECT_THAT(outcomes("8613800000003"), ElementsAre("龙泉国土: DELIVRD 000 1/1"));
  EXPECT_THAT(outcomes("8613800000001"), ElementsAre("龙泉国土:"));
}

TEST_F(walk_receipts, of_what_another_process_left_over_find_their_trace) {
  carrier().answers_submits = false;
  text("龙泉国土1");
  started.reset();
  carrier();
  daemon().advance(5s);
  ASSERT_EQ(carrier().submits.size(), 1u) << "it left once more";
  receipt(id_of(carrier().submits.at(0)));
  EXPECT_THAT(outcomes(), ElementsAre("龙泉国土1: DELIVRD 000 1/1"));
}

TEST_F(walk_receipts, wait_for_a_store_that_is_away_and_no_more_than_may) {
  settings.receipts.unnoted_max = 2;
  for (const auto* what : {"龙泉国土1", "龙泉国土2", "龙泉国土3"}) text(what);
  kept.away = true;
  for (std::size_t i = 0; i < 3; ++i) receipt(id_of(carrier().submits.at(i)));
  daemon().advance(3s);
  kept.away = false;
  EXPECT_THAT(outcomes(),
              ElementsAre("龙泉国土1:", "龙泉国土2: DELIVRD 000 1/1", "龙泉国土3: DELIVRD 000 1/1"));
}

TEST_F(walk_receipts, show_how_the_carrier_spells_ids) {
  const auto shown = [this] { return daemon().the_core().carrier_statuses().at(0).receipt_ids; };
  text("龙泉国土1");
  EXPECT_EQ(shown(), "");
  auto id = id_of(carrier().submits.at(0));
  for (char& c : id) c = static_cast<char>(std::toupper(c));
  receipt(id);
  EXPECT_EQ(shown(), "other_case");
}

TEST_F(walk_receipts, are_not_awaited_from_a_carrier_that_is_not_asked_for_them) {
  settings.carriers[0].registered_delivery = false;
  text("龙泉国土1");
  receipt(id_of(carrier().submits.at(0)));
  EXPECT_THAT(outcomes(), ElementsAre("龙泉国土1:"));
}

}  // namespace
}  // namespace duanwen::test
