// One receiver and one transmitter that share one state.
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

using smpp::command;

class walk_pair : public walk {
 protected:
  walk_pair() { settings.carriers[0].bind = bind_kind::pair; }
  sim_carrier& receiver() { return daemon().carrier(0); }
  sim_carrier& transmitter() { return daemon().carrier(1); }
};

TEST_F(walk_pair, the_inquiry_comes_by_one_and_the_reply_goes_by_the_other) {
  ASSERT_EQ(receiver().binds.at(0).id(), command::bind_receiver);
  ASSERT_EQ(transmitter().binds.at(0).id(), command::bind_transmitter);
  receiver().deliver(resident, number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(receiver().responses.size(), 1u);
  EXPECT_TRUE(receiver().submits.empty());
  EXPECT_EQ(transmitter().submits.size(), 1u);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_pair, with_several_pairs_the_reply_takes_the_transmitter_of_its_pair) {
  settings.carriers[0].links = 3;
  for (std::size_t i = 0; i < 3; ++i) {
    daemon().carrier(2 * i).deliver(resident + std::to_string(i), number, "龙泉国土");
    daemon().step();
    EXPECT_EQ(daemon().carrier(2 * i + 1).submits.size(), 1u) << i;
  }
}

TEST_F(walk_pair, is_up_for_replies_while_its_transmitter_is_bound) {
  daemon();
  EXPECT_EQ(daemon().the_core().not_ready(), "");
  runtime.refuse_connections = true;
  receiver().connection().close();
  daemon().advance(1s);
  EXPECT_EQ(daemon().the_core().not_ready(), "");
  transmitter().connection().close();
  daemon().advance(1s);
  EXPECT_EQ(daemon().the_core().not_ready(), "no carrier is bound");
}

TEST_F(walk_pair, a_reply_waits_for_the_transmitter) {
  daemon();
  runtime.refuse_connections = true;
  transmitter().connection().close();
  daemon().advance(1s);
  receiver().deliver(resident, number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(receiver().responses.at(0).command_status, 0u);
  runtime.refuse_connections = false;
  daemon().advance(60s);
  EXPECT_EQ(daemon().carrier().submits.size(), 1u);
}

TEST_F(walk_pair, a_later_response_on_the_receiver_proves_ours_read) {
  // Then the same octets on a new link are a resident who texts the same again, and are answered.
  receiver().deliver(resident, number, "龙泉国土");
  daemon().advance(2s);
  ASSERT_EQ(transmitter().submits.size(), 1u);
  receiver().connection().close();
  daemon().advance(2s);
  daemon().carrier().deliver(resident, number, "龙泉国土");
  daemon().advance(2s);
  EXPECT_EQ(transmitter().submits.size(), 2u);
}

TEST_F(walk_pair, a_response_on_the_transmitter_proves_nothing_about_the_receiver) {
  // The carrier that did not read our response delivers again, and there is no second reply.
  receiver().deliver(resident, number, "龙泉国土");
  daemon().step();
  ASSERT_EQ(transmitter().submits.size(), 1u);
  ASSERT_EQ(outbox_size(), 0u) << "the carrier took the reply";
  receiver().connection().close();
  daemon().advance(2s);
  daemon().carrier().deliver(resident, number, "龙泉国土");
  daemon().advance(2s);
  EXPECT_EQ(daemon().carrier().responses.size(), 1u);
  EXPECT_EQ(transmitter().submits.size(), 1u);
}

}  // namespace
}  // namespace duanwen::test
