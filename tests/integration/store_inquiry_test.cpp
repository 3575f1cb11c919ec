// What the Store does for one inquiry: commit, finish, parts.
#include "tests/support/stores/store_test.hpp"

namespace duanwen::test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class StoreInquiry : public both_stores {};
INSTANTIATE_ON_BOTH_STORES(StoreInquiry);

TEST_P(StoreInquiry, CommitKeepsConversationAnswerAndCount) {
  // After a commit the conversation, the answer and the inquiry are there to be read, all of them whole.
  const auto c = sample_commit(1, 1);
  const auto done = commit(c);
  EXPECT_EQ(done.status, commit_status::committed);
  EXPECT_NE(done.actual.revision, 0u);
  EXPECT_GT(done.now, 1'700'000'000'000);
  const auto loaded = run(kept().load_conversation(c.key));
  EXPECT_EQ(loaded.revision, done.actual.revision);
  EXPECT_EQ(loaded.state, c.next);
  auto waiting = outbox("p1");
  ASSERT_THAT(waiting, SizeIs(1));
  EXPECT_EQ(waiting[0].id, done.outbox_id);
  waiting[0].id.clear();
  EXPECT_EQ(waiting[0], *c.answer);
  const auto rows = run(kept().ledger("2026-11-24", "2026-11-24"));
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].inquiries, 1u);
}

TEST_P(StoreInquiry, CommitOnAnOldRevisionIsAConflict) {
  // Who decided on what is no longer so gets what is so, and nothing is written.
  const auto first = commit(sample_commit(1, 1));
  const auto second = commit(sample_commit(2, 2, 0));
  EXPECT_EQ(second.status, commit_status::conflict);
  EXPECT_EQ(second.actual.revision, first.actual.revision);
  EXPECT_EQ(second.actual.state, sample_commit(1, 1).next);
  EXPECT_THAT(outbox("p1"), SizeIs(1));
  const auto third = commit(sample_commit(2, 2, first.actual.revision));
  EXPECT_EQ(third.status, commit_status::committed);
  EXPECT_GT(third.actual.revision, first.actual.revision);
}

TEST_P(StoreInquiry, TheSameCommitTwiceIsDoneOnce) {
  // A commit repeated after an unknown outcome is told the same and writes nothing more.
  const auto c = sample_commit(1, 1);
  const auto first = commit(c), second = commit(c);
  EXPECT_EQ(second.status, commit_status::committed);
  EXPECT_EQ(second.outbox_id, first.outbox_id);
  EXPECT_EQ(second.actual.revision, first.actual.revision);
  EXPECT_THAT(outbox("p1"), SizeIs(1));
  EXPECT_EQ(run(kept().ledger("2026-11-24", "2026-11-24"))[0].inquiries, 1u);
}

TEST_P(StoreInquiry, TheSameCommitIsSaidByWhoHasItsAnswer) {
  // Two processes may both have all parts of one inquiry; and once it is finished nobody says it again.
  auto c = sample_commit(1, 1);
  const auto first = commit(c);
  c.process = "p2";
  EXPECT_EQ(commit(c).status, commit_status::redelivered);
  EXPECT_THAT(outbox("p2"), IsEmpty());
  c.process = "p1";
  EXPECT_EQ(commit(c).outbox_id, first.outbox_id);
  auto f = finish_of(c, first.outbox_id);
  f.proven_read.clear();
  EXPECT_TRUE(run(kept().finish(f)));
  EXPECT_EQ(commit(c).status, commit_status::redelivered);
}

TEST_P(StoreInquiry, AConversationPastItsTtlIsNone) {
  // What a resident stood at is forgotten, while its arrivals may still be in doubt.
  store_limits limits;
  limits.conversation_ttl = milliseconds(0);
  open(limits);
  EXPECT_EQ(commit(sample_commit(1, 1)).status, commit_status::committed);
  const auto loaded = run(kept().load_conversation(resident()));
  EXPECT_EQ(loaded.revision, 0u);
  EXPECT_EQ(loaded.state, conversation{});
  EXPECT_EQ(commit(sample_commit(2, 2, 0)).status, commit_status::committed);
  auto elsewhere = sample_commit(1, 9, 0);
  elsewhere.arrivals[0].link = "mobile/1";
  EXPECT_EQ(commit(elsewhere).status, commit_status::redelivered);
}

TEST_P(StoreInquiry, FinishBooksOnce) {
  // The second finish of an entry says so and books nothing.
  const auto c = sample_commit(1, 1);
  const auto f = finish_of(c, commit(c).outbox_id);
  EXPECT_TRUE(run(kept().finish(f)));
  EXPECT_FALSE(run(kept().finish(f)));
  EXPECT_THAT(outbox("p1"), IsEmpty());
  const auto rows = run(kept().ledger("2026-11-23", "2026-11-25"));
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].day, "2026-11-24");
  EXPECT_EQ(rows[0].department, "lq-guotu");
  EXPECT_EQ(rows[0].replies, 1u);
  EXPECT_EQ(rows[0].segments, 2u);
  EXPECT_EQ(rows[0].cost_li, 90u);
  EXPECT_EQ(rows[0].saved_li, 45u);
}

TEST_P(StoreInquiry, GivenUpRepliesAreDeadLetters) {
  // A reply that could not be sent is found among the dead letters, with why.
  const auto c = sample_commit(1, 1);
  auto f = finish_of(c, commit(c).outbox_id);
  f.replies[0].dead_reason = "ESME_RINVDSTADR";
  EXPECT_TRUE(run(kept().finish(f)));
  const auto dead = run(kept().dead_letters(10));
  ASSERT_THAT(dead, SizeIs(1));
  EXPECT_EQ(dead[0].reason, "ESME_RINVDSTADR");
  EXPECT_EQ(dead[0].entry.answer, c.answer->answer);
  EXPECT_TRUE(dead[0].id.starts_with(std::to_string(bucket_of(c.key.msisdn)) + "-"));
  EXPECT_THAT(run(kept().dead_letters(0)), IsEmpty());
}

