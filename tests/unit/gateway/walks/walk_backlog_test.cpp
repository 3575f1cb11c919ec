// Many replies wait in the store, more than memory may hold: whoever asks now is answered soon all the same.
#include <array>

#include "gateway/outbox/backlog.hpp"
#include "tests/support/stores/cut_store.hpp"
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

class walk_backlog : public walk {
 protected:
  walk_backlog() {
    settings.carriers[0].window = 1;
    settings.outbox.in_memory_max = 20;
  }
  sim_carrier& carrier() { return daemon().carrier(); }
  static std::string resident_number(int i) { return "1380000" + std::to_string(1000 + i); }
  void start_without_answers() {
    started = std::make_unique<sim_daemon>(runtime, counted, settings);
    started->connected = [](sim_carrier& c) { c.answers_submits = false; };
    started->start();
  }
  void text_from(int i, const std::string& what) {
    carrier().deliver(resident_number(i), number, what);
    daemon().step();
  }
  /// So many have asked, none was answered, and the process begins anew.
  void many_wait(int count) {
    start_without_answers();
    for (int i = 0; i < count; ++i) text_from(i, "龙泉国土1");
    started.reset();
    start_without_answers();
  }
  /// How many pages of the outbox are read while so many more ask and no time passes.
  std::size_t read_while_they_ask(int from, int to) {
    const auto before = counted.outbox_reads;
    for (int i = from; i < to; ++i) text_from(i, "龙泉国土1");
    return counted.outbox_reads - before;
  }
  void answer_one() {
    carrier().answer_submits();
    daemon().step();
  }
  std::vector<std::string> told(int i) {
    std::vector<std::string> all;
    const auto texts = carrier().texts();
    for (std::size_t n = 0; n < texts.size(); ++n)
      if (carrier().submits[n].destination_addr == resident_number(i)) all.push_back(texts[n]);
    return all;
  }
  cut_store counted{kept};
};

TEST_F(walk_backlog, who_asks_now_does_not_wait_behind_what_waited_in_the_store) {
  many_wait(100);
  EXPECT_LE(daemon().the_core().replies_waiting(), 15u) << "a quarter of memory is left to what is new";
  text_from(500, "龙泉国土2");
  EXPECT_EQ(carrier().responses.size(), 1u);
  EXPECT_TRUE(told(500).empty()) << "the window is taken";
  answer_one();
  EXPECT_THAT(told(500), testing::ElementsAre(testing::HasSubstr("窗口2")));
}

TEST_F(walk_backlog, order_to_one_resident_is_kept_and_each_is_told_once) {
  many_wait(100);
  for (const int i : {3, 50, 99}) text_from(i, "龙泉国土");
  text_from(500, "龙泉国土3");
  carrier().answers_submits = true;
  carrier().answer_submits();
  daemon().advance(20s);
  EXPECT_EQ(outbox_size(), 0u);
  for (int i = 0; i < 100; ++i) {
    const bool asked_twice = i == 3 || i == 50 || i == 99;
    ASSERT_EQ(told(i).size(), asked_twice ? 2u : 1u) << i;
    EXPECT_THAT(told(i).front(), testing::HasSubstr("窗口1")) << i;
    EXPECT_THAT(told(i).back(), testing::HasSubstr(asked_twice ? "事项3" : "窗口1")) << i;
  }
  EXPECT_EQ(told(500).size(), 1u);
}

TEST_F(walk_backlog, what_no_longer_fits_while_it_runs_waits_in_the_store_in_its_order) {
  start_without_answers();
  for (int i = 0; i < 60; ++i) text_from(i, "龙泉国土1");
  text_from(59, "龙泉国土");
  EXPECT_LE(daemon().the_core().replies_waiting(), 20u);
  carrier().answers_submits = true;
  carrier().answer_submits();
  daemon().advance(20s);
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_EQ(carrier().submits.size(), 61u);
  EXPECT_THAT(told(59), testing::ElementsAre(testing::HasSubstr("窗口1"), testing::HasSubstr("事项3")));
}

TEST_F(walk_backlog, more_than_may_be_noted_are_told_in_order_all_the_same) {
  settings.outbox.noted_max = 0;
  many_wait(100);
  text_from(3, "龙泉国土");
  text_from(500, "龙泉国土3");
  carrier().answers_submits = true;
  carrier().answer_submits();
  daemon().advance(20s);
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_THAT(told(3), testing::ElementsAre(testing::HasSubstr("窗口1"), testing::HasSubstr("事项3")));
  EXPECT_THAT(told(500), testing::ElementsAre(testing::HasSubstr("窗口3")));
}

TEST_F(walk_backlog, while_memory_is_full_new_replies_are_not_looked_for_one_by_one) {
  start_without_answers();
  for (int i = 0; i < 60; ++i) text_from(i, "龙泉国土1");
  EXPECT_LE(read_while_they_ask(100, 900), bucket_count) << "once a bucket, when it falls behind";
}

TEST_F(walk_backlog, no_bucket_waits_until_all_others_are_empty) {
  constexpr std::uint32_t buckets = 3;
  constexpr int each = 120;  // more than a page
  settings.outbox.in_memory_max = 140;
  std::array<int, buckets> asked{};
  std::vector<int> who;
  for (int i = 0; i < 9000; ++i) {
    const auto bucket = bucket_of("86" + resident_number(i));
    if (bucket < buckets && ++asked[bucket] <= each) who.push_back(i);
  }
  ASSERT_THAT(asked, testing::Each(testing::Ge(each)));
  start_without_answers();
  for (const int i : who) text_from(i, "龙泉国土1");
  started.reset();
  start_without_answers();
  for (int n = 0; n < 190; ++n) answer_one();
  std::array<int, buckets> told_of{};
  for (const auto& s : carrier().submits) ++told_of[bucket_of("86" + s.destination_addr)];
  EXPECT_THAT(told_of, testing::Each(testing::Gt(0)));
}

TEST_F(walk_backlog, what_cannot_be_noted_is_not_looked_through_again_for_each_new_reply) {
  settings.outbox.noted_max = bucket_count;
  many_wait(400);
  read_while_they_ask(400, 900);
  EXPECT_EQ(read_while_they_ask(1000, 1400), 0u);
  carrier().answers_submits = true;
  carrier().answer_submits();
  daemon().advance(60s);
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_EQ(told(1399).size(), 1u);
}

TEST(a_backlog, knows_whose_replies_wait_and_says_when_it_does_not) {
  const conversation_key a("10690001", "8613800000001"), b("10690001", "8613800000002");
  backlog waiting(3);
  EXPECT_FALSE(waiting.complete());
  waiting.begin();
  waiting.note(a);
  waiting.note(a);
  waiting.end();
  EXPECT_TRUE(waiting.complete());
  EXPECT_TRUE(waiting.holds(a));
  EXPECT_FALSE(waiting.holds(b));
  waiting.forget(a);
  EXPECT_TRUE(waiting.holds(a)) << "two of them waited";
  waiting.forget(a);
  EXPECT_FALSE(waiting.holds(a));
  for (int i = 0; i < 4; ++i) waiting.note(b);
  EXPECT_FALSE(waiting.complete()) << "more than it may remember";
  waiting.forget(b);
  EXPECT_TRUE(waiting.overflowed()) << "nobody knows how many there were";
  waiting.begin();
  EXPECT_FALSE(waiting.overflowed());
}

}  // namespace
}  // namespace duanwen::test
