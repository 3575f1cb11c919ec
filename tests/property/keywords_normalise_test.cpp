// Normal forms of texts that nobody would think of.
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"
#include "tests/support/random/random_text.hpp"
#include "tests/support/random/seeded.hpp"

namespace duanwen {
namespace {

using NormaliseProperty = test::seeded;

std::string random_text(std::mt19937& random) {
  switch (random() % 3) {
    case 0:
      return test::random_octets(random, 30);
    case 1:
      return test::random_characters(random, 30);
    default:
      return test::random_request(random, {"龍泉國土", "Police"});
  }
}

bool is_well_spaced(const std::string& normal) {
  if (normal.starts_with(' ') || normal.ends_with(' ')) return false;
  for (std::size_t i = 1; i < normal.size(); ++i)
    if (is_sign(normal[i]) && (normal[i] == ' ' ? is_sign(normal[i - 1]) : normal[i - 1] == ' '))
      return false;
  return true;
}

void expect_normal(const std::string& text) {
  const auto normal = normalise(text);
  ASSERT_EQ(normalise(normal), normal) << testing::PrintToString(text);
  ASSERT_EQ(to_valid_utf8(normal), normal) << testing::PrintToString(text);
  ASSERT_TRUE(is_well_spaced(normal)) << testing::PrintToString(text);
  ASSERT_EQ(keyword_form(normal), keyword_form(text)) << testing::PrintToString(text);
}

TEST_P(NormaliseProperty, IsIdempotentWhateverTheText) {
  // And well-formed, with one blank at most between what it says.
  for (int i = 0; i < 5000; ++i) expect_normal(random_text(random_));
}

TEST_P(NormaliseProperty, WhatCannotBeSeenChangesNothing) {
  // Wherever it stands: between a letter and its mark too.
  const std::vector<std::string> unseen = {"\u200B", "\uFEFF", "\u2060", "😀", std::string(1, '\0'), "\x01"};
  for (int i = 0; i < 5000; ++i) {
    const auto text = test::random_characters(random_, 12);
    std::string with_unseen;
    for (std::size_t at = 0; at < text.size();) {
      if (random_() % 3 == 0) with_unseen += test::any_of(random_, unseen);
      append_utf8(with_unseen, next_code_point(text, at));
    }
    ASSERT_EQ(normalise(with_unseen), normalise(text)) << testing::PrintToString(text);
  }
}

TEST_P(NormaliseProperty, TextsBesideEachOtherDoNotMeet) {
  // Behind a comma a text has the form that it has alone.
  for (int i = 0; i < 5000; ++i) {
    const auto before = random_text(random_), behind = random_text(random_);
    ASSERT_EQ(keyword_form(before + "，" + behind), keyword_form(before) + keyword_form(behind))
        << testing::PrintToString(before) << testing::PrintToString(behind);
  }
}

TEST(NormaliseEvery, CharacterOfTheFirstTwoPlanes) {
  // Alone, and between two letters.
  for (char32_t c = 0; c < 0x20000; ++c) {
    expect_normal(to_utf8({&c, 1}));
    expect_normal("a" + to_utf8({&c, 1}) + "b");
    if (HasFatalFailure()) FAIL() << std::hex << static_cast<std::uint32_t>(c);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, NormaliseProperty, test::seeds());

}  // namespace
}  // namespace duanwen
