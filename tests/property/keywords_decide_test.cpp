// Random texts to random small directories: always an answer within its limits, and always the same one.
#include <set>

#include "keywords/decide.hpp"
#include "keywords/directory/check.hpp"
#include "keywords/pages/areas.hpp"
#include "keywords/text/utf8.hpp"
#include "tests/support/random/random_directory.hpp"
#include "tests/support/random/random_text.hpp"
#include "tests/support/random/seeded.hpp"
#include "tests/support/samples/shipped.hpp"

namespace duanwen {
namespace {

class DecideProperty : public test::seeded {
 protected:
  const std::vector<wording> wordings_ = {test::read_wording("zh-CN"), test::read_wording("en")};
};

std::string random_place_id(std::mt19937& random) {
  static const std::vector<std::string> ids = {"", "d0", "d1", "heir", "theme", "lq", "township", "gone"};
  return test::any_of(random, ids);
}

// Where nobody stands who only texted us; but the directory may have changed under them.
conversation random_place(std::mt19937& random) {
  conversation c;
  c.menu = static_cast<menu_kind>(random() % 4);
  c.id = random_place_id(random);
  c.menu_from = static_cast<std::uint32_t>(random() % 80);
  c.below_menu = random() % 2 == 0;
  c.heard_at = random_place_id(random);
  for (auto n = random() % 4; n > 0; --n) c.waiting.push_back(static_cast<std::uint32_t>(random() % 80));
  c.waiting_offset = random() % 2 == 0 ? 0 : static_cast<std::uint32_t>(random() % 400);
  return c;
}

void expect_same(const decision& a, const decision& b) {
  EXPECT_EQ(a.next, b.next);
  EXPECT_EQ(a.answer, b.answer);
  EXPECT_EQ(a.departments, b.departments);
  EXPECT_EQ(std::pair(a.result, a.matched), std::pair(b.result, b.matched));
}

void expect_sound(const snapshot& served, const conversation& before, const decision& d,
                  const reply_style& style) {
  EXPECT_LE(count_segments(d.answer, style.profile), style.reply_segments_max);
  const bool may_be_silent =
      d.result == outcome::opted_out || d.result == outcome::notice || d.result == outcome::fused;
  EXPECT_TRUE(!d.answer.empty() || may_be_silent) << name_of(d.result);
  EXPECT_TRUE(d.answer.empty() || d.result != outcome::opted_out);
  for (const auto& b : d.answer.blocks) EXPECT_FALSE(b.text.empty());
  const bool stays = d.next.menu == before.menu && d.next.id == before.id;
  EXPECT_TRUE(stays || d.next.menu == menu_kind::none || exists(served, d.next));
  EXPECT_EQ(std::set<std::string>(d.departments.begin(), d.departments.end()).size(), d.departments.size());
  for (const auto& id : d.departments) EXPECT_TRUE(served.find_department(id)) << id;
}

TEST_P(DecideProperty, EveryTextIsAnsweredWithinTheLimits) {
  // Twice the same; the conversation that follows is at a menu there is; and it comes back from the store.
  for (int town = 0; town < 60; ++town) {
    const auto document = test::random_directory(random_);
    for (const auto& p : check_directory(document, {})) FAIL() << p.path << ": " << p.message;
    const snapshot served(1, document);
    const auto words = test::words_of(document);
    const auto profile = test::random_tariff(random_, 5);
    const reply_style style{test::any_of(random_, wordings_), profile,
                            static_cast<std::uint32_t>(1 + random_() % 6)};
    conversation at;
    for (int i = 0; i < 60; ++i) {
      if (random_() % 6 == 0) at = random_place(random_);
      const inquiry incoming{test::random_request(random_, words),
                             random_() % 4 == 0 ? random_place_id(random_) : ""};
      const auto d = decide(served, at, incoming, style);
      expect_sound(served, at, d, style);
      expect_same(decide(served, at, incoming, style), d);
      ASSERT_FALSE(HasFailure()) << testing::PrintToString(incoming.text) << " at " << encode_conversation(at)
                                 << " in town " << town << ", segments " << style.reply_segments_max;
      at = decode_conversation(encode_conversation(d.next));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, DecideProperty, test::seeds());

}  // namespace
}  // namespace duanwen
