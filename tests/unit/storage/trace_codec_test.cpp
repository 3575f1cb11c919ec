// Traces and audit records there and back.
#include "storage/trace_codec.hpp"

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
  return t;
}

std::string with_time(const trace_record& t) {
  std::string octets;
  for (int shift = 40; shift >= 0; shift -= 8) octets += static_cast<char>((t.at >> shift) & 0xff);
  return octets + encode_trace(t);
}

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
  newer[6 + 14] = 2;
  EXPECT_FALSE(decode_trace(newer));
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
