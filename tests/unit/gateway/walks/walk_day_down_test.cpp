// The only carrier is down for a day while more replies wait than memory may hold.
#include <set>

#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

constexpr int residents = 60;
constexpr std::uint32_t in_memory_max = 20;

class walk_day_down : public walk {
 protected:
  walk_day_down() {
    settings.carriers[0].window = 1;
    settings.outbox.in_memory_max = in_memory_max;
  }
  static std::string resident_number(int i) { return "1380000" + std::to_string(1000 + i); }
  /// All have asked, nobody was answered, and the carrier falls.
  void it_falls_with_all_waiting() {
    daemon().carrier().answers_submits = false;
    for (int i = 0; i < residents; ++i) daemon().carrier().deliver(resident_number(i), number, "龙泉国土1");
    daemon().step();
    ASSERT_EQ(outbox_size(), std::size_t{residents});
    runtime.refuse_connections = true;
    daemon().carrier().connection().close();
    dialled_before = runtime.dialled.size();
  }
  void hours_pass(int count) {
    for (int hour = 0; hour < count; ++hour) {
      runtime.advance(1h);
      ASSERT_LE(daemon().the_core().replies_waiting(), in_memory_max) << "after " << hour << " hours";
    }
  }
  std::size_t dialled_before = 0;
};

TEST_F(walk_day_down, memory_stays_bounded_and_all_goes_out_when_it_is_back) {
  it_falls_with_all_waiting();
  hours_pass(23);
  // Jitter halves a wait at most; the first ones are shorter.
  const auto dials_max = 23h / (settings.dial.backoff_max / 2) + 20;
  EXPECT_LE(runtime.dialled.size() - dialled_before, static_cast<std::size_t>(dials_max));
  runtime.refuse_connections = false;
  daemon().advance(60s);
  EXPECT_EQ(outbox_size(), 0u);
  std::set<std::string> told;
  for (const auto& p : daemon().carrier(1).submits) told.insert(p.destination_addr);
  EXPECT_EQ(told.size(), std::size_t{residents});
}

TEST_F(walk_day_down, what_is_too_old_by_then_is_laid_among_the_dead_with_its_reason) {
  settings.outbox.reply_validity = 1h;
  it_falls_with_all_waiting();
  hours_pass(2);
  EXPECT_EQ(outbox_size(), 0u);
  const auto dead = run_coroutine(kept.dead_letters(1000));
  ASSERT_EQ(dead->size(), std::size_t{residents});
  for (const auto& letter : *dead) EXPECT_THAT(letter.reason, testing::HasSubstr("reply_validity_s"));
}

}  // namespace
}  // namespace duanwen::test
