// Fuses on the walk of an inquiry: what is counted, refused, booked and shown.
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

using testing::HasSubstr;

class walk_fuses : public walk {
 protected:
  walk_fuses() { settings.conversation.resident_per_minute = 0; }
  std::size_t answered(sim_daemon& by, const std::string& who, const std::string& what, std::size_t carrier) {
    const auto before = by.carrier(carrier).submits.size();
    by.carrier(carrier).deliver(who, number, what);
    by.step();
    return by.carrier(carrier).submits.size() - before;
  }
  std::size_t answered(const std::string& what) { return answered(daemon(), resident, what, 0); }
};

TEST_F(walk_fuses, a_department_beyond_its_limit_is_silent_for_who_had_an_answer) {
  settings.conversation.department_segments_per_hour = 2;
  EXPECT_EQ(answered("龙泉国土"), 1u);
  EXPECT_EQ(answered("1"), 1u);
  EXPECT_EQ(answered("2"), 0u);
  EXPECT_EQ(answered("不知道"), 1u) << "nobody's department";
  EXPECT_EQ(answered(daemon(), "13800000002", "龙泉国土", 0), 1u) << "the first of the hour";
  const auto page = daemon().the_core().metrics_text();
  EXPECT_THAT(page, HasSubstr("duanwen_inquiries_total{carrier=\"mobile\",outcome=\"fused\"} 1\n"));
  EXPECT_THAT(page, HasSubstr("duanwen_fuse_trips_total{kind=\"department\"} 1\n"));
  const auto rows = run_coroutine(kept.ledger("2026-01-01", "2027-01-01"));
  for (const auto& row : *rows) EXPECT_EQ(row.fused, row.department == "guotu" ? 1u : 0u) << row.department;
  EXPECT_EQ(rows->back().department, "guotu");
  EXPECT_EQ(rows->back().inquiries, 4u);
}

TEST_F(walk_fuses, the_next_hour_begins_anew) {
  settings.conversation.department_segments_per_hour = 1;
  settings.conversation.ttl = 2h;
  EXPECT_EQ(answered("龙泉国土"), 1u);
  EXPECT_EQ(answered("1"), 0u);
  const auto left = 3600'000 - clock_ms() % 3600'000;
  daemon().advance(std::chrono::milliseconds(left));
  EXPECT_EQ(answered("1"), 1u);
}

TEST_F(walk_fuses, a_carrier_counts_what_would_go_by_it_and_shows_it) {
  settings.carriers.resize(2, settings.carriers[0]);
  settings.carriers[1].name = "backup";
  settings.carriers[1].segments_per_hour = 1;
  route_settings route;
  route.prefix = "86138";
  route.carriers = {"backup"};
  settings.routes.push_back(route);
  daemon().carrier(0).deliver(resident, number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(daemon().carrier(1).submits.size(), 1u);
  daemon().carrier(0).deliver(resident, number, "1");
  daemon().step();
  EXPECT_EQ(daemon().carrier(1).submits.size(), 1u);
  const auto carriers = daemon().the_core().carrier_statuses();
  EXPECT_EQ(carriers.at(0).segments_per_hour, 0u);
  EXPECT_EQ(carriers.at(1).segments_per_hour, 1u);
  EXPECT_EQ(carriers.at(1).hour_segments, 1u);
  EXPECT_TRUE(carriers.at(1).fuse_tripped);
}

TEST_F(walk_fuses, processes_count_together) {
  settings.conversation.department_segments_per_hour = 2;
  sim_daemon other(runtime, kept, settings, "p2");
  other.start();
  EXPECT_EQ(answered(other, resident, "龙泉国土", 0), 1u);
  EXPECT_EQ(answered(other, resident, "1", 0), 1u);
  other.advance(2s);
  started = std::make_unique<sim_daemon>(runtime, kept, settings, "p1");
  started->start();
  EXPECT_EQ(answered(*started, "13800000002", "龙泉国土", 0), 1u) << "the first of the hour";
  EXPECT_EQ(answered(*started, "13800000002", "1", 0), 0u) << "the other process used the hour up";
}

TEST_F(walk_fuses, a_process_that_starts_again_remembers_the_hour) {
  settings.conversation.department_segments_per_hour = 1;
  EXPECT_EQ(answered("龙泉国土"), 1u);
  daemon().advance(2s);
  started.reset();
  daemon().advance(2s);
  EXPECT_EQ(answered("1"), 0u);
}

}  // namespace
}  // namespace duanwen::test
