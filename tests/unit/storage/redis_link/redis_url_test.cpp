// Every form of redis.url: where it leads, and that check and the store agree on what is none.
#include "storage/redis_link/redis_url.hpp"

#include <gtest/gtest.h>

#include "config/addresses/address.hpp"

namespace duanwen {
namespace {

struct good_url {
  std::string url, name, user, password;
  std::uint32_t database = 0;
  bool tls = false;
};

class GoodRedisUrl : public testing::TestWithParam<good_url> {};

TEST_P(GoodRedisUrl, LeadsWhereItSays) {
  // Place, who we are, and the database; the name never has the password.
  const auto& wanted = GetParam();
  EXPECT_EQ(judge_redis_url(wanted.url), "");
  const auto servers = parse_redis_url(wanted.url);
  ASSERT_TRUE(servers);
  EXPECT_EQ(servers->are, redis_servers::kind::one);
  ASSERT_EQ(servers->endpoints.size(), 1u);
  const auto* read = servers->endpoints.data();
  EXPECT_EQ(read->name(), wanted.name);
  EXPECT_EQ(read->user, wanted.user);
  EXPECT_EQ(read->password.reveal(), wanted.password);
  EXPECT_EQ(read->database, wanted.database);
  EXPECT_EQ(read->tls, wanted.tls);
  EXPECT_EQ(read->path.empty(), !wanted.url.starts_with("unix"));
}

INSTANTIATE_TEST_SUITE_P(
    All, GoodRedisUrl,
    testing::Values(good_url{"redis://h", "h:6379", "", ""}, good_url{"redis://h:1", "h:1", "", ""},
                    good_url{"redis://h/", "h:6379", "", ""}, good_url{"redis://h/3", "h:6379", "", "", 3},
                    good_url{"redis://127.0.0.1:6379/15", "127.0.0.1:6379", "", "", 15},
                    good_url{"redis://[::1]:7000/1", "[::1]:7000", "", "", 1},
                    good_url{"redis://:pw@h:1", "h:1", "", "pw"},
                    good_url{"redis://pw@h", "h:6379", "", "pw"},
                    good_url{"redis://u:p@h:1/2", "h:1", "u", "p", 2},
                    good_url{"redis://u%3A:p%40%2f%25@h", "h:6379", "u:", "p@/%"},
                    good_url{"redis://:a@b/c:d@h:1", "h:1", "", "a@b/c:d"},
                    good_url{"redis://:@h", "h:6379", "", ""}, good_url{"redis://u:@h", "h:6379", "u", ""},
                    good_url{"rediss://:pw@redis.example:6380/0", "redis.example:6380", "", "pw", 0, true},
                    good_url{"unix:///run/redis.sock", "/run/redis.sock", "", ""},
                    good_url{"unix:///run/%41 b", "/run/%41 b", "", ""}));

constexpr auto no_form =
    R"(must be "embedded" or begin with redis://, rediss://, unix://, sentinel:// or cluster://)";
constexpr auto no_server = "must be redis://[user:password@]host:port[/database]";
constexpr auto no_socket = "must be unix:///path/of/the/socket";
constexpr auto no_sentinels = "must be sentinel://[user:password@]host:port,host:port/name";
constexpr auto no_cluster = "must be cluster://[user:password@]host:port,host:port";
constexpr auto no_octet = "has a % before the @ without two hexadecimal digits after it; % itself is %25";
constexpr auto long_socket = "has a path of more than 107 octets, too long for a unix socket";

struct bad_url {
  std::string url, message;
};

class BadRedisUrl : public testing::TestWithParam<bad_url> {};

TEST_P(BadRedisUrl, IsRefusedInWords) {
  // By check with what to do about it, and by the store.
  EXPECT_EQ(judge_redis_url(GetParam().url), GetParam().message);
  EXPECT_FALSE(parse_redis_url(GetParam().url));
}

INSTANTIATE_TEST_SUITE_P(
    All, BadRedisUrl,
    testing::Values(
        bad_url{"", no_form}, bad_url{"redis", no_form}, bad_url{"redis:h", no_form},
        bad_url{"http://h:1", no_form}, bad_url{"REDIS://h", no_form}, bad_url{" redis://h", no_form},
        bad_url{"redis://", no_server}, bad_url{"redis:///1", no_server}, bad_url{"redis://:1", no_server},
        bad_url{"redis://h:", no_server}, bad_url{"redis://h:x", no_server},
        bad_url{"redis://h:70000", no_server}, bad_url{"redis://h:-1", no_server},
        bad_url{"redis://h:1 ", no_server}, bad_url{"redis://a b", no_server},
        bad_url{"redis://h?x=1", no_server}, bad_url{"redis://h#x", no_server},
        bad_url{"redis://::1:6379", no_server}, bad_url{"redis://[::1]", no_server},
        bad_url{"redis://[::1:1", no_server}, bad_url{"redis://h:1/db", no_server},
        bad_url{"redis://h:1/1/2", no_server}, bad_url{"redis://h:1/-1", no_server},
        bad_url{"redis://h/1000001", no_server}, bad_url{"redis://u:p@", no_server},
        bad_url{"rediss://", no_server}, bad_url{"redis://:p%@h", no_octet},
        bad_url{"redis://:p%4@h", no_octet}, bad_url{"redis://u%zz:p@h", no_octet},
        bad_url{"rediss://:%+1@h", no_octet}, bad_url{"unix://", no_socket}, bad_url{"unix:///", no_socket},
        bad_url{"unix://run/redis.sock", no_socket}, bad_url{"sentinel://", no_sentinels},
        bad_url{"sentinel://a:1", no_sentinels}, bad_url{"sentinel://a:1/", no_sentinels},
        bad_url{"sentinel://a/main", no_sentinels}, bad_url{"sentinel://a:1,/main", no_sentinels},
        bad_url{"sentinel://a:1,b/main", no_sentinels}, bad_url{"sentinel://a:1/main/0", no_sentinels},
        bad_url{"sentinel://%@a:1/m", no_octet}, bad_url{"cluster://", no_cluster},
        bad_url{"cluster://a", no_cluster}, bad_url{"cluster://a:1,,b:2", no_cluster},
        bad_url{"cluster://a:1/0", no_cluster}, bad_url{"cluster://p%4@a:1", no_octet},
        bad_url{"unix:///" + std::string(107, 'x'), long_socket}));

TEST(RedisUrl, TheLongestPathOfASocket) {
  // 107 octets and the NUL after them.
  const auto longest = "unix:///" + std::string(106, 'x');
  EXPECT_EQ(judge_redis_url(longest), "");
  EXPECT_EQ(parse_redis_url(longest)->endpoints.front().path.size(), 107u);
}

TEST(RedisUrl, EmbeddedIsNoAddress) {
  // check knows it; there is nothing to dial behind it.
  EXPECT_EQ(judge_redis_url("embedded"), "");
  EXPECT_FALSE(parse_redis_url("embedded"));
}

struct many_url {
  std::string url;
  redis_servers::kind are;
  std::string names, master, password;
};

class ManyServersUrl : public testing::TestWithParam<many_url> {};

TEST_P(ManyServersUrl, NamesThemAll) {
  // Each with the user and password, which stand once before them.
  const auto& wanted = GetParam();
  EXPECT_EQ(judge_redis_url(wanted.url), "");
  const auto read = parse_redis_url(wanted.url);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->are, wanted.are);
  EXPECT_EQ(read->master, wanted.master);
  std::string names;
  for (const auto& one : read->endpoints) {
    names += one.name() + ' ';
    EXPECT_EQ(one.password.reveal(), wanted.password);
    EXPECT_FALSE(one.tls);
    EXPECT_EQ(one.database, 0u);
  }
  EXPECT_EQ(names, wanted.names);
}

using enum redis_servers::kind;
INSTANTIATE_TEST_SUITE_P(
    All, ManyServersUrl,
    testing::Values(many_url{"sentinel://a:1,b:2,c:3/main", sentinels, "a:1 b:2 c:3 ", "main", ""},
                    many_url{"sentinel://127.0.0.1:26379/duan-wen_1.x", sentinels, "127.0.0.1:26379 ",
                             "duan-wen_1.x", ""},
                    many_url{"sentinel://u:p%2F@[::1]:1,b:2/m", sentinels, "[::1]:1 b:2 ", "m", "p/"},
                    many_url{"cluster://a:1", cluster, "a:1 ", "", ""},
                    many_url{"cluster://:pw@a:1,b:2", cluster, "a:1 b:2 ", "", "pw"}));

TEST(RedisUrl, APasswordNeverPrints) {
  // Neither as a part of a name nor by itself.
  const auto read = parse_redis_url("redis://user:hunter2@h:1")->endpoints.front();
  std::ostringstream out;
  out << read.name() << read.password;
  EXPECT_EQ(out.str(), "h:1***");
}

}  // namespace
}  // namespace duanwen
