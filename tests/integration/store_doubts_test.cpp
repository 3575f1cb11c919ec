// Which arrivals the Store takes for a redelivery, and until when it is in doubt.
#include "tests/support/stores/store_test.hpp"

namespace duanwen::test {
namespace {

using testing::SizeIs;

class StoreDoubts : public both_stores {
 protected:
  /// The octets of sample_commit(1, 1) by another bind.
  static inquiry_commit on_bind(std::uint64_t bind_epoch, std::uint64_t revision) {
    auto c = sample_commit(1, 1, revision);
    c.arrivals[0].bind_epoch = bind_epoch;
    return c;
  }
  /// The carrier has read the response to it, whose reply is no matter here.
  void was_read(const inquiry_commit& c) {
    auto read = finish_of(c, "");
    read.replies.clear();
    EXPECT_FALSE(run(kept().finish(read)));
  }
};
INSTANTIATE_ON_BOTH_STORES(StoreDoubts);

TEST_P(StoreDoubts, ArrivalOnAnotherLinkOrBindIsARedelivery) {
  // The same octets elsewhere are a redelivery; on the same bind under another number a new inquiry.
  const auto first = commit(sample_commit(1, 1));
  auto elsewhere = sample_commit(1, 1, first.actual.revision);
  elsewhere.arrivals[0].link = "mobile/1";
  EXPECT_EQ(commit(elsewhere).status, commit_status::redelivered);
  elsewhere.arrivals[0] = delivery(1, "mobile/0", 2, 1);
  EXPECT_EQ(commit(elsewhere).status, commit_status::redelivered);
  EXPECT_EQ(commit(sample_commit(1, 2, first.actual.revision)).status, commit_status::committed);
  EXPECT_THAT(outbox("p1"), SizeIs(2));
}

TEST_P(StoreDoubts, WhatIsTextedAgainAfterARedeliveryIsNew) {
  // On each bind one redelivery is expected of each arrival in doubt; what comes beyond it was texted again.
  auto c = sample_commit(1, 1);
  c = sample_commit(1, 2, commit(c).actual.revision);
  const auto revision = commit(c).actual.revision;
  const auto on_next_bind = [&](std::uint32_t sequence) {
    auto again = sample_commit(1, sequence, revision);
    again.arrivals[0].bind_epoch = 2;
    return again;
  };
  EXPECT_EQ(commit(on_next_bind(1)).status, commit_status::redelivered);
  EXPECT_EQ(commit(on_next_bind(1)).status, commit_status::redelivered) << "asked for again, unheard";
  EXPECT_EQ(commit(on_next_bind(2)).status, commit_status::redelivered);
  EXPECT_THAT(outbox("p1"), SizeIs(2));
  EXPECT_EQ(commit(on_next_bind(3)).status, commit_status::committed);
  EXPECT_THAT(outbox("p1"), SizeIs(3));
}

TEST_P(StoreDoubts, APartThatIsTextedAgainAfterARedeliveryIsNew) {
  // As for whole inquiries.
  ASSERT_EQ(run(kept().add_part(sample_parts(7, 1), sample_part(1, 1))).status, add_part_status::complete);
  auto c = sample_commit(1, 1);
  c.parts = sample_parts(7, 1);
  ASSERT_EQ(commit(c).status, commit_status::committed);
  auto part = sample_part(1, 1, 5);
  part.arrival.bind_epoch = 2;
  EXPECT_EQ(run(kept().add_part(sample_parts(7, 1), part)).status, add_part_status::redelivered);
  EXPECT_EQ(run(kept().add_part(sample_parts(7, 1), part)).status, add_part_status::redelivered);
  part.arrival.sequence_number = 6;
  EXPECT_EQ(run(kept().add_part(sample_parts(7, 1), part)).status, add_part_status::complete);
}

TEST_P(StoreDoubts, WhatIsProvenReadIsNoLongerInDoubt) {
  // After its answer was sent, the same octets elsewhere are a new inquiry.
  const auto c = sample_commit(1, 1);
  const auto first = commit(c);
  EXPECT_TRUE(run(kept().finish(finish_of(c, first.outbox_id))));
  auto elsewhere = sample_commit(1, 1, first.actual.revision);
  elsewhere.arrivals[0].link = "mobile/1";
  EXPECT_EQ(commit(elsewhere).status, commit_status::committed);
}

TEST_P(StoreDoubts, WhatARedeliveryRepeatedIsOverWhenItWasRead) {
  // The carrier was told OK of the one it had delivered again, so it expects nothing of the first either.
  const auto first = sample_commit(1, 1);
  const auto revision = commit(first).actual.revision;
  const auto again = on_bind(2, revision);
  ASSERT_EQ(commit(again).status, commit_status::redelivered);
  was_read(again);
  EXPECT_EQ(commit(on_bind(3, revision)).status, commit_status::committed);
}

TEST_P(StoreDoubts, WhatARedeliveryRepeatedIsKnownToWhoAsksForItAgain) {
  // The process that it came to first did not hear of its commit, and the redelivery was read meanwhile.
  const auto first = sample_commit(1, 1);
  const auto done = commit(first);
  const auto again = on_bind(2, done.actual.revision);
  ASSERT_EQ(commit(again).status, commit_status::redelivered);
  was_read(again);
  const auto once_more = commit(first);
  EXPECT_EQ(once_more.status, commit_status::committed);
  EXPECT_EQ(once_more.outbox_id, done.outbox_id);
  EXPECT_TRUE(run(kept().finish(finish_of(first, done.outbox_id))));
  EXPECT_THAT(outbox("p1"), testing::IsEmpty());
}

TEST_P(StoreDoubts, WhatCameAfterARedeliveryStaysInDoubtWhenThatWasRead) {
  // What it repeated was proven read by itself meanwhile; the next of the same octets is another inquiry.
  const auto first = sample_commit(1, 1);
  const auto revision = commit(first).actual.revision;
  const auto again = on_bind(2, revision);
  ASSERT_EQ(commit(again).status, commit_status::redelivered);
  was_read(first);
  ASSERT_EQ(commit(on_bind(3, revision)).status, commit_status::committed);
  was_read(again);
  EXPECT_EQ(commit(on_bind(4, revision)).status, commit_status::redelivered);
}

TEST_P(StoreDoubts, AfterTheWindowNothingIsARedelivery) {
  // A record is kept no longer than redelivery_window.
  store_limits limits;
  limits.redelivery_window = milliseconds(0);
  open(limits);
  const auto first = commit(sample_commit(1, 1));
  auto elsewhere = sample_commit(1, 1, first.actual.revision);
  elsewhere.arrivals[0].link = "mobile/1";
  EXPECT_EQ(commit(elsewhere).status, commit_status::committed);
}

TEST_P(StoreDoubts, TheOldestArrivalsAreForgottenFirst) {
  // Of one more than are remembered, the first counts as new and the second as a redelivery.
  auto c = sample_commit(1, 1);
  for (std::uint32_t i = 2; i <= store_limits::in_doubt_max + 1; ++i)
    c.arrivals.push_back(delivery(i, "mobile/0", 1, i));
  const auto revision = commit(c).actual.revision;
  const auto elsewhere = [&](std::uint64_t hash) {
    auto again = sample_commit(hash, 1, revision);
    again.arrivals[0].link = "mobile/1";
    return again;
  };
  EXPECT_EQ(commit(elsewhere(2)).status, commit_status::redelivered);
  EXPECT_EQ(commit(elsewhere(1)).status, commit_status::committed);
}

}  // namespace
}  // namespace duanwen::test
