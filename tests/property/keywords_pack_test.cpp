// Packing against brute force: every way to put a few blocks, in their order, into messages.
#include <algorithm>

#include "keywords/segments/plain_marks.hpp"
#include "keywords/segments/reply.hpp"
#include "keywords/text/utf8.hpp"
#include "tests/support/random/random_directory.hpp"
#include "tests/support/random/random_text.hpp"
#include "tests/support/random/seeded.hpp"

namespace duanwen {
namespace {

using PackProperty = test::seeded;

struct way {
  std::size_t segments = 0, messages = 0;
  auto operator<=>(const way&) const = default;
};

// Bit i of `cuts` says that a message ends behind block i.
std::vector<std::string> messages_of(const std::string& signature, const reply& answer, unsigned cuts) {
  std::vector<std::string> messages;
  for (std::size_t i = 0; i < answer.blocks.size(); ++i) {
    const bool begins = i == 0 || (cuts >> (i - 1) & 1) != 0;
    if (begins)
      messages.push_back(signature + answer.blocks[i].text);
    else
      messages.back() += "\n" + answer.blocks[i].text;
  }
  return messages;
}

// A message as it is written, or with plain marks where these take fewer.
std::size_t cheapest(const std::string& message, const tariff& t) {
  const auto written = segment(message, t).segments.size();
  const auto plain = t.smart_encoding ? with_plain_marks(message) : std::nullopt;
  return plain ? std::min(written, segment(*plain, t).segments.size()) : written;
}

way cheapest_way(const std::string& signature, const reply& answer, const tariff& t) {
  way best{~std::size_t{0}, 0};
  for (unsigned cuts = 0; cuts < 1u << (answer.blocks.size() - 1); ++cuts) {
    const auto messages = messages_of(signature, answer, cuts);
    way tried{0, messages.size()};
    for (const auto& m : messages) tried.segments += cheapest(m, t);
    best = std::min(best, tried);
  }
  return best;
}

// English as word processors write it, so that plain marks matter.
std::string typeset(std::mt19937& random, std::size_t most) {
  static const std::vector<std::string> pieces = {"“", "”", "it’s", "–", "…", "€", "a", "Bring your ID card",
                                                  "\n"};
  std::string text;
  while (text.size() < most) text += test::any_of(random, pieces);
  return text;
}

reply random_reply(std::mt19937& random) {
  reply answer;
  answer.signature_name = random() % 4 == 0 ? "" : random() % 2 == 0 ? "Police" : "龙泉国土";
  const bool is_typeset = random() % 3 == 0;
  for (auto n = 1 + random() % 6; n > 0; --n) {
    const std::size_t most = random() % 2 == 0 ? 50 : 200;
    answer.blocks.push_back(
        {is_typeset ? typeset(random, most) : test::random_characters(random, most), "", 0});
  }
  return answer;
}

tariff random_tariff(std::mt19937& random) {
  auto t = test::random_tariff(random, 60);
  t.smart_encoding = random() % 3 != 0;
  return t;
}

std::string signature_of(const reply& answer, const tariff& t) {
  if (answer.signature_name.empty() || t.signature.empty()) return "";
  const auto half = t.signature.size() / 2;
  return t.signature.substr(0, half) + answer.signature_name + t.signature.substr(half);
}

TEST_P(PackProperty, NoOtherWayIsCheaper) {
  // The fewest segments of all, and of those ways the fewest messages.
  for (int i = 0; i < 150; ++i) {
    const auto t = random_tariff(random_);
    const auto answer = random_reply(random_);
    const auto signature = signature_of(answer, t);
    const auto packed = pack(answer, t);
    const auto best = cheapest_way(signature, answer, t);
    ASSERT_EQ(packed.segments, best.segments) << testing::PrintToString(answer.blocks.size());
    ASSERT_EQ(packed.messages.size(), best.messages);
    ASSERT_EQ(count_segments(answer, t), best.segments);
  }
}

std::string plainly(const std::string& text) {
  std::string plain;
  for (const char32_t c : to_code_points(text))
    plain += plain_mark(c).empty() ? to_utf8({&c, 1}) : plain_mark(c);
  return plain;
}

TEST_P(PackProperty, SaysEveryBlockOnceInItsOrder) {
  // Each message one of the ways' messages, its parts as promised; one by one costs as much or more.
  for (int i = 0; i < 150; ++i) {
    const auto t = random_tariff(random_);
    const auto answer = random_reply(random_);
    const auto signature = signature_of(answer, t);
    const auto packed = pack(answer, t);
    std::string said, wanted;  // as if all marks were plain, since those of any message may be
    std::size_t segments = 0;
    for (const auto& m : packed.messages) {
      ASSERT_TRUE(m.text.starts_with(signature));
      said += plainly(m.text.substr(signature.size()) + "\n");
      segments += m.parts.segments.size();
    }
    for (const auto& b : answer.blocks) wanted += plainly(b.text + "\n");
    ASSERT_EQ(said, wanted);
    ASSERT_EQ(packed.segments, segments);
    ASSERT_GE(packed.segments_one_by_one, packed.segments);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, PackProperty, test::seeds());

}  // namespace
}  // namespace duanwen
