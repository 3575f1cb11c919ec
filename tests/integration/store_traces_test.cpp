// Traces, texts that meant nothing, audit, and what is forgotten of a resident.
#include "tests/support/stores/store_test.hpp"

namespace duanwen::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class StoreTraces : public both_stores {
 protected:
  /// The `number`th inquiry of a resident who asked nothing before.
  void ask(const std::string& text, std::uint32_t number, const std::string& unmatched = "",
           const conversation_key& key = resident()) {
    const auto revision = run(kept().load_conversation(key)).revision;
    auto c = sample_commit(number, number, revision, key);
    c.trace.emplace();
    c.trace->msisdn = key.msisdn;
    c.trace->text = text;
    c.trace->mark = number;
    c.unmatched = unmatched;
    ASSERT_EQ(commit(c).status, commit_status::committed);
  }
  void note(std::uint64_t mark, const std::string& state, const conversation_key& key = resident()) {
    receipt_record one;
    one.msisdn = key.msisdn;
    one.marks.push_back(mark);
    one.state = state;
    std::vector<receipt_record> all(1, one);
    EXPECT_TRUE(run(kept().note_receipts(std::move(all))));
  }
  std::vector<std::string> states_of(const std::string& msisdn, std::size_t inquiry) {
    std::vector<std::string> states;
    const auto all = run(kept().traces(msisdn));
    for (const auto& r : all.at(inquiry).receipts) states.push_back(r.state);
    return states;
  }
  std::vector<std::string> texts_of(const std::string& msisdn) {
    std::vector<std::string> texts;
    for (const auto& t : run(kept().traces(msisdn))) texts.push_back(t.text);
    return texts;
  }
};
INSTANTIATE_ON_BOTH_STORES(StoreTraces);

TEST_P(StoreTraces, AreThoseOfOneResidentWithTheirTime) {
  // Oldest first, whoever else is in the bucket; a redelivery leaves no second one.
  ask("一", 1);
  ask("二", 2);
  auto again = sample_commit(2, 2);
  again.trace.emplace();
  again.trace->msisdn = resident().msisdn;
  commit(again);
  EXPECT_THAT(texts_of(resident().msisdn), ElementsAre("一", "二"));
  EXPECT_GT(run(kept().traces(resident().msisdn))[0].at, 1'700'000'000'000);
  EXPECT_THAT(texts_of("8613900139000"), IsEmpty());
}

TEST_P(StoreTraces, HaveWhatReceiptsToldOfTheirReply) {
  // Each its own, one noted down twice once, several of several buckets in one call; and they are forgotten.
  const auto other = resident("8613900139000");
  ask("一", 1);
  ask("二", 2);
  ask("别人", 1, "", other);
  note(2, "ENROUTE");
  std::vector<receipt_record> all(3);
  for (auto& one : all) {
    one.msisdn = resident().msisdn;
    one.marks.push_back(2);
    one.state = "DELIVRD";
  }
  all[2].msisdn = other.msisdn;
  all[2].marks = {1};
  EXPECT_TRUE(run(kept().note_receipts(all)));
  EXPECT_THAT(states_of(resident().msisdn, 0), IsEmpty());
  EXPECT_THAT(states_of(resident().msisdn, 1), ElementsAre("ENROUTE", "DELIVRD"));
  EXPECT_GT(run(kept().traces(resident().msisdn))[1].receipts[0].at, 1'700'000'000'000);
  EXPECT_THAT(states_of(other.msisdn, 0), ElementsAre("DELIVRD"));
  EXPECT_EQ(run(kept().forget_resident(resident().msisdn, {"10690001"})).traces, 2u) << "receipts are none";
  ask("三", 3);
  note(3, "EXPIRED");
  EXPECT_THAT(states_of(resident().msisdn, 0), ElementsAre("EXPIRED"));
  EXPECT_THAT(states_of(other.msisdn, 0), ElementsAre("DELIVRD"));
}

