// The stored form of conversations: everything that fits comes back, and no octets hurt.
#include <algorithm>

#include "keywords/conversation/conversation.hpp"
#include "tests/support/random/random_text.hpp"
#include "tests/support/random/seeded.hpp"

namespace duanwen {
namespace {

using ConversationProperty = test::seeded;

std::string random_id(std::mt19937& random) {
  static const std::string letters = "abcXYZ019-_.";
  std::string id;
  for (auto n = random() % 65; n > 0; --n) id += letters[random() % letters.size()];
  return id;
}

std::uint32_t random_number(std::mt19937& random) {
  const auto n = static_cast<std::uint32_t>(random());
  return random() % 8 == 0 ? n : n % 10000;
}

conversation random_conversation(std::mt19937& random) {
  conversation c;
  c.menu = static_cast<menu_kind>(random() % 4);
  c.id = random_id(random);
  c.menu_from = random_number(random);
  c.waiting_offset = random_number(random);
  c.below_menu = random() % 2 == 0;
  c.heard_at = random() % 3 == 0 ? "" : random() % 2 == 0 ? c.id : random_id(random);
  const auto runs = random() % (random() % 4 == 0 ? 60 : 6);
  for (std::size_t i = 0; i < runs; ++i) {
    const auto first = random_number(random);
    for (std::uint32_t n = 0; n <= random() % 4; ++n) c.waiting.push_back(first + n);
  }
  for (auto menus = random() % 2 * (random() % 8); menus > 0; --menus) {
    auto& t = c.told_menus.emplace_back();
    t.extension = static_cast<std::uint32_t>(1 + random() % 9999);
    t.menu = static_cast<menu_kind>(1 + random() % 3);
    t.id = random_id(random);
    if (random() % 3 == 0) t.pinned = pin_of(t.id) + pin_of("x");
    c.last_menu_extension = t.extension;
  }
  return c;
}

// All of `read` is `written`, but that the last of what waited, and the oldest menus told, may be forgotten.
void expect_same(const conversation& read, const conversation& written) {
  ASSERT_LE(read.waiting.size(), written.waiting.size());
  ASSERT_TRUE(std::equal(read.waiting.begin(), read.waiting.end(), written.waiting.begin()));
  auto whole = read;
  whole.waiting = written.waiting;
  ASSERT_LE(read.told_menus.size(), written.told_menus.size());
  ASSERT_TRUE(std::equal(read.told_menus.begin(), read.told_menus.end(), written.told_menus.begin()));
  whole.told_menus = written.told_menus;
  ASSERT_EQ(whole, written);
}

TEST_P(ConversationProperty, ComesBackFromTheStore) {
  // Within its limit; only where that is reached is something forgotten.
  int whole = 0, forgotten = 0;
  for (int i = 0; i < 5000; ++i) {
    const auto c = random_conversation(random_);
    const auto octets = encode_conversation(c);
    ASSERT_LE(octets.size(), conversation_octets_max);
    const auto read = decode_conversation(octets);
    expect_same(read, c);
    // The longest menu told has 64 octets of id, and 13 beside it: a comma, digits, a kind and two pins.
    const std::size_t one_more = read.told_menus == c.told_menus ? 24 : 77;
    ASSERT_TRUE(read == c || octets.size() + one_more > conversation_octets_max) << octets;
    ++(read == c ? whole : forgotten);
  }
  EXPECT_GT(whole, 1000);
  EXPECT_GT(forgotten, 10);
}

TEST_P(ConversationProperty, AnyOctetsAreAConversationOrTheEmptyOne) {
  // Noise, and values with a few octets changed: what was read is written and read again as it is.
  int read_something = 0;
  for (int i = 0; i < 20000; ++i) {
    auto octets =
        i % 4 == 0 ? test::random_octets(random_, 40) : encode_conversation(random_conversation(random_));
    for (auto damages = random_() % 3; damages > 0 && !octets.empty(); --damages)
      octets[random_() % octets.size()] = "0129|,-=d\xFF"[random_() % 10];
    const auto read = decode_conversation(octets);
    if (read == conversation{}) continue;
    ++read_something;
    expect_same(decode_conversation(encode_conversation(read)), read);
    if (HasFatalFailure()) FAIL() << testing::PrintToString(octets);
  }
  EXPECT_GT(read_something, 1000);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ConversationProperty, test::seeds());

}  // namespace
}  // namespace duanwen
