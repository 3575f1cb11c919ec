// The same octets on another bind are a redelivery only while the carrier may not have read our response.
#include "gateway/smpp/pdu/pdu.hpp"
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

class walk_proofs : public walk {
 protected:
  /// Every link falls, and the same text comes by a new one; how many replies that brings.
  std::size_t texted_again_after_new_binds(const std::string& what) {
    const auto before = daemon().connections();
    for (std::size_t i = 0; i < before; ++i) daemon().carrier(i).connection().close();
    daemon().advance(2s);
    auto& again = daemon().carrier();
    again.deliver(resident, number, what);
    daemon().advance(2s);
    return std::count_if(again.responses.begin(), again.responses.end(),
                         [](const auto& r) { return r.command_status == 0; }) == 1
               ? replies_at(before)
               : 0;
  }
  std::size_t replies_at(std::size_t first_connection) {
    std::size_t count = 0;
    for (auto i = first_connection; i < daemon().connections(); ++i)
      count += daemon().carrier(i).submits.size();
    return count;
  }
  void stop_in_order() {
    bool stopped = false;
    std::function<void(const char*)> no_matter = [](const char*) {};
    asio::co_spawn(runtime.executor(), daemon().the_core().stop(std::move(no_matter)),
                   [&](const std::exception_ptr&) { stopped = true; });
    while (!stopped) daemon().advance(20ms);
    started.reset();
  }
};

TEST_F(walk_proofs, what_was_not_proven_read_and_comes_again_on_another_link_is_answered_once) {
  daemon().carrier().answers_submits = false;
  text("龙泉国土");
  EXPECT_EQ(daemon().carrier().submits.size(), 1u);
  daemon().carrier().connection().close();
  daemon().advance(1s);
  auto& again = daemon().carrier();
  again.deliver(resident, number, "龙泉国土");
  daemon().advance(3s);
  ASSERT_EQ(again.responses.size(), 1u);
  EXPECT_EQ(again.responses[0].command_status, 0u);
  EXPECT_EQ(again.submits.size(), 1u)
      << "the reply whose fate is unknown is sent again, the redelivery has none of its own";
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_proofs, a_redelivery_that_was_read_leaves_nothing_in_doubt) {
  daemon().carrier().answers_submits = false;
  text("龙泉国土");
  daemon().carrier().connection().close();
  daemon().advance(1s);
  daemon().carrier().deliver(resident, number, "龙泉国土");
  daemon().advance(3s);
  ASSERT_EQ(daemon().carrier().submits.size(), 1u);
  EXPECT_EQ(texted_again_after_new_binds("龙泉国土"), 1u) << "nothing is expected of the first bind either";
}

TEST_F(walk_proofs, what_the_store_did_not_take_is_told_again) {
  settings.carriers[0].bind = bind_kind::pair;
  daemon().carrier(0).deliver(resident, number, "龙泉国土");
  daemon().step();
  ASSERT_EQ(daemon().carrier(1).submits.size(), 1u);
  ASSERT_EQ(outbox_size(), 0u) << "the reply is over, and nothing else goes to the store";
  daemon().line().only_commits = true;
  daemon().advance(3s);
  daemon().line().only_commits = false;
  daemon().advance(3s);
  daemon().carrier(0).connection().close();
  daemon().advance(2s);
  daemon().carrier(2).deliver(resident, number, "龙泉国土");
  daemon().advance(1s);
  EXPECT_EQ(daemon().carrier(1).submits.size(), 2u);
}

TEST_F(walk_proofs, what_was_proven_read_and_comes_on_another_link_is_a_new_inquiry) {
  text("龙泉国土");
  daemon().carrier().connection().close();
  daemon().advance(1s);
  auto& again = daemon().carrier();
  again.deliver(resident, number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(again.submits.size(), 1u);
}

TEST_F(walk_proofs, a_reply_that_was_read_from_the_outbox_before_its_inquiry_was_told_ok) {
  daemon().line().till_heard = [this]() -> answer<bool> {
    const auto later = runtime.now() + 200ms;
    co_await runtime.sleep_until(later);
    co_return true;
  };
  auto& carrier = daemon().carrier();
  carrier.deliver(resident, number, "龙泉国土");
  daemon().step();
  daemon().the_core().look_into_bucket(bucket_of("8613800000001"));
  daemon().step();
  ASSERT_EQ(carrier.submits.size(), 1u);
  ASSERT_TRUE(carrier.responses.empty());
  daemon().advance(3s);
  ASSERT_EQ(carrier.responses.size(), 1u);
  EXPECT_EQ(carrier.submits.size(), 1u) << "it was over before it could be handed on";
  EXPECT_EQ(texted_again_after_new_binds("龙泉国土"), 1u);
}

TEST_F(walk_proofs, a_reply_that_had_to_leave_by_another_link) {
  settings.carriers[0].links = 2;
  settings.carriers[0].window = 1;
  auto& busy = daemon().carrier(0);
  busy.answers_submits = false;
  busy.deliver("13800000002", number, "龙泉国土");
  daemon().step();
  ASSERT_EQ(busy.submits.size(), 1u);
  busy.deliver(resident, number, "龙泉国土");
  daemon().step();
  ASSERT_EQ(daemon().carrier(1).submits.size(), 1u);
  busy.answers_submits = true;
  busy.answer_submits();
  daemon().advance(3s);
  EXPECT_EQ(texted_again_after_new_binds("龙泉国土"), 1u);
}

TEST_F(walk_proofs, a_reply_that_was_read_from_the_outbox_because_memory_was_full) {
  settings.carriers[0].window = 1;
  settings.outbox.in_memory_max = 4;
  auto& carrier = daemon().carrier();
  carrier.answers_submits = false;
  for (int i = 100; i < 120; ++i) carrier.deliver("13800000" + std::to_string(i), number, "龙泉国土");
  carrier.deliver(resident, number, "龙泉国土");
  daemon().step();
  ASSERT_EQ(carrier.responses.size(), 21u);
  carrier.answers_submits = true;
  carrier.answer_submits();
  daemon().advance(10s);
  ASSERT_EQ(carrier.submits.size(), 21u);
  EXPECT_EQ(texted_again_after_new_binds("龙泉国土"), 1u);
}

TEST_F(walk_proofs, a_stop_in_order_leaves_nothing_in_doubt) {
  settings.carriers[0].bind = bind_kind::pair;
  auto& receiver = daemon().carrier(0);
  receiver.deliver(resident, number, "龙泉国土");
  daemon().step();
  ASSERT_EQ(daemon().carrier(1).submits.size(), 1u);
  stop_in_order();
  daemon().carrier(0).deliver(resident, number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(daemon().carrier(1).submits.size(), 1u) << "the answer to unbind proves all before it read";
}

}  // namespace
}  // namespace duanwen::test
