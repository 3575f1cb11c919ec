// What Redis says, in whatever pieces it comes, and what Redis is told.
#include "storage/redis_link/redis_resp.hpp"

#include <gmock/gmock.h>

#include "tests/unit/storage/redis_link/resp_text.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using namespace std::string_literals;
using namespace std::string_view_literals;

constexpr auto one_of_each =
    "+OK\r\n:-42\r\n$5\r\na\0b\r\n\r\n$0\r\n\r\n$-1\r\n*0\r\n-ERR no\r\n"
    "*3\r\n:1\r\n*2\r\n$1\r\nx\r\n-WRONGTYPE y\r\n$-1\r\n+last\r\n"sv;

/// All values of `octets` when they come in pieces of `piece`.
std::vector<std::string> read(std::string_view octets, std::size_t piece) {
  resp_reader reader;
  std::vector<std::string> values;
  for (; !octets.empty(); octets.remove_prefix(std::min(piece, octets.size()))) {
    reader.feed(octets.substr(0, piece));
    while (const auto value = reader.next()) values.push_back(shown(*value));
  }
  EXPECT_FALSE(reader.broken());
  return values;
}

TEST(RedisResp, AnyPiecesGiveTheSameValues) {
  // From octet by octet to all at once.
  for (std::size_t piece = 1; piece <= one_of_each.size(); ++piece)
    EXPECT_THAT(read(one_of_each, piece), ElementsAre("OK", ":-42", "a\0b\r\n"s, "", "nil", "[]", "-ERR no",
                                                      "[:1, [x, -WRONGTYPE y], nil]", "last"))
        << piece;
}

TEST(RedisResp, AValueIsHandedOutWithItsLastOctet) {
  // Not before, however long the wait; and once.
  for (const std::string_view octets :
       {"+OK\r\n", ":7\r\n", "$3\r\nabc\r\n", "$-1\r\n", "*2\r\n$1\r\na\r\n:1\r\n", "-ERR no\r\n"}) {
    resp_reader reader;
    for (const char& octet : octets) {
      EXPECT_EQ(reader.next(), std::nullopt) << octets;
      reader.feed(std::string_view(&octet, 1));
    }
    EXPECT_NE(reader.next(), std::nullopt) << octets;
    EXPECT_EQ(reader.next(), std::nullopt) << octets;
    EXPECT_FALSE(reader.broken());
  }
}

TEST(RedisResp, WhatIsNoRespIsBrokenForGood) {
  // What came whole before is handed out; nothing after it is believed.
  for (const std::string_view wrong : {"HTTP/1.1 400 Bad Request\r\n", "$abc\r\n", ":1x\r\n", ":\r\n",
                                       "$-2\r\n", "*-2\r\n", "*1\r\n?\r\n", "\r\n"}) {
    resp_reader reader;
    reader.feed("+before\r\n" + std::string(wrong));
    const auto before = reader.next();
    ASSERT_TRUE(before) << wrong;
    EXPECT_EQ(before->text, "before");
    EXPECT_EQ(reader.next(), std::nullopt) << wrong;
    EXPECT_TRUE(reader.broken()) << wrong;
    reader.feed("+after\r\n");
    EXPECT_EQ(reader.next(), std::nullopt) << wrong;
    EXPECT_TRUE(reader.broken()) << wrong;
  }
}

TEST(RedisResp, EndlessNestingIsRefused) {
  // No answer of ours is deeper than four; a peer that nests for ever is no Redis.
  std::string octets;
  for (int depth = 0; depth < 100000; ++depth) octets += "*1\r\n";
  resp_reader reader;
  reader.feed(octets);
  EXPECT_EQ(reader.next(), std::nullopt);
  EXPECT_TRUE(reader.broken());
}

TEST(RedisResp, ACommandMayHoldAnyOctets) {
  // It goes out as a list of texts with their lengths, after what is there already.
  std::string out = "x";
  append_command(out, {"SET", "\0\r\n"s, ""});
  EXPECT_EQ(out, "x*3\r\n$3\r\nSET\r\n$3\r\n\0\r\n\r\n$0\r\n\r\n"s);
  resp_reader reader;
  reader.feed(std::string_view(out).substr(1));
  EXPECT_EQ(shown(*reader.next()), "[SET, \0\r\n, ]"s);
}

}  // namespace
}  // namespace duanwen