TEST_P(StoreInquiry, DeadLettersWaitAgainOrAreForgotten) {
  // Put into an outbox again it is a reply of now; once, and by the id that the list gives.
  const auto c = sample_commit(1, 1);
  auto f = finish_of(c, commit(c).outbox_id);
  f.replies[0].dead_reason = "ESME_RINVDSTADR";
  EXPECT_TRUE(run(kept().finish(f)));
  const auto id = run(kept().dead_letters(10)).at(0).id;
  EXPECT_TRUE(run(kept().requeue_dead_letter(id, "p2")));
  EXPECT_FALSE(run(kept().requeue_dead_letter(id, "p2")));
  EXPECT_THAT(run(kept().dead_letters(10)), IsEmpty());
  const auto waiting = outbox("p2");
  ASSERT_THAT(waiting, SizeIs(1));
  EXPECT_EQ(waiting[0].answer, c.answer->answer);
  EXPECT_NE(waiting[0].created, c.answer->created);
  EXPECT_THAT(run(kept().waiting_replies(10)), SizeIs(1));
  auto again = finish_of(c, waiting[0].id);
  again.process = "p2";
  again.replies[0].dead_reason = "ESME_RINVDSTADR";
  EXPECT_TRUE(run(kept().finish(again)));
  EXPECT_TRUE(run(kept().delete_dead_letter(run(kept().dead_letters(10)).at(0).id)));
  EXPECT_THAT(run(kept().dead_letters(10)), IsEmpty());
  for (const auto* none : {"", "7", "7-", "-1", "64-1-1", "x-1-1", "7-1 1", "7-*"}) {
    EXPECT_FALSE(run(kept().delete_dead_letter(none))) << none;
    EXPECT_FALSE(run(kept().requeue_dead_letter(none, "p2"))) << none;
  }
}

TEST_P(StoreInquiry, RepliesThatLeftAsOneAreFinishedAsOne) {
  // Each leaves the outbox, the one that was refused with its reason, and what they cost is booked once.
  const auto first = sample_commit(1, 1);
  auto f = finish_of(first, commit(first).outbox_id);
  const auto second = sample_commit(2, 2, run(kept().load_conversation(first.key)).revision);
  f.replies.emplace_back(commit(second).outbox_id, "ESME_RINVDSTADR");
  EXPECT_TRUE(run(kept().finish(f)));
  EXPECT_FALSE(run(kept().finish(f)));
  EXPECT_THAT(outbox("p1"), IsEmpty());
  const auto dead = run(kept().dead_letters(10));
  ASSERT_THAT(dead, SizeIs(1));
  EXPECT_EQ(dead[0].entry.answer, second.answer->answer);
  EXPECT_EQ(run(kept().ledger("2026-11-24", "2026-11-24"))[0].segments, 2u);
}

TEST_P(StoreInquiry, PartsBecomeOneInquiry) {
  // The part that completes gets all in order; the commit deletes them, and comes too late a second time.
  EXPECT_EQ(run(kept().add_part(sample_parts(), sample_part(2, 12, 2))).status, add_part_status::waiting);
  EXPECT_EQ(run(kept().add_part(sample_parts(), sample_part(2, 12, 2))).status, add_part_status::waiting);
  const auto added = run(kept().add_part(sample_parts(), sample_part(1, 11, 1)));
  ASSERT_EQ(added.status, add_part_status::complete);
  ASSERT_THAT(added.parts, SizeIs(2));
  EXPECT_EQ(added.parts[0].index, 1u);
  EXPECT_EQ(added.parts[1].octets, sample_part(2, 12).octets);
  EXPECT_EQ(added.parts[1].arrival, sample_part(2, 12, 2).arrival);
  EXPECT_EQ(added.parts[1].reply_to, sample_part(2, 12).reply_to);
  auto c = sample_commit(11, 1);
  c.arrivals.push_back(added.parts[1].arrival);
  c.parts = sample_parts();
  const auto done = commit(c);
  EXPECT_EQ(done.status, commit_status::committed);
  EXPECT_EQ(commit(c).outbox_id, done.outbox_id);
  auto late = sample_commit(99, 9, done.actual.revision);
  late.parts = sample_parts();
  EXPECT_EQ(commit(late).status, commit_status::redelivered);
  EXPECT_EQ(run(kept().add_part(sample_parts(), sample_part(2, 12, 2))).status, add_part_status::redelivered);
}

TEST_P(StoreInquiry, PartsThatWaitedTooLongAreHandedOut) {
  // What came of a long inquiry is handed out when its wait is over, and not before.
  run(kept().add_part(sample_parts(), sample_part(2, 12)));
  EXPECT_THAT(run(kept().take_due_parts(bucket_of(resident().msisdn))), IsEmpty());
  store_limits limits;
  limits.parts_wait = milliseconds(0);
  open(limits);
  run(kept().add_part(sample_parts(), sample_part(2, 12)));
  run(kept().add_part(sample_parts(8, 3, resident("8613800138001")), sample_part(1, 13)));
  const auto due = run(kept().take_due_parts(bucket_of(resident().msisdn)));
  ASSERT_THAT(due, SizeIs(1));
  EXPECT_EQ(due[0].key, sample_parts());
  ASSERT_THAT(due[0].parts, SizeIs(1));
  EXPECT_EQ(due[0].parts[0].index, 2u);
}

}  // namespace
}  // namespace duanwen::test
