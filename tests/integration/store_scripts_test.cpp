// The scripts of the Redis store: what one bad key does to its neighbours, and a server that forgot them.
#include "tests/support/redis/redis_store_test.hpp"
#include "tests/support/stores/commit_after.hpp"

namespace duanwen::test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// Three residents of three buckets, so that no key of one is a key of another.
const auto before = resident("8613800138001"), victim = resident("8613800138002"),
           after = resident("8613800138003");

struct bad_key {
  const char* name;
  std::string key;
};

std::string shown(const testing::TestParamInfo<bad_key>& info) { return info.param.name; }

const auto a_bucket = bucket_of(victim.msisdn);
const auto its_parts = sample_parts(7, 1, victim);

class BadKeyOfACommit : public redis_store_test, public testing::WithParamInterface<bad_key> {};

INSTANTIATE_TEST_SUITE_P(All, BadKeyOfACommit,
                         testing::Values(bad_key{"conversation", redis_keys::conversation(victim)},
                                         bad_key{"outbox", redis_keys::outbox("p1", a_bucket)},
                                         bad_key{"leases", redis_keys::leases(a_bucket)},
                                         bad_key{"ledger", redis_keys::ledger("2026-11-24", a_bucket)},
                                         bad_key{"parts", redis_keys::parts(its_parts)},
                                         bad_key{"deadlines", redis_keys::parts_deadlines(a_bucket)}),
                         shown);

TEST_P(BadKeyOfACommit, FailsThatInquiryAndNotItsNeighbours) {
  // Of one call of three, one is refused before anything of it is written, and two are as if it were not
  // there.
  run(kept().renew_lease("p1"));
  run(kept().add_part(its_parts, sample_part(1, 2)));
  say({"DEL", GetParam().key});
  say({"SADD", GetParam().key, "of another type"});
  const auto keys = keys_of(a_bucket);
  const auto calls = calls_of("evalsha");
  std::vector<inquiry_commit> commits = {sample_commit(1, 1, 0, before), sample_commit(2, 2, 0, victim),
                                         sample_commit(3, 3, 0, after)};
  commits[1].parts = its_parts;
  const auto done = commit_together(commits);
  EXPECT_EQ(calls_of("evalsha"), calls + 1);
  EXPECT_EQ(done[1].error(), storage_errc::refused);
  EXPECT_EQ(keys_of(a_bucket), keys);
  for (const auto i : {0u, 2u}) {
    ASSERT_TRUE(done[i]);
    EXPECT_EQ(done[i]->status, commit_status::committed);
    EXPECT_THAT(outbox(commits[i].key), SizeIs(1));
    EXPECT_EQ(run(kept().load_conversation(commits[i].key)).state, commits[i].next);
  }
}

class BadKeyOfAFinish : public redis_store_test, public testing::WithParamInterface<bad_key> {};

INSTANTIATE_TEST_SUITE_P(All, BadKeyOfAFinish,
                         testing::Values(bad_key{"outbox", redis_keys::outbox("p1", a_bucket)},
                                         bad_key{"ledger", redis_keys::ledger("2026-11-24", a_bucket)},
                                         bad_key{"dead", redis_keys::dead_letters(a_bucket)}),
                         shown);

TEST_P(BadKeyOfAFinish, FailsThatReplyAndNotItsNeighbours) {
  // The entry stays where it is, to be finished another time.
  const std::vector<inquiry_commit> commits = {sample_commit(1, 1, 0, before), sample_commit(2, 2, 0, victim),
                                               sample_commit(3, 3, 0, after)};
  std::vector<reply_finish> finishes;
  for (const auto& done : commit_together(commits))
    finishes.push_back(finish_of(commits[finishes.size()], done->outbox_id));
  finishes[1].replies[0].dead_reason = "refused";
  say({"RENAME", GetParam().key, "aside"});
  say({"SADD", GetParam().key, "of another type"});
  const auto done = finish_together(finishes);
  EXPECT_EQ(calls_of("evalsha"), 2u) << "the commits were one call and the finishes are another";
  EXPECT_EQ(done[1].error(), storage_errc::refused);
  EXPECT_TRUE(*done[0]);
  EXPECT_TRUE(*done[2]);
  EXPECT_THAT(outbox(before), IsEmpty());
  EXPECT_THAT(outbox(after), IsEmpty());
  say({"DEL", GetParam().key});
  say({"RENAME", "aside", GetParam().key});
  EXPECT_THAT(outbox(victim), SizeIs(1));
  EXPECT_TRUE(run(kept().finish(finishes[1])));
}

