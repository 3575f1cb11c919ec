// The framer cuts a stream into PDUs however it arrives, and knows when it cannot any more.
#include "gateway/smpp/wire/framer.hpp"

#include <gtest/gtest.h>

namespace duanwen::smpp {
namespace {

std::vector<std::uint8_t> frame(std::uint32_t length, std::uint8_t fill) {
  std::vector<std::uint8_t> octets(length, fill);
  for (int i = 0; i < 4; ++i)
    octets[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(length >> (24 - 8 * i));
  return octets;
}

std::vector<std::uint8_t> to_vector(std::span<const std::uint8_t> s) { return {s.begin(), s.end()}; }

TEST(framer, one_octet_at_a_time) {
  // A length that is split over reads is waited for like everything else.
  framer f(64);
  const auto whole = frame(20, 7);
  for (std::size_t i = 0; i + 1 < whole.size(); ++i) {
    f.feed({&whole[i], 1});
    EXPECT_FALSE(f.next()) << i;
  }
  f.feed({&whole.back(), 1});
  const auto got = f.next();
  ASSERT_TRUE(got);
  EXPECT_EQ(to_vector(*got), whole);
  EXPECT_FALSE(f.next());
}

TEST(framer, several_in_one_read) {
  // Ten PDUs and a half in one read come out in their order, the half after the next read.
  framer f(64);
  std::vector<std::uint8_t> all;
  for (std::uint8_t i = 0; i < 11; ++i) {
    const auto one = frame(16 + i, i);
    all.insert(all.end(), one.begin(), one.end());
  }
  f.feed(std::span(all).first(all.size() - 5));
  for (std::uint8_t i = 0; i < 10; ++i) {
    const auto got = f.next();
    ASSERT_TRUE(got);
    EXPECT_EQ(to_vector(*got), frame(16 + i, i));
  }
  EXPECT_FALSE(f.next());
  f.feed(std::span(all).last(5));
  EXPECT_TRUE(f.next());
}

TEST(framer, the_limits_are_16_and_the_setting) {
  // Lengths at the limits pass, those beyond break the framer before their octets have come.
  for (const std::uint32_t good : {16u, 64u}) {
    framer f(64);
    f.feed(frame(good, 0));
    EXPECT_TRUE(f.next()) << good;
    EXPECT_FALSE(f.broken());
  }
  for (const std::uint32_t bad : {0u, 15u, 65u, 0xFFFFFFFFu}) {
    framer f(64);
    const std::uint8_t length[] = {static_cast<std::uint8_t>(bad >> 24), static_cast<std::uint8_t>(bad >> 16),
                                   static_cast<std::uint8_t>(bad >> 8), static_cast<std::uint8_t>(bad)};
    f.feed(length);
    EXPECT_FALSE(f.next());
    EXPECT_TRUE(f.broken()) << bad;
    EXPECT_EQ(f.broken_command_length(), bad);
  }
}

TEST(framer, stays_broken) {
  // After a wrong length nothing is a PDU any more, not even what looks like one.
  framer f(64);
  f.feed(std::vector<std::uint8_t>(4, 0));
  EXPECT_FALSE(f.next());
  f.feed(frame(16, 0));
  EXPECT_FALSE(f.next());
  EXPECT_TRUE(f.broken());
}

}  // namespace
}  // namespace duanwen::smpp
