// Outboxes and leases, the directory and tokens of the Store.
#include "tests/support/stores/store_test.hpp"

namespace duanwen::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class StoreUpkeep : public both_stores {};
INSTANTIATE_ON_BOTH_STORES(StoreUpkeep);

TEST_P(StoreUpkeep, OutboxIsReadInPages) {
  // Pages come oldest first, each after the last of the one before.
  std::uint64_t revision = 0;
  for (std::uint32_t i = 1; i <= 5; ++i) revision = commit(sample_commit(i, i, revision)).actual.revision;
  const auto first = outbox("p1", 2);
  ASSERT_THAT(first, SizeIs(2));
  const auto rest = run(kept().read_outbox("p1", bucket_of(resident().msisdn), first[1].id, 10));
  ASSERT_THAT(rest, SizeIs(3));
  EXPECT_EQ(first[0].answer.blocks[0].text, "答1");
  EXPECT_EQ(rest[0].answer.blocks[0].text, "答3");
  EXPECT_EQ(rest[2].answer.blocks[0].text, "答5");
}

TEST_P(StoreUpkeep, AReplyThatWaitsIsReplaced) {
  // Behind all others, under a new id; twice the same; and only in the outbox where it waits.
  const auto first = sample_commit(1, 1);
  auto entry = sample_entry(first.key, "改天再来");
  entry.id = commit(first).outbox_id;
  const auto second = sample_commit(2, 2, run(kept().load_conversation(first.key)).revision);
  const auto behind = commit(second).outbox_id;
  EXPECT_EQ(run(kept().replace_reply(entry, "p2")), "");
  const auto id = run(kept().replace_reply(entry, "p1"));
  EXPECT_NE(id, entry.id);
  EXPECT_EQ(run(kept().replace_reply(entry, "p1")), id);
  const auto waiting = outbox("p1");
  ASSERT_THAT(waiting, SizeIs(2));
  EXPECT_EQ(waiting[0].id, behind);
  EXPECT_EQ(waiting[1].id, id);
  EXPECT_EQ(waiting[1].answer, entry.answer);
  EXPECT_EQ(waiting[1].destination, entry.destination);
  // Once it is over there is nothing to replace, nor is what took its place found any more.
  EXPECT_TRUE(run(kept().finish(finish_of(first, id))));
  EXPECT_EQ(run(kept().replace_reply(entry, "p1")), "");
  entry.id = behind;
  EXPECT_TRUE(run(kept().finish(finish_of(second, behind))));
  EXPECT_EQ(run(kept().replace_reply(entry, "p1")), "");
}

TEST_P(StoreUpkeep, OnlyTheDeadAreTakenOver) {
  // While a process has its lease nobody takes its outbox, and it is not forgotten.
  commit(sample_commit(1, 1));
  const auto bucket = bucket_of(resident().msisdn);
  EXPECT_GT(run(kept().renew_lease("p1")), 1'700'000'000'000);
  EXPECT_THAT(run(kept().dead_processes()), IsEmpty());
  EXPECT_EQ(run(kept().take_over("p1", "p2", bucket, 10)), 0u);
  EXPECT_FALSE(run(kept().forget_process("p1")));
}

TEST_P(StoreUpkeep, AHeirGetsWhatTheDeadLeft) {
  // Entries move in their order, and a process is forgotten only when nothing of it is left.
  store_limits limits;
  limits.lease = limits.take_over_margin = milliseconds(0);
  open(limits);
  std::uint64_t revision = 0;
  for (std::uint32_t i = 1; i <= 3; ++i) revision = commit(sample_commit(i, i, revision)).actual.revision;
  const auto bucket = bucket_of(resident().msisdn);
  EXPECT_THAT(run(kept().dead_processes()), ElementsAre("p1"));
  EXPECT_FALSE(run(kept().forget_process("p1")));
  EXPECT_EQ(run(kept().take_over("p1", "p2", bucket, 2)), 2u);
  EXPECT_EQ(run(kept().take_over("p1", "p2", bucket, 2)), 1u);
  EXPECT_EQ(run(kept().take_over("p1", "p2", bucket, 2)), 0u);
  const auto taken = outbox("p2");
  ASSERT_THAT(taken, SizeIs(3));
  EXPECT_EQ(taken[2].answer.blocks[0].text, "答3");
  EXPECT_THAT(outbox("p1"), IsEmpty());
  EXPECT_TRUE(run(kept().forget_process("p1")));
  EXPECT_FALSE(run(kept().forget_process("p1")));
}

TEST_P(StoreUpkeep, TheDirectoryChangesAsAWhole) {
  // A change on an old version does nothing; what is there keeps its place.
  EXPECT_EQ(run(kept().directory_version()), 0u);
  directory_change change;
  for (const auto* id : {"b", "a", "c"}) {
    department d;
    d.id = id;
    d.name = std::string("部门") + id;
    change.put_departments.push_back(d);
  }
  change.put_areas.emplace_back().id = "lq";
  change.put_themes.emplace_back().id = "huoguo";
  EXPECT_TRUE(run(kept().write_directory(0, change)));
  EXPECT_FALSE(run(kept().write_directory(0, change)));
  directory_change second;
  second.put_departments.push_back(change.put_departments[1]);
  second.put_departments[0].hotline = "12345";
  second.drop_departments = {"c"};
  second.drop_themes = {"huoguo", "nothing"};
  EXPECT_TRUE(run(kept().write_directory(1, second)));
  const auto now = run(kept().load_directory());
  EXPECT_EQ(now.version, 2u);
  EXPECT_EQ(run(kept().directory_version()), 2u);
  ASSERT_THAT(now.document.departments, SizeIs(2));
  EXPECT_EQ(now.document.departments[0], change.put_departments[0]);
  EXPECT_EQ(now.document.departments[1].hotline, "12345");
  EXPECT_THAT(now.document.areas, SizeIs(1));
  EXPECT_THAT(now.document.themes, IsEmpty());
}

TEST_P(StoreUpkeep, TokensAreKeptByName) {
  // A name is given once; the very same record once more is the repetition of an unknown outcome.
  token_record token;
  token.name = "门户";
  token.role = token_role::editor;
  token.department = "lq-guotu";
  token.sha256 = "abc";
  token.created = 5;
  EXPECT_TRUE(run(kept().put_token(token)));
  EXPECT_TRUE(run(kept().put_token(token)));
  auto other = token;
  other.sha256 = "def";
  EXPECT_FALSE(run(kept().put_token(other)));
  EXPECT_THAT(run(kept().load_tokens()), ElementsAre(token));
  EXPECT_TRUE(run(kept().remove_token("门户")));
  EXPECT_FALSE(run(kept().remove_token("门户")));
}

}  // namespace
}  // namespace duanwen::test