TEST_P(StoreTraces, ReceiptsCountAmongThem) {
  // The oldest go, whichever they are.
  store_limits limits;
  limits.traces_a_bucket_max = 2;
  open(limits);
  ask("一", 1);
  ask("二", 2);
  note(2, "DELIVRD");
  EXPECT_THAT(texts_of(resident().msisdn), ElementsAre("二"));
  EXPECT_THAT(states_of(resident().msisdn, 0), ElementsAre("DELIVRD"));
}

TEST_P(StoreTraces, EndAfterTheirTimeAndBeyondTheirNumber) {
  // Both are limits of their own.
  store_limits limits;
  limits.traces_a_bucket_max = 2;
  open(limits);
  for (std::uint32_t i = 1; i <= 4; ++i) ask(std::to_string(i), i);
  EXPECT_THAT(texts_of(resident().msisdn), ElementsAre("3", "4"));
  limits.traces_kept = milliseconds(0);
  open(limits);
  ask("一", 1);
  EXPECT_THAT(texts_of(resident().msisdn), IsEmpty());
}

TEST_P(StoreTraces, TextsThatMeantNothingAreCountedOverAllResidents) {
  // Most frequent first, within the days, and no more different ones a bucket than its limit.
  store_limits limits;
  limits.unmatched_a_bucket_max = 2;
  open(limits);
  ask("", 1, "天气");
  ask("", 2, "彩票");
  ask("", 3, "彩票");
  ask("", 4, "第三");
  ask("", 1, "彩票", resident("8613900139000"));
  EXPECT_THAT(run(kept().unmatched("2026-11-24", "2026-11-24")),
              ElementsAre(unmatched_text("彩票", 3), unmatched_text("天气", 1)));
  EXPECT_THAT(run(kept().unmatched("2026-11-25", "2026-11-26")), IsEmpty());
}

TEST_P(StoreTraces, AuditKeepsTheNewest) {
  // The same record told again is kept once.
  store_limits limits;
  limits.audit_max = 2;
  open(limits);
  audit_record record;
  record.who = "anna";
  for (const auto at : {1, 2, 3, 3}) {
    record.at = at;
    record.what = std::to_string(at);
    run(kept().append_audit(record));
  }
  const auto newest = run(kept().audit(10));
  ASSERT_THAT(newest, SizeIs(2));
  EXPECT_EQ(newest[0].what, "3");
  EXPECT_EQ(newest[1].what, "2");
  EXPECT_THAT(run(kept().audit(1)), SizeIs(1));
  EXPECT_THAT(run(kept().audit(0)), IsEmpty());
}

TEST_P(StoreTraces, AResidentIsForgotten) {
  // Conversation, parts, traces and dead letters, and nothing of anybody else; what waits still goes out.
  const auto other = resident("8613900139000");
  ask("我", 1);
  ask("别人", 1, "", other);
  auto dying = finish_of(sample_commit(1, 1), outbox("p1").at(0).id);
  dying.replies.front().dead_reason = "ESME_RINVDSTADR";
  ASSERT_TRUE(run(kept().finish(dying)));
  ask("我", 2);
  run(kept().add_part(sample_parts(), sample_part(1, 9)));
  const auto gone = run(kept().forget_resident(resident().msisdn, {"10690001", "10690002"}));
  EXPECT_EQ(gone.traces, 2u);
  EXPECT_EQ(gone.dead_letters, 1u);
  EXPECT_EQ(gone.others, 2u) << "a conversation and a part";
  EXPECT_EQ(run(kept().forget_resident(resident().msisdn, {"10690001", "10690002"})), forgotten());
  EXPECT_THAT(texts_of(resident().msisdn), IsEmpty());
  EXPECT_EQ(run(kept().load_conversation(resident())).revision, 0u);
  EXPECT_THAT(run(kept().dead_letters(10)), IsEmpty());
  EXPECT_EQ(run(kept().add_part(sample_parts(), sample_part(2, 10))).status, add_part_status::waiting);
  EXPECT_THAT(outbox("p1"), SizeIs(1));
  EXPECT_THAT(texts_of(other.msisdn), ElementsAre("别人"));
  EXPECT_NE(run(kept().load_conversation(other)).revision, 0u);
}

}  // namespace
}  // namespace duanwen::test
