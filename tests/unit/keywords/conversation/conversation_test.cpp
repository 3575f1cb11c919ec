// A conversation as it is stored between two texts.
#include "keywords/conversation/conversation.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

conversation at_department() {
  conversation c;
  c.menu = menu_kind::department;
  c.id = "lq-guotu";
  return c;
}

std::vector<std::uint32_t> numbers_to(std::uint32_t last, std::uint32_t step = 1) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t n = 1; n <= last; n += step) numbers.push_back(n);
  return numbers;
}

struct value_and_octets {
  conversation value;
  std::string octets;
};

TEST(Conversation, IsWrittenAsOneLine) {
  // These octets lie in stores of running systems: a change of them needs another version.
  auto full = at_department();
  full.menu_from = 15;
  full.waiting = {1, 2, 3, 4, 7};
  full.waiting_offset = 33;
  full.below_menu = true;
  full.heard_at = "lq-guotu";
  auto theme_heard_elsewhere = full;
  theme_heard_elsewhere.menu = menu_kind::theme;
  theme_heard_elsewhere.id = "huoguo";
  theme_heard_elsewhere.waiting = {9, 8, 7};
  conversation area;
  area.menu = menu_kind::area;
  area.id = "lq";
  const value_and_octets rows[] = {{{}, ""},
                                   {at_department(), "3|1|lq-guotu|0||0|||||"},
                                   {full, "3|1|lq-guotu|15|1-4,7|33|d|=|||"},
                                   {theme_heard_elsewhere, "3|2|huoguo|15|9,8,7|33|d|lq-guotu|||"},
                                   {area, "3|3|lq|0||0|||||"}};
  for (const auto& [value, octets] : rows) {
    EXPECT_EQ(encode_conversation(value), octets);
    EXPECT_EQ(decode_conversation(octets), value) << octets;
  }
}

TEST(Conversation, LinesOfAnAreaArePinnedAsFarAsThereIsRoom) {
  conversation c;
  c.menu = menu_kind::area;
  c.id = "lq";
  c.pinned = pin_of("lq-guotu") + pin_of("lq-gongshang");
  const auto octets = encode_conversation(c);
  EXPECT_EQ(octets, "3|3|lq|0||0|||||#" + c.pinned);
  EXPECT_EQ(decode_conversation(octets), c);
  EXPECT_NE(pin_of("lq-guotu"), pin_of("lq-gongshang"));
  for (int i = 0; i < 100; ++i) c.pinned += pin_of("d" + std::to_string(i));
  const auto clipped = encode_conversation(c);
  EXPECT_LE(clipped.size(), conversation_octets_max);
  EXPECT_GT(clipped.size(), conversation_octets_max - pin_characters);
  EXPECT_TRUE(c.pinned.starts_with(decode_conversation(clipped).pinned));
  for (const std::string broken : {"3|3|lq|0||0|||||#ab", "3|3|lq|0||0|||||#a|c", "3|3|lq|0||0|||||#a,c"})
    EXPECT_EQ(decode_conversation(broken), conversation{}) << broken;
}

TEST(Conversation, WhatCannotBeReadIsTheEmptyOne) {
  // Another version, a field too few or too many, and each field with something else in it.
  for (const std::string octets :
       {"x", "1|1|lq|0||0|||||", "2|1|lq|0||0|||||", "3", "3|", "3|1|lq", "3|5|lq|0||0|||||",
        "3|-1|lq|0||0|||||", "3||lq|0||0|||||", "3|1|lq|x||0|||||", "3|1|lq|0||0|||||a|b",
        "3|1|lq|0|4-1|0|||||", "3|1|lq|0|x|0|||||", "3|1|lq|0|1,,2|0|||||", "3|1|lq|0||-1|||||",
        "3|1|lq|0||4294967296|||||", "3|1|lq|0||0|e||||", "3|1|lq|0|1-4294967295|0|||||"})
    EXPECT_EQ(decode_conversation(octets), conversation{}) << octets;
}

TEST(Conversation, WhatOutlastsTheMenuIsWrittenBehindIt) {
  // The list that was made for the moment, the area, the opt-out and the fuse.
  conversation c;
  c.menu = menu_kind::offers;
  c.offers = {{menu_kind::department, "lq-guotu", 0},
              {menu_kind::department, "lq-guotu", 12},
              {menu_kind::theme, "huoguo", 0},
              {menu_kind::area, "lq", 0}};
  c.last_area = "baihe";
  c.opted_out = true;
  c.fuse_hour = 497000;
  c.fuse_segments = 12;
  const std::string octets = "3|4||0||0|s||baihe|497000,12|d:lq-guotu,d:lq-guotu:12,t:huoguo,a:lq";
  EXPECT_EQ(encode_conversation(c), octets);
  EXPECT_EQ(decode_conversation(octets), c);
  for (const std::string broken : {"3|4||0||0|s||b|497000,|", "3|4||0||0|s||b||x:lq", "3|4||0||0|s||b||?:lq",
                                   "3|4||0||0|s||b||d:lq:x", "3|4||0||0|sx||b||"})
    EXPECT_EQ(decode_conversation(broken), conversation{}) << broken;
}

