// Commits and parts that took effect and of which nobody heard.
#include "tests/unit/gateway/walks/walk_store.hpp"

namespace duanwen::test {
namespace {

class commit_of_unknown_outcome : public walk_store {
 protected:
  /// Until the store is away for longer than a response is held.
  void store_falls_after_one_commit() {
    daemon().line().commits_of_unknown_outcome = 1;
    daemon().line().asked = [this](const inquiry_commit&) {
      if (daemon().line().commits_of_unknown_outcome == 0) kept.away = true;
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

TEST_F(commit_of_unknown_outcome, of_an_inquiry_is_answered_once) {
  daemon().line().commits_of_unknown_outcome = 1;
  text("龙泉国土");
  daemon().advance(1s);
  EXPECT_THAT(statuses(), testing::ElementsAre(0u));
  expect_one_reply();
}

TEST_F(commit_of_unknown_outcome, of_a_long_inquiry_is_answered_once) {
  daemon().line().commits_of_unknown_outcome = 1;
  deliver_part(1);
  deliver_part(2);
  daemon().advance(1s);
  EXPECT_THAT(statuses(), testing::ElementsAre(0u, 0u));
  expect_one_reply();
}

TEST_F(commit_of_unknown_outcome, before_the_store_falls_is_answered_when_it_is_back) {
  store_falls_after_one_commit();
  text("龙泉国土");
  store_comes_back();
  EXPECT_THAT(statuses(), testing::ElementsAre(smpp::esme::rx_t_appn));
  expect_one_reply();
}

TEST_F(commit_of_unknown_outcome, that_its_carrier_delivers_again_on_the_same_link_is_answered_once) {
  store_falls_after_one_commit();
  text("龙泉国土");
  store_comes_back();
  text("龙泉国土");
  daemon().advance(5s);
  EXPECT_THAT(statuses(), testing::ElementsAre(smpp::esme::rx_t_appn, 0u));
  expect_one_reply();
  text("龙泉国土");
  EXPECT_EQ(daemon().carrier().submits.size(), 2u) << "what comes once more was texted again";
}

TEST_F(commit_of_unknown_outcome, that_is_refused_twice_is_known_again) {
  store_falls_after_one_commit();
  text("龙泉国土");
  daemon().advance(settings.redis.hold + 1s);
  text("龙泉国土");
  store_comes_back();
  text("龙泉国土");
  daemon().advance(5s);
  EXPECT_THAT(statuses(), testing::ElementsAre(smpp::esme::rx_t_appn, smpp::esme::rx_t_appn, 0u));
  expect_one_reply();
}

TEST_F(commit_of_unknown_outcome, that_is_delivered_again_while_it_is_held_is_answered_once) {
  store_falls_after_one_commit();
  text("龙泉国土");
  daemon().advance(settings.redis.hold / 2);
  text("龙泉国土");
  daemon().advance(settings.redis.hold / 2 + 1s);
  daemon().line().asked = nullptr;
  kept.away = false;
  daemon().advance(5s);
  EXPECT_THAT(statuses(), testing::ElementsAre(smpp::esme::rx_t_appn, 0u));
  expect_one_reply();
}

TEST_F(commit_of_unknown_outcome, that_was_delivered_again_and_read_is_not_in_doubt) {
  store_falls_after_one_commit();
  text("龙泉国土");
  store_comes_back();
  text("龙泉国土");
  daemon().advance(5s);
  daemon().carrier().connection().close();
  daemon().advance(2s);
  text("龙泉国土");
  EXPECT_EQ(daemon().carrier().submits.size(), 1u) << "a new link, and its carrier has read our OK";
}

TEST_F(commit_of_unknown_outcome, of_a_part_that_is_refused_is_told_ok_when_the_whole_was_answered) {
  daemon().line().parts_of_unknown_outcome = 1;
  daemon().line().part_asked = [this] {
    if (daemon().line().parts_of_unknown_outcome == 0) kept.away = true;
  };
  deliver_part(1);
  daemon().advance(settings.redis.hold + 1s);
  daemon().line().part_asked = nullptr;
  kept.away = false;
  daemon().advance(1s);
  deliver_part(2);
  daemon().advance(2s);
  deliver_part(1);
  daemon().advance(settings.reassembly.parts_wait * 2);
  EXPECT_THAT(statuses(), testing::ElementsAre(smpp::esme::rx_t_appn, 0u, 0u));
  expect_one_reply();
}

TEST_F(commit_of_unknown_outcome, is_known_again_though_its_reply_went_out_before) {
  // The second reply is found in the outbox, sent and finished while nobody has heard of its commit.
  daemon().line().commits_of_unknown_outcome = 1;
  daemon().line().only_commits = true;
  text("龙泉国土");
  daemon().advance(60ms);
  daemon().line().commits_of_unknown_outcome = 10;
  daemon().line().only_commits = false;
  text("1");
  daemon().advance(5s);
  EXPECT_THAT(statuses(), testing::ElementsAre(0u, 0u));
  EXPECT_EQ(daemon().carrier().submits.size(), 2u);
}

/// How many milliseconds later the store comes back, over the time between two renewals of the lease.
class lapsed_lease : public commit_of_unknown_outcome, public testing::WithParamInterface<int> {};
INSTANTIATE_TEST_SUITE_P(store_back_after, lapsed_lease, testing::Range(0, 2500, 100));

TEST_P(lapsed_lease, leaves_nothing_to_send_of_what_was_taken_over) {
  // The second reply waits behind the first, which is read for in vain until the lease has ended.
  daemon().line().commits_of_unknown_outcome = 1;
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

TEST_F(commit_of_unknown_outcome, of_parts_that_stayed_alone_is_answered_once) {
  deliver_part(1);
  store_falls_after_one_commit();
  daemon().advance(settings.reassembly.parts_wait + 10s);
  store_comes_back();
  daemon().advance(settings.reassembly.parts_wait);
  expect_one_reply();
}

}  // namespace
}  // namespace duanwen::test
