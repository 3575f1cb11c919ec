// Traces and audit records there and back.
#include "storage/codec/trace_codec.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

trace_record sample() {
  trace_record t;
  t.at = 1'800'000'000'000;
  t.msisdn = "8613800000001";
  t.service = "10690001";
  t.carrier = "mobile";
  t.outcome = "menu";
  t.matched = "exact";
  t.segments = 300;
  t.text = "龙泉国土";
  t.mark = 0xfedcba9876543210;
  return t;
}

receipt_record sample_receipt() {
  receipt_record r;
  r.at = 1'800'000'000'000;
  r.came = r.at - 70;
  r.msisdn = "8613800000001";
  r.marks = {0xfedcba9876543210, 7};
  r.carrier = "mobile";
  r.state = "UNDELIV";
  r.error = "3:27";
  r.segment = 2;
  r.segments = 3;
  return r;
}

std::string time_octets(std::int64_t at) {
  std::string octets;
  for (int shift = 40; shift >= 0; shift -= 8) octets += static_cast<char>((at >> shift) & 0xff);
  return octets;
}

std::string with_time(const trace_record& t) { return time_octets(t.at) + encode_trace(t); }
std::string with_time(const receipt_record& r) { return time_octets(r.at) + encode_receipt(r); }

TEST(TraceCodec, ReadsWhatItWrote) {
  // With the time that the script puts before it.
  EXPECT_EQ(decode_trace(with_time(sample())), sample());
}

TEST(TraceCodec, BeginsWithTheNumberAsScriptsReadIt) {
  // A length in one octet and the digits.
  EXPECT_EQ(encode_trace(sample()).substr(0, 14),
            "\x0d"
            "8613800000001");
}

TEST(TraceCodec, RefusesWhatIsNoTrace) {
  // Every part of one, one that goes on, and another version.
  const auto whole = with_time(sample());
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(decode_trace(whole.substr(0, size))) << size;
  EXPECT_FALSE(decode_trace(whole + "x"));
  auto newer = whole;
  newer[6 + 14] = 3;
  EXPECT_FALSE(decode_trace(newer));
}

TEST(TraceCodec, ReadsWhatWasWrittenBeforeTracesHadAMark) {
  // That was version 1, and ended with the text.
  auto unmarked = sample();
  unmarked.mark = 0;
  auto octets = with_time(unmarked);
  octets[6 + 14] = 1;
  octets.pop_back();
  EXPECT_EQ(decode_trace(octets), unmarked);
}

TEST(ReceiptCodec, ReadsWhatItWrote) {
  // And nothing else; a receipt is no trace, nor the other way round.
  const auto whole = with_time(sample_receipt());
  EXPECT_EQ(decode_receipt(whole), sample_receipt());
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(decode_receipt(whole.substr(0, size))) << size;
  EXPECT_FALSE(decode_trace(whole));
  EXPECT_FALSE(decode_receipt(with_time(sample())));
}

TEST(Traces, HaveTheReceiptsOfTheirReplyOnce) {
  // A reply may answer several inquiries; what was noted down again differs in that time alone.
  auto other = sample(), older = sample();
  other.mark = 8;
  older.mark = 0;
  auto again = sample_receipt(), delivered = sample_receipt();
  again.at += 500;
  delivered.state = "DELIVRD";
  delivered.marks.push_back(8);
  const auto joined = with_receipts({older, sample(), other}, {sample_receipt(), again, delivered});
  EXPECT_TRUE(joined[0].receipts.empty());
  EXPECT_EQ(joined[1].receipts, (std::vector<receipt_record>{sample_receipt(), delivered}));
  EXPECT_EQ(joined[2].receipts, std::vector<receipt_record>{delivered});
}

TEST(AuditCodec, ReadsWhatItWrote) {
  // And nothing else.
  audit_record record;
  record.at = 1'800'000'000'000;
  record.who = "anna";
  record.what = "DELETE /api/v1/areas/lq";
  const auto octets = encode_audit(record);
  EXPECT_EQ(decode_audit(octets), record);
  for (std::size_t size = 0; size < octets.size(); ++size)
    EXPECT_FALSE(decode_audit(octets.substr(0, size))) << size;
}

}  // namespace
}  // namespace duanwen
