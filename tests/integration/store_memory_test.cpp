// What a resident costs in Redis: an open conversation has to fit into 250 octets of its memory, all told.
#include <cstdlib>

#include "tests/support/redis/redis_user.hpp"

namespace duanwen::test {
namespace {

std::size_t residents_wanted() {
  const char* const wanted = std::getenv("DUANWEN_RESIDENTS");
  return wanted == nullptr ? 4000 : std::strtoul(wanted, nullptr, 10);
}

/// As decide() leaves it after a menu and two details: a place, an area, the count of the hour.
conversation in_the_middle(std::size_t i) {
  conversation c;
  c.menu = menu_kind::department;
  c.id = "lq-baihe-guotu";
  c.menu_from = i % 2 == 0 ? 0 : 12;
  c.below_menu = true;
  c.last_area = "lq-baihe";
  c.fuse_hour = 497'000;
  c.fuse_segments = static_cast<std::uint32_t>(i % 7 + 1);
  return c;
}

answer<bool> talk(store& kept, std::size_t i) {
  auto c = sample_commit(i, 1, 0, resident("86138" + std::to_string(10000000 + i)));
  c.next = in_the_middle(i);
  auto again = c;
  const auto done = co_await kept.commit(std::move(again));
  if (done.has_error()) co_return failed<bool>(done.error());
  auto f = finish_of(c, done->outbox_id);
  co_return co_await kept.finish(std::move(f));
}

std::size_t number_behind(const std::string& info, const std::string& field) {
  const auto label = "\r\n" + field + ':';
  return std::stoul(info.substr(info.find(label) + label.size()));
}

/// Without the buffers of links, whose size tells how busy they were.
std::size_t memory_of(const private_redis& redis) {
  redis_link link(redis.url());
  link.wait_up();
  const auto info = link.say({"INFO", "memory"}).text;
  return number_behind(info, "used_memory") - number_behind(info, "mem_clients_normal");
}

TEST(StoreMemory, AnOpenConversationTakesLittle) {
  // Its key, its value, its expiry, and its share of all tables, after its reply was sent.
  const private_redis redis({"--appendonly", "no"});
  redis_user user(redis.url(), quick_redis_settings(milliseconds(60000)));
  ASSERT_TRUE(user.wait_up());
  const auto residents = residents_wanted();
  constexpr std::size_t at_once = 1000;
  ASSERT_TRUE(user.run(talk(user.kept(), residents)));  // the streams and the ledger are there from now on
  const auto before = memory_of(redis);
  for (std::size_t begin = 0; begin < residents; begin += at_once) {
    std::vector<answer<bool>> talks;
    for (std::size_t i = 0; i < at_once; ++i) talks.push_back(talk(user.kept(), begin + i));
    for (const auto& done : run_together(user.io(), std::move(talks))) ASSERT_TRUE(done && *done);
  }
  const auto each = (memory_of(redis) - before) / residents;
  RecordProperty("octets_each", std::to_string(each));
  EXPECT_LE(each, 250u);
}

}  // namespace
}  // namespace duanwen::test
