// Calls whose answer was lost: each is done once, however often it is asked for.
#include "tests/support/redis/redis_store_test.hpp"

namespace duanwen::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const auto its_bucket = bucket_of(resident().msisdn);

class StoreRepeats : public redis_store_test {
 protected:
  /// Calls, and cuts the link when the server has done it and before anybody read its answer. `look` and its
  /// answer tell when it was done.
  template <class T>
  void lose_answer(answer<T> call, const redis_command& look, const std::string& done) {
    redis_link other(server().url());
    ASSERT_TRUE(other.wait_up());
    link.link().send({"CLIENT", "REPLY", "OFF"}, [](const result<resp_value>&) {});
    auto lost = boost::asio::co_spawn(link.io(), std::move(call), boost::asio::use_future);
    link.io().restart();
    const auto is_done = [&] {
      const auto said = other.say(look);
      return (said.is == resp_value::kind::number ? std::to_string(said.number) : said.text) == done;
    };
    while (!is_done()) link.io().run_one_for(std::chrono::milliseconds(1));
    other.say({"CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"});
    ASSERT_TRUE(
        link.run_until([&] { return lost.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }));
    EXPECT_EQ(lost.get().error(), storage_errc::unknown_outcome);
    ASSERT_TRUE(link.wait_up());
  }
};

TEST_F(StoreRepeats, ACommitIsTheSameCommit) {
  // Told the same as it would have been: one answer waits, one inquiry is counted.
  const auto c = sample_commit(1, 1);
  lose_answer(kept().commit(c), {"XLEN", redis_keys::outbox("p1", its_bucket)}, "1");
  const auto again = run(kept().commit(c));
  EXPECT_EQ(again.status, commit_status::committed);
  ASSERT_THAT(outbox(c.key), SizeIs(1));
  EXPECT_EQ(outbox(c.key)[0].id, again.outbox_id);
  EXPECT_EQ(run(kept().load_conversation(c.key)).revision, again.actual.revision);
  EXPECT_EQ(run(kept().ledger("2026-11-24", "2026-11-24"))[0].inquiries, 1u);
}

TEST_F(StoreRepeats, ACommitOfPartsIsTheSameCommit) {
  // Though the parts are gone by then.
  ASSERT_EQ(run(kept().add_part(sample_parts(7, 1), sample_part(1, 1))).status, add_part_status::complete);
  auto c = sample_commit(1, 1);
  c.parts = sample_parts(7, 1);
  lose_answer(kept().commit(c), {"XLEN", redis_keys::outbox("p1", its_bucket)}, "1");
  const auto again = run(kept().commit(c));
  EXPECT_EQ(again.status, commit_status::committed);
  EXPECT_EQ(again.outbox_id, outbox(c.key).at(0).id);
}

TEST_F(StoreRepeats, AFinishIsBookedOnce) {
  // The second is told that it was finished before.
  const auto c = sample_commit(1, 1);
  auto f = finish_of(c, run(kept().commit(c)).outbox_id);
  f.replies[0].dead_reason = "refused";
  lose_answer(kept().finish(f), {"XLEN", redis_keys::outbox("p1", its_bucket)}, "0");
  EXPECT_FALSE(run(kept().finish(f)));
  EXPECT_EQ(run(kept().ledger("2026-11-24", "2026-11-24"))[0].segments, 2u);
  EXPECT_THAT(run(kept().dead_letters(10)), SizeIs(1));
}

TEST_F(StoreRepeats, AReplyIsReplacedOnce) {
  // The second is told the id that the first was given.
  const auto c = sample_commit(1, 1);
  auto entry = sample_entry(c.key, "改天再来");
  entry.id = run(kept().commit(c)).outbox_id;
  const auto next = sample_commit(2, 2, run(kept().load_conversation(c.key)).revision);
  const auto finished = finish_of(next, run(kept().commit(next)).outbox_id);
  lose_answer(kept().replace_reply(entry, "p1"),
              {"EVAL", "return #redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])", "1",
               redis_keys::outbox("p1", its_bucket), entry.id},
              "0");
  const auto again = run(kept().replace_reply(entry, "p1"));
  EXPECT_TRUE(run(kept().finish(finished)));
  ASSERT_THAT(outbox(c.key), SizeIs(1));
  EXPECT_EQ(outbox(c.key)[0].id, again);
  EXPECT_EQ(outbox(c.key)[0].answer, entry.answer);
}

TEST_F(StoreRepeats, APartIsKeptOnce) {
  // Also the one that completes, which is told so again.
  const auto parts = redis_keys::parts(sample_parts());
  lose_answer(kept().add_part(sample_parts(), sample_part(1, 1)), {"HLEN", parts}, "1");
  EXPECT_EQ(run(kept().add_part(sample_parts(), sample_part(1, 1))).status, add_part_status::waiting);
  lose_answer(kept().add_part(sample_parts(), sample_part(2, 2)), {"HLEN", parts}, "2");
  const auto again = run(kept().add_part(sample_parts(), sample_part(2, 2)));
  EXPECT_EQ(again.status, add_part_status::complete);
  EXPECT_THAT(again.parts, SizeIs(2));
}

TEST_F(StoreRepeats, ATakeOverGoesOnWhereItWas) {
  // What moved has moved, and nothing moves twice.
  store_limits limits;
  limits.lease = limits.take_over_margin = milliseconds(0);
  use(limits);
  std::uint64_t revision = 0;
  for (std::uint32_t i = 1; i <= 3; ++i)
    revision = run(kept().commit(sample_commit(i, i, revision))).actual.revision;
  lose_answer(kept().take_over("p1", "p2", its_bucket, 2), {"XLEN", redis_keys::outbox("p2", its_bucket)},
              "2");
  EXPECT_EQ(run(kept().take_over("p1", "p2", its_bucket, 2)), 1u);
  EXPECT_EQ(run(kept().take_over("p1", "p2", its_bucket, 2)), 0u);
  std::vector<std::string> texts;
  for (const auto& e : outbox(resident(), "p2")) texts.push_back(e.answer.blocks.at(0).text);
  EXPECT_THAT(texts, ElementsAre("答1", "答2", "答3"));
  EXPECT_THAT(outbox(resident(), "p1"), IsEmpty());
}

TEST_F(StoreRepeats, ATokenIsPutOnceAndRemovedOnce) {
  // Its own repetition is no clash of names; the second removal finds none.
  token_record token;
  token.name = "门户";
  token.sha256 = "abc";
  lose_answer(kept().put_token(token), {"HLEN", redis_keys::tokens}, "1");
  EXPECT_TRUE(run(kept().put_token(token)));
  lose_answer(kept().remove_token(token.name), {"HLEN", redis_keys::tokens}, "0");
  EXPECT_FALSE(run(kept().remove_token(token.name)));
  EXPECT_THAT(run(kept().load_tokens()), IsEmpty());
}

TEST_F(StoreRepeats, ADirectoryIsWrittenOnce) {
  // The second is told to load and decide again, and finds its own change.
  directory_change change;
  change.put_areas.emplace_back().id = "lq";
  lose_answer(kept().write_directory(0, change), {"GET", redis_keys::directory_version}, "1");
  EXPECT_FALSE(run(kept().write_directory(0, change)));
  const auto now = run(kept().load_directory());
  EXPECT_EQ(now.version, 1u);
  EXPECT_EQ(now.document.areas, change.put_areas);
}

}  // namespace
}  // namespace duanwen::test