class StoreScripts : public redis_store_test {};

TEST_F(StoreScripts, AConversationThatCannotBeReadFailsAlone) {
  // It is told as what it is, by every call that needs it.
  say({"SET", redis_keys::conversation(victim), "not of ours"});
  const std::vector<inquiry_commit> commits = {sample_commit(1, 1, 0, before), sample_commit(2, 2, 0, victim),
                                               sample_commit(3, 3, 0, after)};
  const auto done = commit_together(commits);
  EXPECT_TRUE(done[0]);
  EXPECT_EQ(done[1].error(), storage_errc::corrupt);
  EXPECT_TRUE(done[2]);
  EXPECT_EQ(try_run(kept().load_conversation(victim)).error(), storage_errc::corrupt);
  EXPECT_EQ(try_run(kept().add_part(its_parts, sample_part(1, 1))).error(), storage_errc::corrupt);
}

TEST_F(StoreScripts, AConversationThatCannotBeReadKeepsNoReplyFromEnding) {
  // Else a reply that its carrier has would be sent again by whoever starts next.
  for (const bool of_another_type : {false, true}) {
    const auto c = sample_commit(of_another_type ? 2 : 1, 1, 0, victim);
    const auto f = finish_of(c, run(kept().commit(c)).outbox_id);
    const auto key = redis_keys::conversation(victim);
    say({"DEL", key});
    if (of_another_type)
      say({"SADD", key, "a set"});
    else
      say({"SET", key, "not of ours"});
    EXPECT_TRUE(run(kept().finish(f)));
    EXPECT_THAT(outbox(victim), IsEmpty());
    say({"DEL", key});
  }
}

TEST_F(StoreScripts, ASumThatIsNoneCostsNobodyAnAnswer) {
  // Counting comes last and for all together: what cannot be counted must not undo what is done.
  const auto day = redis_keys::ledger("2026-11-24", a_bucket);
  say({"HSET", day, "i:lq-guotu", "many", "r:lq-guotu", "9223372036854775807"});
  const std::vector<inquiry_commit> commits = {sample_commit(1, 1, 0, before), sample_commit(2, 2, 0, victim),
                                               sample_commit(3, 3, 0, after)};
  std::vector<reply_finish> finishes;
  for (const auto& done : commit_together(commits)) {
    ASSERT_TRUE(done);
    finishes.push_back(finish_of(commits[finishes.size()], done->outbox_id));
  }
  for (const auto& done : finish_together(finishes)) EXPECT_TRUE(done && *done);
  EXPECT_EQ(say({"HGET", day, "i:lq-guotu"}).text, "many");
  EXPECT_EQ(say({"HGET", day, "s:lq-guotu"}).text, "2") << "the victim's other sums are kept";
  const auto sum = run(kept().ledger("2026-11-24", "2026-11-24"));
  ASSERT_THAT(sum, SizeIs(1));
  EXPECT_EQ(sum[0].inquiries, 2u);
  EXPECT_EQ(sum[0].segments, 6u);
}

TEST_F(StoreScripts, OneCommitTwiceInOneTurnIsDoneOnce) {
  // Both are told the same; a second text on the same revision is a conflict.
  const auto c = sample_commit(1, 1);
  const auto done = commit_together({c, c, sample_commit(2, 2)});
  EXPECT_EQ(calls_of("evalsha"), 1u);
  EXPECT_EQ(done[0]->status, commit_status::committed);
  EXPECT_EQ(done[1]->status, commit_status::committed);
  EXPECT_EQ(done[1]->outbox_id, done[0]->outbox_id);
  EXPECT_EQ(done[1]->actual.revision, done[0]->actual.revision);
  EXPECT_EQ(done[2]->status, commit_status::conflict);
  EXPECT_THAT(outbox(c.key), SizeIs(1));
  EXPECT_EQ(run(kept().ledger("2026-11-24", "2026-11-24"))[0].inquiries, 1u);
}

