// The walk of an inquiry while the store is away, and that of one in parts.
#include "gateway/smpp/command_status.hpp"
#include "gateway/smpp/text_codec.hpp"
#include "tests/unit/gateway/walk.hpp"

namespace duanwen::test {
namespace {

class walk_store : public walk {
 protected:
  std::vector<std::uint32_t> statuses() {
    std::vector<std::uint32_t> all;
    for (const auto& r : daemon().carrier().responses) all.push_back(r.command_status);
    return all;
  }
  /// An inquiry of somebody else, of which no process heard that it is committed.
  void committed_unheard_for(const std::string& process) {
    inquiry_commit unheard;
    unheard.key = conversation_key(number, "8613800000002");
    unheard.process = process;
    outbox_entry answer;
    answer.key = unheard.key;
    answer.carrier = "mobile";
    answer.source = number;
    answer.destination = "13800000002";
    answer.answer.blocks.resize(1);
    answer.answer.blocks[0].text = "答";
    answer.created = clock_ms();
    unheard.answer = answer;
    ASSERT_TRUE(run_coroutine(kept.commit(unheard)).has_value());
  }
  // 龙泉 and 国土 as two parts of one message, SMPP 3.4 §5.2.12 and 3GPP TS 23.040 §9.2.3.24.1.
  void deliver_part(std::uint8_t index) {
    auto p = smpp::make_pdu(smpp::command::deliver_sm);
    p.source_addr = resident;
    p.destination_addr = number;
    p.data_coding = 8;
    p.esm_class = 0x40;
    p.short_message = std::string("\x05\x00\x03\x2A\x02", 5) + static_cast<char>(index) +
                      (index == 1 ? "\x9F\x99\x6C\xC9" : "\x56\xFD\x57\x1F");
    daemon().carrier().deliver(std::move(p));
    daemon().step();
  }
};

TEST_F(walk_store, while_it_is_away_nobody_is_told_ok_and_the_carrier_is_told_to_try_again) {
  daemon();
  kept.away = true;
  text("龙泉国土");
  EXPECT_TRUE(statuses().empty()) << "the response is held while the store may come back";
  daemon().advance(settings.redis.hold + 1s);
  EXPECT_THAT(statuses(), testing::ElementsAre(smpp::esme::rx_t_appn));
  EXPECT_TRUE(daemon().carrier().submits.empty());
}

TEST_F(walk_store, away_at_the_start_it_is_served_as_soon_as_it_comes) {
  kept.away = true;
  daemon().advance(100ms);
  EXPECT_EQ(daemon().connections(), 0u) << "no inquiry comes before it can be kept";
  kept.away = false;
  daemon().advance(300ms);
  ASSERT_EQ(daemon().connections(), 1u);
  EXPECT_THAT(text("龙泉国土"), testing::HasSubstr("1事项1"));
}

TEST_F(walk_store, what_comes_after_it_is_back_is_answered) {
  daemon();
  kept.away = true;
  daemon().advance(60s);
  kept.away = false;
  text("龙泉国土");
  daemon().advance(1s);  // the lease has ended meanwhile, and is renewed before anything is sent
  EXPECT_THAT(statuses(), testing::ElementsAre(0u));
  EXPECT_EQ(daemon().carrier().submits.size(), 1u);
}

TEST_F(walk_store, back_in_time_the_held_response_is_ok_and_the_reply_follows) {
  daemon();
  kept.away = true;
  text("龙泉国土");
  daemon().advance(settings.redis.hold / 2);
  kept.away = false;
  daemon().advance(1s);
  EXPECT_THAT(statuses(), testing::ElementsAre(0u));
  EXPECT_EQ(daemon().carrier().submits.size(), 1u);
}

TEST_F(walk_store, with_hold_on_the_response_waits_as_long_as_it_takes) {
  settings.carriers[0].when_unavailable = unavailable_policy::hold;
  daemon();
  kept.away = true;
  text("龙泉国土");
  daemon().advance(settings.redis.hold * 3);
  EXPECT_TRUE(statuses().empty());
  kept.away = false;
  daemon().advance(4s);
  EXPECT_THAT(statuses(), testing::ElementsAre(0u));
  EXPECT_EQ(daemon().carrier().submits.size(), 1u);
}

TEST_F(walk_store, with_close_the_link_is_closed_instead_of_an_answer) {
  settings.carriers[0].when_unavailable = unavailable_policy::close;
  auto& carrier = daemon().carrier();
  kept.away = true;
  text("龙泉国土");
  daemon().advance(settings.redis.hold + 1s);
  EXPECT_TRUE(carrier.responses.empty());
  EXPECT_TRUE(carrier.connection().closed_by_gateway);
}

TEST_F(walk_store, what_another_process_took_over_meanwhile_is_not_sent_again) {
  settings.carriers[0].window = 1;
  daemon().carrier().answers_submits = false;
  text("龙泉国土");
  daemon().carrier().deliver("13800000002", number, "龙泉国土");  // has no room in the window
  daemon().step();
  kept.away = true;
  daemon().advance(settings.outbox.lease * 2);
  kept.away = false;
  std::uint32_t moved = 0;
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
    moved += *run_coroutine(kept.take_over("p1", "p2", bucket, 100));
  EXPECT_EQ(moved, 2u);
  daemon().carrier().answers_submits = true;
  daemon().carrier().answer_submits();
  daemon().advance(5s);
  EXPECT_EQ(daemon().carrier().submits.size(), 1u) << "what was in flight, and nothing after it";
}

TEST_F(walk_store, parts_in_any_order_are_one_inquiry) {
  deliver_part(2);
  EXPECT_THAT(statuses(), testing::ElementsAre(0u)) << "a part is told OK once it is stored";
  EXPECT_TRUE(daemon().carrier().submits.empty());
  deliver_part(1);
  EXPECT_THAT(statuses(), testing::ElementsAre(0u, 0u));
  EXPECT_NE(daemon().carrier().last_text().find("事项1"), std::string::npos);
}

TEST_F(walk_store, a_part_is_not_told_ok_while_it_cannot_be_stored) {
  daemon();
  kept.away = true;
  deliver_part(1);
  daemon().advance(settings.redis.hold + 1s);
  EXPECT_THAT(statuses(), testing::ElementsAre(smpp::esme::rx_t_appn));
}

TEST_F(walk_store, a_part_that_stays_alone_is_answered_as_far_as_it_makes_sense) {
  deliver_part(1);
  daemon().advance(settings.reassembly.parts_wait + 10s);
  ASSERT_EQ(daemon().carrier().submits.size(), 1u);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_store, what_was_taken_over_unheard_is_sent_all_the_same) {
  committed_unheard_for("p2");
  daemon().line().take_overs_unheard = bucket_count;
  daemon().advance(settings.outbox.lease * 25);  // a bucket a renewal
  EXPECT_EQ(daemon().line().take_overs_unheard, 0u);
  EXPECT_EQ(daemon().carrier().submits.size(), 1u);
}

TEST_F(walk_store, what_a_server_has_again_that_came_back_is_sent_without_a_restart) {
  daemon();
  committed_unheard_for("p1");
  daemon().advance(settings.outbox.lease);
  EXPECT_EQ(outbox_size(), 1u) << "nobody knows of it";
  ++kept.links;
  daemon().advance(settings.outbox.lease / 4 + 1s);
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_EQ(daemon().carrier().submits.size(), 1u);
}

class unheard_commit : public walk_store {
 protected:
  /// Until the store is away for longer than a response is held.
  void store_falls_after_one_commit() {
    daemon().line().commits_unheard = 1;
    daemon().line().asked = [this](const inquiry_commit&) {
      if (daemon().line().commits_unheard == 0) kept.away = true;
    };
  }
  void store_comes_back() {
    daemon().advance(settings.redis.hold + 1s);
    daemon().line().asked = nullptr;
    kept.away = false;
    daemon().advance(5s);
  }
  void expect_one_reply() {
    EXPECT_EQ(daemon().carrier().submits.size(), 1u);
    EXPECT_EQ(outbox_size(), 0u);
  }
};

TEST_F(unheard_commit, of_an_inquiry_is_answered_once) {
  daemon().line().commits_unheard = 1;
  text("龙泉国土");
  daemon().advance(1s);
  EXPECT_THAT(statuses(), testing::ElementsAre(0u));
  expect_one_reply();
}

TEST_F(unheard_commit, of_a_long_inquiry_is_answered_once) {
  daemon().line().commits_unheard = 1;
  deliver_part(1);
  deliver_part(2);
  daemon().advance(1s);
  EXPECT_THAT(statuses(), testing::ElementsAre(0u, 0u));
  expect_one_reply();
}

TEST_F(unheard_commit, before_the_store_falls_is_answered_when_it_is_back) {
  store_falls_after_one_commit();
  text("龙泉国土");
  store_comes_back();
  EXPECT_THAT(statuses(), testing::ElementsAre(smpp::esme::rx_t_appn));
  expect_one_reply();
}

TEST_F(unheard_commit, is_known_again_though_its_reply_went_out_before) {
  // The second reply is found in the outbox, sent and finished while nobody has heard of its commit.
  daemon().line().commits_unheard = 1;
  daemon().line().only_commits = true;
  text("龙泉国土");
  daemon().advance(60ms);
  daemon().line().commits_unheard = 10;
  daemon().line().only_commits = false;
  text("1");
  daemon().advance(5s);
  EXPECT_THAT(statuses(), testing::ElementsAre(0u, 0u));
  EXPECT_EQ(daemon().carrier().submits.size(), 2u);
}

/// How many milliseconds later the store comes back, over the time between two renewals of the lease.
class lapsed_lease : public unheard_commit, public testing::WithParamInterface<int> {};
INSTANTIATE_TEST_SUITE_P(store_back_after, lapsed_lease, testing::Range(0, 2500, 100));

TEST_P(lapsed_lease, leaves_nothing_to_send_of_what_was_taken_over) {
  // The second reply waits behind the first, which is read for in vain until the lease has ended.
  daemon().line().commits_unheard = 1;
  daemon().line().only_commits = true;
  text("龙泉国土");
  daemon().advance(1s);
  text("1");
  daemon().advance(settings.outbox.lease * 2 + std::chrono::milliseconds(GetParam()));
  std::uint32_t moved = 0;
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
    moved += *run_coroutine(kept.take_over("p1", "p2", bucket, 100));
  EXPECT_EQ(moved, 2u);
  daemon().line().only_commits = false;
  daemon().advance(5s);
  EXPECT_TRUE(daemon().carrier().submits.empty());
}

TEST_F(unheard_commit, of_parts_that_stayed_alone_is_answered_once) {
  deliver_part(1);
  store_falls_after_one_commit();
  daemon().advance(settings.reassembly.parts_wait + 10s);
  store_comes_back();
  daemon().advance(settings.reassembly.parts_wait);
  expect_one_reply();
}

}  // namespace
}  // namespace duanwen::test
