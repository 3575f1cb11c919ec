// Fuses of departments and carriers: what they count, whom they refuse, when they begin anew.
#include "gateway/inquiries/hourly_fuses.hpp"

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

namespace duanwen {
namespace {

constexpr unix_ms hour = 3600'000, noon = 500'000 * hour;

class fuses : public testing::Test {
 protected:
  fuses() {
    spdlog::set_level(spdlog::level::off);  // trips are no news here
    settings.conversation.department_segments_per_hour = 4;
    settings.carriers.resize(2);
    settings.carriers[0].name = "mobile";
    settings.carriers[0].segments_per_hour = 10;
    settings.carriers[1].name = "backup";
  }
  /// What a resident is answered who got `before` segments in this hour.
  decision asked(const std::string& department, std::uint32_t segments, unix_ms now,
                 const std::string& carrier = "mobile", std::uint32_t before = 1) {
    conversation stood;
    stood.fuse_hour = static_cast<std::uint32_t>(hour_of(now));
    stood.fuse_segments = before;
    decision d;
    d.result = outcome::details;
    d.answer.blocks.push_back({"答", department, 1});
    d.segments = segments;
    d.next.fuse_hour = stood.fuse_hour;
    d.next.fuse_segments = before + segments;
    d.departments = {department};
    first().judge(d, who, stood, carrier, now);
    first().count(d.answer, d.segments, carrier, now);
    return d;
  }
  hourly_fuses& first() {
    if (!made) made.emplace(settings, seen);
    return *made;
  }
  std::uint64_t trips(fuse_kind kind) const { return seen.fuse_trips()[static_cast<std::size_t>(kind)]; }

  config settings;
  metrics seen{{}};
  std::optional<hourly_fuses> made;
  const conversation_key who{"10690001", "8613800000001"};
};

TEST_F(fuses, a_department_that_had_its_segments_answers_no_more_until_the_hour_ends) {
  EXPECT_EQ(asked("a", 2, noon).result, outcome::details);
  EXPECT_EQ(asked("a", 2, noon + 1).result, outcome::details);
  const auto refused = asked("a", 1, noon + hour - 1);
  EXPECT_EQ(refused.result, outcome::fused);
  EXPECT_TRUE(refused.answer.empty());
  EXPECT_EQ(refused.departments, std::vector<std::string>{"a"}) << "whose ledger it goes into";
  EXPECT_EQ(refused.next.fuse_segments, 1u) << "what was not sent is not the resident's either";
  EXPECT_EQ(asked("b", 1, noon + hour - 1).result, outcome::details) << "another department";
  EXPECT_EQ(asked("a", 2, noon + hour).result, outcome::details) << "the next hour";
}

TEST_F(fuses, the_first_answer_to_a_resident_in_an_hour_is_never_refused) {
  EXPECT_EQ(asked("a", 4, noon).result, outcome::details);
  EXPECT_EQ(asked("a", 1, noon, "mobile", 0).result, outcome::details);
  EXPECT_EQ(asked("a", 1, noon, "mobile", 1).result, outcome::fused);
}

TEST_F(fuses, a_carrier_counts_what_everybody_answers_by_it) {
  for (const auto* department : {"a", "b", "c", "", ""})
    EXPECT_EQ(asked(department, 2, noon).result, outcome::details);
  EXPECT_EQ(asked("d", 1, noon).result, outcome::fused);
  EXPECT_EQ(asked("d", 1, noon, "backup").result, outcome::details) << "it has no limit";
  EXPECT_EQ(trips(fuse_kind::carrier), 1u);
  EXPECT_EQ(trips(fuse_kind::department), 0u);
}

TEST_F(fuses, an_answer_of_several_departments_is_refused_when_one_of_them_has_none_left) {
  asked("a", 4, noon);
  decision both;
  both.answer.blocks = {{"答", "b", 1}, {"答", "a", 1}};
  both.segments = 2;
  conversation stood;
  stood.fuse_hour = static_cast<std::uint32_t>(hour_of(noon));
  stood.fuse_segments = 1;
  first().judge(both, who, stood, "mobile", noon);
  EXPECT_EQ(both.result, outcome::fused);
}

TEST_F(fuses, a_trip_is_counted_once_an_hour) {
  for (int i = 0; i < 8; ++i) asked("a", 1, noon);
  EXPECT_EQ(trips(fuse_kind::department), 1u);
  for (int i = 0; i < 8; ++i) asked("a", 1, noon + hour);
  EXPECT_EQ(trips(fuse_kind::department), 2u);
}

TEST_F(fuses, a_residents_trip_is_counted_once_an_hour_also_where_nobody_else_has_a_limit) {
  settings.conversation.department_segments_per_hour = 0;
  settings.carriers[0].segments_per_hour = 0;
  EXPECT_FALSE(first().any());
  for (int i = 0; i < 3; ++i) {
    decision d;
    d.result = outcome::fused;
    first().judge(d, who, {}, "mobile", noon);
  }
  EXPECT_EQ(trips(fuse_kind::resident), 1u);
}

TEST_F(fuses, what_other_processes_told_counts_like_ones_own) {
  asked("a", 1, noon);
  EXPECT_EQ(first().tell(noon).size(), 2u);  // the department and the carrier
  asked("a", 1, noon);                       // while the others are being asked
  first().heard(hour_of(noon), {{"d:a", 1 + 2}, {"c:mobile", 1 + 7}});
  EXPECT_EQ(asked("a", 1, noon).result, outcome::fused);
  EXPECT_EQ(asked("b", 2, noon).result, outcome::fused) << "the carrier: 2 of our own, 7 of others, 2 more";
  first().heard(hour_of(noon) - 1, {{"d:b", 100}});
  EXPECT_EQ(asked("b", 1, noon).result, outcome::details) << "an hour that is over counts no more";
}

TEST_F(fuses, how_a_carrier_stands) {
  EXPECT_FALSE(first().of_carrier("backup", noon));
  asked("", 9, noon);
  EXPECT_EQ(first().of_carrier("mobile", noon)->segments, 9u);
  EXPECT_FALSE(first().of_carrier("mobile", noon)->tripped);
  asked("", 2, noon);
  EXPECT_TRUE(first().of_carrier("mobile", noon)->tripped);
  EXPECT_EQ(first().of_carrier("mobile", noon)->segments, 9u) << "what was refused does not count";
  EXPECT_FALSE(first().of_carrier("mobile", noon + hour)->tripped);
}

}  // namespace
}  // namespace duanwen