TEST_F(StoreScripts, CommitsThatComeWhileACallIsUnderWayAreTheNextCall) {
  const auto calls = calls_of("evalsha");
  say({"CLIENT", "PAUSE", "500"});
  std::vector<answer<commit_result>> commits;
  commits.push_back(commit_after(0, kept(), sample_commit(1, 1, 0, before)));
  commits.push_back(commit_after(5, kept(), sample_commit(2, 2, 0, victim)));
  commits.push_back(commit_after(9, kept(), sample_commit(3, 3, 0, after)));
  for (const auto& done : run_together(link.io(), std::move(commits)))
    EXPECT_EQ(done->status, commit_status::committed);
  EXPECT_EQ(calls_of("evalsha"), calls + 2);
}

TEST_F(StoreScripts, AnyNumberOfATurnIsAnswered) {
  // More than go into one call: each gets its own answer.
  std::vector<inquiry_commit> commits;
  for (int i = 0; i < 150; ++i)
    commits.push_back(sample_commit(1, 1, 0, resident("86138001" + std::to_string(10000 + i))));
  const auto done = commit_together(commits);
  EXPECT_EQ(calls_of("evalsha"), 3u);
  for (std::size_t i = 0; i < commits.size(); ++i) {
    const auto standing = run(kept().load_conversation(commits[i].key));
    EXPECT_EQ(done[i]->actual.revision, standing.revision);
    EXPECT_NE(standing.revision, 0u);
  }
}

TEST_F(StoreScripts, AServerThatForgotTheScriptsLearnsThemUnseen) {
  // After SCRIPT FLUSH every call works as before, each the first to find out.
  const auto c = sample_commit(1, 1);
  auto f = finish_of(c, "");
  f.replies[0].dead_reason = "ESME_RINVDSTADR";
  outbox_entry gone;
  gone.id = "1-1";
  gone.key = c.key;
  const std::function<void()> calls[] = {
      [&] { f.replies[0].outbox_id = commit_together({c})[0].value().outbox_id; },
      [&] { EXPECT_EQ(run(kept().load_conversation(c.key)).state, c.next); },
      [&] { EXPECT_TRUE(run(kept().finish(f))); },
      [&] { EXPECT_TRUE(run(kept().requeue_dead_letter(run(kept().dead_letters(1)).at(0).id, "p2"))); },
      [&] {
        EXPECT_EQ(run(kept().add_part(its_parts, sample_part(1, 9))).status, add_part_status::complete);
      },
      [&] { EXPECT_THAT(run(kept().take_due_parts(a_bucket)), IsEmpty()); },
      [&] { EXPECT_GT(run(kept().renew_lease("p1")), 0); },
      [&] { EXPECT_THAT(run(kept().dead_processes()), IsEmpty()); },
      [&] { EXPECT_EQ(run(kept().take_over("p1", "p2", a_bucket, 1)), 0u); },
      [&] { EXPECT_EQ(run(kept().replace_reply(gone, "p1")), ""); },
      [&] { EXPECT_FALSE(run(kept().forget_process("p1"))); },
      [&] { EXPECT_TRUE(run(kept().write_directory(0, {}))); },
      [&] { EXPECT_EQ(run(kept().load_directory()).version, 1u); },
      [&] { EXPECT_THAT(run(kept().share_counts(1, "p1/1", {})), IsEmpty()); },
      [&] { EXPECT_THAT(run(kept().traces(c.key.msisdn)), IsEmpty()); },
      [&] { EXPECT_TRUE(run(kept().note_receipts(std::vector<receipt_record>(1)))); },
      [&] { EXPECT_EQ(run(kept().forget_resident(c.key.msisdn, {c.key.service})).traces, 0u); },
  };
  std::size_t learnt = 0;
  for (const auto& call : calls) {
    say({"SCRIPT", "FLUSH"});
    call();
    EXPECT_EQ(calls_of("eval"), calls_of("evalsha"));
    learnt += calls_of("eval");
    say({"CONFIG", "RESETSTAT"});
  }
  EXPECT_EQ(learnt, scripts::all().size());
}

TEST_F(StoreScripts, AScriptIsLearntOnceForAllThatWait) {
  // Two calls on their way when the server forgets: both are done, in their order.
  say({"SCRIPT", "FLUSH"});
  std::vector<inquiry_commit> commits;
  for (std::uint32_t i = 0; i < 100; ++i)
    commits.push_back(sample_commit(i, i, 0, resident("86138001" + std::to_string(10000 + i))));
  for (const auto& done : commit_together(commits))
    EXPECT_TRUE(done && done->status == commit_status::committed);
}

}  // namespace
}  // namespace duanwen::test