TEST(Conversation, DigitsOfMenusStandBehindAllElse) {
  // The newest first; what has no room is forgotten, the oldest before anything else.
  auto c = at_department();
  c.last_menu_extension = 12;
  c.told_menus.push_back({12, menu_kind::department, "lq-guotu", {}, ""});
  c.told_menus.push_back({11, menu_kind::area, "lq", {}, "abcdef"});
  c.told_menus.push_back(
      {9, menu_kind::offers, "", {{menu_kind::department, "lq-guotu", 3}, {menu_kind::area, "lq", 0}}, ""});
  c.told_menus.push_back({8, menu_kind::theme, "huoguo", {}, ""});
  const std::string octets =
      "4|1|lq-guotu|0||0||||||12,12dlq-guotu,11alq#abcdef,9o*d:lq-guotu:3;a:lq,8thuoguo";
  EXPECT_EQ(encode_conversation(c), octets);
  EXPECT_EQ(decode_conversation(octets), c);
  c.told_menus.clear();
  EXPECT_EQ(encode_conversation(c), "4|1|lq-guotu|0||0||||||12") << "what was given last is not given again";
  EXPECT_EQ(decode_conversation(encode_conversation(c)), c);
  for (std::uint32_t n = 99; n > 0; --n)
    c.told_menus.push_back({n, menu_kind::department, "d" + std::to_string(n), {}, ""});
  c.waiting = numbers_to(60, 2);
  const auto full = encode_conversation(c);
  EXPECT_LE(full.size(), conversation_octets_max);
  const auto read = decode_conversation(full);
  EXPECT_EQ(read.waiting, c.waiting) << "menus told are forgotten before it";
  ASSERT_GT(read.told_menus.size(), 5u);
  EXPECT_TRUE(std::equal(read.told_menus.begin(), read.told_menus.end(), c.told_menus.begin()));
  const std::string begin = "4|1|lq-guotu|0||0||||||";
  for (const std::string broken :
       {"", "x", "12,d", "12,0dlq", "12,7xlq", "12,7", "12,7alq#ab", "12,7o*x:lq", "12,7dlq|x"})
    EXPECT_EQ(decode_conversation(begin + broken), conversation{}) << broken;
  EXPECT_EQ(decode_conversation("3|1|lq-guotu|0||0||||||12"), conversation{}) << "version 3 has none";
}

TEST(Conversation, TheTextThatWasAnsweredStandsInEightOctets) {
  auto c = at_department();
  const auto without = encode_conversation(c);
  for (const std::uint32_t n : {1u, 63u, 64u, 4711u, (1u << 18) - 1}) {
    c.answered.mark = n * 64;
    c.answered.second = n;
    EXPECT_EQ(encode_conversation(c).size(), without.size() + 8);
    EXPECT_EQ(decode_conversation(encode_conversation(c)), c);
    c.opted_out = c.below_menu = true;
    EXPECT_EQ(decode_conversation(encode_conversation(c)), c);
    c.opted_out = c.below_menu = false;
  }
  for (const std::string broken :
       {"3|1|lq|0||0|~|||||", "3|1|lq|0||0|~BAAAAA|||||", "3|1|lq|0||0|~AAAAAAA|||||",
        "3|1|lq|0||0|~BAAA*AA|||||", "3|1|lq|0||0|~BAAAAAAd|||||"})
    EXPECT_EQ(decode_conversation(broken), conversation{}) << broken;
  c.id = c.heard_at = c.last_area = std::string(70, 'x');
  c.heard_at[0] = 'y';
  c.fuse_segments = c.fuse_hour = 1000000000;
  EXPECT_LE(encode_conversation(c).size(), conversation_octets_max) << "it gives way";
  EXPECT_EQ(decode_conversation(encode_conversation(c)).answered, answered_text());
}

TEST(Conversation, StaysSmallWhateverWaits) {
  // The first ones are kept, the rest is forgotten, and all else comes back.
  auto c = at_department();
  c.id = std::string(64, 'i');
  c.heard_at = std::string(64, 'h');
  c.menu_from = c.waiting_offset = 999999;
  c.below_menu = true;
  c.waiting = numbers_to(9999, 2);
  const auto octets = encode_conversation(c);
  EXPECT_LE(octets.size(), conversation_octets_max);
  auto read = decode_conversation(octets);
  ASSERT_GT(read.waiting.size(), 10u);
  EXPECT_TRUE(std::equal(read.waiting.begin(), read.waiting.end(), c.waiting.begin()));
  read.waiting = c.waiting;
  EXPECT_EQ(read, c);
}

TEST(Conversation, TheHighestNumberHasNoNext) {
  // No item has it, but octets may say it: neither reading nor writing goes on behind it.
  auto c = at_department();
  c.waiting = {4294967294, 4294967295, 0, 1};
  EXPECT_EQ(encode_conversation(c), "3|1|lq-guotu|0|4294967294-4294967295,0-1|0|||||");
  EXPECT_EQ(decode_conversation(encode_conversation(c)), c);
}

TEST(Conversation, ALongRunComesBack) {
  // All of a directory's numbers are a few octets; of more than anybody reads, the first come back.
  auto c = at_department();
  c.waiting = numbers_to(9999);
  EXPECT_EQ(decode_conversation(encode_conversation(c)), c);
  c.waiting = numbers_to(999999);
  const auto read = decode_conversation(encode_conversation(c));
  EXPECT_EQ(read.id, c.id);
  EXPECT_EQ(read.waiting, numbers_to(10000));
}

}  // namespace
}  // namespace duanwen
