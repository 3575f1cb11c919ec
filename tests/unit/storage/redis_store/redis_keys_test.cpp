// Where everything of a resident lies in Redis: one bucket, and one key for one thing.
#include "storage/redis_store/redis_keys.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>

#include "tests/support/stores/store_samples.hpp"

namespace duanwen {
namespace {

using test::resident;
using test::sample_parts;

/// What may come from a peer and looks like our own marks.
const std::vector<std::string> nasty = {"",    ":",   "%",   "%3A",  "{b01}", "}{",
                                        "a:b", "a%b", "{}:", "::%%", "\r\n",  std::string("\0\xff", 2)};

std::vector<std::string> keys_of(const conversation_key& key) {
  const auto bucket = bucket_of(key.msisdn);
  const auto parts = sample_parts(7, 2, key);
  return {redis_keys::conversation(key),       redis_keys::outbox(key.service, bucket),
          redis_keys::dead_letters(bucket),    redis_keys::parts(parts),
          redis_keys::leases(bucket),          redis_keys::parts_begin(bucket),
          redis_keys::parts_deadlines(bucket), redis_keys::ledger(key.service, bucket)};
}

TEST(Buckets, AreOfTheCrcThatRedisClusterUses) {
  // CRC-16/XMODEM of its check text is 31C3.
  EXPECT_EQ(bucket_of("123456789"), 0x31c3u % bucket_count);
  EXPECT_EQ(bucket_of(""), 0u);
  EXPECT_EQ(bucket_count, 64u);
}

TEST(Buckets, ShareResidentsEvenly) {
  // Ten thousand numbers of one block: no bucket gets twice its share, none half.
  std::map<std::uint32_t, int> residents;
  for (int i = 0; i < 10000; ++i) ++residents[bucket_of("86138001" + std::to_string(10000 + i))];
  EXPECT_EQ(residents.size(), bucket_count);
  for (const auto& [bucket, count] : residents) {
    EXPECT_LT(bucket, bucket_count);
    EXPECT_LT(count, 2 * 10000 / 64) << bucket;
    EXPECT_GT(count, 10000 / 64 / 2) << bucket;
  }
}

TEST(RedisKeys, AsTheyAreSpelled) {
  // What stands in a store for years may not change with a version.
  const auto key = resident();
  const auto bucket = "{b" + std::to_string(bucket_of(key.msisdn)) + "}:";
  EXPECT_EQ(redis_keys::conversation(key), bucket + "c:10690001:8613800138000");
  EXPECT_EQ(redis_keys::outbox("p1", 7), "{b07}:o:p1");
  EXPECT_EQ(redis_keys::dead_letters(63), "{b63}:d");
  EXPECT_EQ(redis_keys::leases(5), "{b05}:h");
  EXPECT_EQ(redis_keys::parts(sample_parts()), bucket + "p:10690001:8613800138000:mobile:1069000103:7:2");
  EXPECT_EQ(redis_keys::parts_deadlines(0), "{b00}:pt");
  EXPECT_EQ(redis_keys::ledger("2026-11-24", 9), "{b09}:l:2026-11-24");
}

TEST(RedisKeys, AllOfAResidentLiesInOneSlot) {
  // A hash tag is what stands between the first { and the } after it; nothing a peer sends may be another.
  for (const auto& service : nasty)
    for (const auto& msisdn : nasty) {
      const conversation_key key(service, msisdn);
      const auto tag = redis_keys::dead_letters(bucket_of(msisdn)).substr(0, 5);
      EXPECT_TRUE(testing::Matches(testing::MatchesRegex("\\{b[0-6][0-9]\\}"))(tag)) << tag;
      for (const auto& k : keys_of(key)) {
        EXPECT_TRUE(k.starts_with(tag + ':')) << k;
        EXPECT_EQ(k.find_first_of("{}", tag.size()), k.npos) << k;
      }
    }
}

TEST(RedisKeys, WhatDiffersHasAnotherKey) {
  // However service and number are cut, no two residents share a key.
  std::set<std::string> conversations, parts;
  for (const auto& service : nasty)
    for (const auto& msisdn : nasty) {
      const conversation_key key(service, msisdn);
      EXPECT_TRUE(conversations.insert(redis_keys::conversation(key)).second) << service << '|' << msisdn;
      EXPECT_TRUE(parts.insert(redis_keys::parts(sample_parts(7, 2, key))).second);
    }
}

TEST(RedisKeys, PartsAreReadBackFromTheirMember) {
  // Any octets of a peer, any reference and total.
  for (const auto& text : nasty)
    for (const std::uint32_t number : {0u, 7u, UINT32_MAX}) {
      auto key = sample_parts(number, number, conversation_key(text, "861"));
      key.carrier = text;
      key.receiver = text + text;
      const auto member = redis_keys::parts_member(key);
      EXPECT_EQ(redis_keys::read_parts_member(member), key) << member;
      EXPECT_EQ(redis_keys::parts(key), redis_keys::parts_begin(bucket_of("861")) + member);
    }
}

TEST(RedisKeys, WhatIsNoMemberIsNone) {
  // Too few or too many fields, numbers that are none, marks that are cut.
  for (const auto* wrong : {"", "a", "a:b:c:d", "a:b:c:d:1", "a:b:c:d:1:", "a:b:c:d::1", "a:b:c:d:1:2:3",
                            "a:b:c:d:1:2 ", "a:b:c:d:-1:2", "a:b:c:d:1:4294967296", "a:b:c:d:0x1:2",
                            "a%:b:c:d:1:2", "a%4:b:c:d:1:2", "a%zz:b:c:d:1:2", "a%+1:b:c:d:1:2"})
    EXPECT_EQ(redis_keys::read_parts_member(wrong), std::nullopt) << wrong;
}

}  // namespace
}  // namespace duanwen
