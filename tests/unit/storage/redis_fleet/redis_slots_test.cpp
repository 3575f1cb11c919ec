// Slots of a Cluster: of keys, of what servers say about them, and that every call of ours needs only one.
#include "storage/redis_fleet/redis_slots.hpp"

#include <gmock/gmock.h>

#include "storage/crc16.hpp"
#include "storage/redis_store/redis_greetings.hpp"
#include "storage/redis_store/redis_keys.hpp"
#include "tests/support/stores/store_samples.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using list = std::vector<resp_value>;

const server_address asked{"10.0.0.9", 7009};

resp_value text(const std::string& t) { return resp_value::of_text(resp_value::kind::text, t); }
resp_value number(std::int64_t n) { return resp_value::of_number(n); }
resp_value server(const std::string& host, std::int64_t port) {
  return resp_value::of_list(list{text(host), number(port), text("id")});
}
resp_value range(std::int64_t first, std::int64_t last, const list& servers) {
  list items{number(first), number(last)};
  items.insert(items.end(), servers.begin(), servers.end());
  return resp_value::of_list(std::move(items));
}

TEST(RedisSlots, OfAKeyAsRedisSaysThem) {
  // What CLUSTER KEYSLOT of Redis 7 answers; the tag is what stands in the first braces, if anything.
  const std::pair<std::string, int> rows[] = {{"foo", 12182},
                                              {"bar", 5061},
                                              {"123456789", 12739},
                                              {"{foo}:x", 12182},
                                              {"a{bar}b{foo}", 5061},
                                              {"", 0},
                                              {"foo{}bar", crc16("foo{}bar") % 16384},
                                              {"{foo", crc16("{foo") % 16384}};
  for (const auto& [key, slot] : rows) EXPECT_EQ(slot_of(key), slot) << key;
}

TEST(RedisSlots, ABucketIsOne) {
  // All that a commit touches lies in the slot of its bucket, and all buckets are among those the store
  // names.
  const auto key = test::resident();
  const auto bucket = bucket_of(key.msisdn);
  const auto slot = slot_of(redis_keys::leases(bucket));
  for (const auto& one : {redis_keys::conversation(key), redis_keys::outbox("p", bucket),
                          redis_keys::dead_letters(bucket), redis_keys::parts(test::sample_parts(7, 2, key)),
                          redis_keys::parts_deadlines(bucket), redis_keys::ledger("2026-11-24", bucket)})
    EXPECT_EQ(slot_of(one), slot) << one;
  const auto all = store_needs().slots;
  for (std::uint32_t b = 0; b < bucket_count; ++b)
    EXPECT_TRUE(all.contains(slot_of(redis_keys::outbox("p", b))));
  for (const auto* one :
       {redis_keys::directory_version, redis_keys::directory_places, redis_keys::areas,
        redis_keys::departments, redis_keys::themes, redis_keys::tokens, redis_keys::buckets})
    EXPECT_TRUE(all.contains(slot_of(one))) << one;
}

TEST(RedisSlots, FromAServersMap) {
  // The first server of a range is its master; one without a name is the one that was asked.
  const auto said =
      resp_value::of_list(list{range(0, 5460, {server("10.0.0.1", 7001), server("10.0.0.4", 7004)}),
                               range(5461, 16383, {server("", 7002)})});
  const auto read = read_slots(said, asked);
  ASSERT_TRUE(read);
  EXPECT_THAT(*read, ElementsAre(slot_range{0, 5460, {"10.0.0.1", 7001}},
                                 slot_range{5461, 16383, {"10.0.0.9", 7002}}));
}

TEST(RedisSlots, WhatIsNoMapIsNone) {
  // Anything that a confused server could say.
  const list broken[] = {{},
                         {text("x")},
                         {range(0, 1, {})},
                         {range(5, 4, {server("a", 1)})},
                         {range(-1, 4, {server("a", 1)})},
                         {range(0, 16384, {server("a", 1)})},
                         {range(0, 1, {server("a", 0)})},
                         {range(0, 1, {server("a", 65536)})},
                         {range(0, 1, {server("a", 1)}), number(3)}};
  for (const auto& items : broken) EXPECT_FALSE(read_slots(resp_value::of_list(items), asked));
  EXPECT_FALSE(read_slots(text("OK"), asked));
}

TEST(RedisSlots, Redirections) {
  // MOVED for good, ASK for once; IPv6 stands without brackets.
  const auto moved = read_redirection("MOVED 3999 127.0.0.1:6381", asked);
  ASSERT_TRUE(moved);
  EXPECT_FALSE(moved->ask);
  EXPECT_EQ(moved->to, (server_address{"127.0.0.1", 6381}));
  const auto ask = read_redirection("ASK 3999 ::1:6381", asked);
  ASSERT_TRUE(ask);
  EXPECT_TRUE(ask->ask);
  EXPECT_EQ(ask->to, (server_address{"::1", 6381}));
  EXPECT_EQ(read_redirection("MOVED 3999 :6381", asked)->to, (server_address{"10.0.0.9", 6381}));
  for (const auto* other :
       {"", "MOVED", "MOVED 1", "MOVED 1 a:x", "MOVED 1 a:70000", "ERR MOVED 1 a:1", "ASKING"})
    EXPECT_FALSE(read_redirection(other, asked)) << other;
}

}  // namespace
}  // namespace duanwen
