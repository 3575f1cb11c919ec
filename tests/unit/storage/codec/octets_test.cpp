// Numbers and texts as octets, and what cannot be read.
#include "storage/codec/octets.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

std::string octets_of(std::uint64_t n) {
  octet_writer out;
  out.number(n);
  return out.take();
}

TEST(Octets, NumbersTakeAnOctetForSevenBits) {
  // Each boundary on both sides, and back.
  const std::pair<std::uint64_t, std::size_t> sizes[] = {{0, 1},          {127, 1},        {128, 2},
                                                         {16383, 2},      {16384, 3},      {1ull << 32, 5},
                                                         {~0ull >> 1, 9}, {~0ull - 1, 10}, {UINT64_MAX, 10}};
  for (const auto& [n, size] : sizes) {
    const auto octets = octets_of(n);
    EXPECT_EQ(octets.size(), size) << n;
    octet_reader in(octets);
    EXPECT_EQ(in.number(), n);
    EXPECT_TRUE(in.at_end());
  }
}

TEST(Octets, NumbersThatCannotBe) {
  // Cut off, longer than 64 bits, or more than is wanted.
  for (const std::string& wrong :
       {std::string(), std::string("\x80"), std::string(9, '\xff'), std::string(9, '\xff') + '\x02',
        std::string(10, '\x80') + '\x01', std::string(100, '\xff')}) {
    octet_reader in(wrong);
    EXPECT_EQ(in.number(), 0u);
    EXPECT_FALSE(in.ok());
  }
  const auto three_hundred = octets_of(300);
  EXPECT_EQ(octet_reader(three_hundred).number(300), 300u);
  octet_reader in(three_hundred);
  EXPECT_EQ(in.number(299), 0u);
  EXPECT_FALSE(in.ok());
}

TEST(Octets, TextsMayHoldAnything) {
  // Empty ones and NUL too; their length stands before them.
  octet_writer out;
  const std::string nul("\0\xff", 2), large(300, 'x');
  for (const auto& text : {std::string(), nul, large}) out.text(text);
  const auto octets = out.take();
  EXPECT_EQ(octets.size(), 1u + 3u + 302u);
  octet_reader in(octets);
  EXPECT_EQ(in.text(), "");
  EXPECT_EQ(in.text(), nul);
  EXPECT_FALSE(in.at_end());
  EXPECT_EQ(in.text(), large);
  EXPECT_TRUE(in.at_end());
}

TEST(Octets, AfterAMistakeEverythingIsEmpty) {
  // So that a reader of many fields looks once, at its end.
  octet_reader in(
      "\x05"
      "abc"
      "\x01");
  EXPECT_EQ(in.text(), "");
  EXPECT_EQ(in.number(), 0u);
  EXPECT_EQ(in.text(), "");
  EXPECT_EQ(in.count(), 0u);
  EXPECT_FALSE(in.ok());
  EXPECT_FALSE(in.at_end());
}

TEST(Octets, ALengthThatLiesAsksForNothing) {
  // Neither a text nor a count is believed beyond what is there.
  const auto huge = octets_of(UINT64_MAX);
  octet_reader text(huge);
  EXPECT_EQ(text.text(), "");
  EXPECT_FALSE(text.ok());
  octet_reader count(huge);
  EXPECT_EQ(count.count(), 0u);
  EXPECT_FALSE(count.ok());
  octet_reader honest(
      "\x02"
      "ab");
  EXPECT_EQ(honest.count(), 2u);
  EXPECT_TRUE(honest.ok());
}

}  // namespace
}  // namespace duanwen
