// One text that comes several times within seconds, at one process and at several.
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

using testing::HasSubstr;

class walk_repeats : public walk {
 protected:
  walk_repeats() { settings.conversation.repeats_within = 10s; }
  std::size_t answers() { return daemon().carrier().submits.size(); }
};

TEST_F(walk_repeats, of_a_keyword_get_one_answer_while_the_first_is_under_way) {
  daemon().carrier().answers_submits = false;
  for (int i = 0; i < 3; ++i) daemon().carrier().deliver(resident, number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(answers(), 1u);
  EXPECT_EQ(daemon().carrier().responses.size(), 3u) << "all are told OK";
  EXPECT_EQ(outbox_size(), 1u);
  EXPECT_THAT(daemon().the_core().metrics_text(), HasSubstr("outcome=\"repeated\"} 2\n"));
}

TEST_F(walk_repeats, are_known_by_another_process) {
  text("龙泉国土");
  sim_daemon other(runtime, kept, settings, "p2");
  other.start();
  other.carrier().deliver("+86" + std::string(resident), number, "龙泉国土");
  other.step();
  EXPECT_TRUE(other.carrier().submits.empty());
  other.carrier().deliver(resident, number, "1");
  other.step();
  EXPECT_EQ(other.carrier().submits.size(), 1u);
  text("1");
  EXPECT_EQ(answers(), 2u);
}

TEST_F(walk_repeats, of_somebody_else_or_later_are_inquiries) {
  text("龙泉国土");
  daemon().carrier().deliver("13800000002", number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(answers(), 2u);
  daemon().advance(11s);
  text("龙泉国土");
  EXPECT_EQ(answers(), 3u);
}

}  // namespace
}  // namespace duanwen::test
