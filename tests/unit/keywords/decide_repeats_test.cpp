// The same text again, as people send it when an answer is slow: one answer, but where it may mean another
// thing.
#include <gmock/gmock.h>

#include "keywords/decide.hpp"
#include "tests/support/samples/small_town.hpp"

namespace duanwen {
namespace {

class Repeats : public testing::Test {
 protected:
  decision text(const std::string& what, double after_s = 0, const std::string& extension = {},
                std::optional<std::uint32_t> menu_extension = {}) {
    now_ += static_cast<std::int64_t>(after_s * 1000);
    reply_style style{words_, profile_, 4};
    style.repeats_within_s = within_s_;
    auto d = decide(town_, decode_conversation(encode_conversation(stands_)),
                    {what, extension, now_, menu_extension}, style);
    stands_ = d.next;
    return d;
  }
  bool answered(const std::string& what, double after_s = 0, const std::string& extension = {}) {
    const auto d = text(what, after_s, extension);
    EXPECT_EQ(d.answer.empty(), d.result == outcome::repeated) << what;
    return !d.answer.empty();
  }

  const snapshot town_{1, test::small_town()};
  const wording words_ = test::short_words();
  const tariff profile_;
  conversation stands_;
  std::int64_t now_ = 1'790'000'000'000;
  std::uint32_t within_s_ = 10;
};

TEST_F(Repeats, OfOneTextAreAnsweredOnce) {
  for (const auto* what : {"龙泉国土", "龙泉国土 1", "开公司", "柏合镇", "随便说点什么", "帮助"}) {
    stands_ = {};
    EXPECT_TRUE(answered(what)) << what;
    const auto stood = stands_;
    EXPECT_FALSE(answered(what, 3)) << what;
    EXPECT_FALSE(answered(what, 3)) << what;
    EXPECT_EQ(stands_, stood) << what;
    EXPECT_TRUE(answered(what, 4)) << "10 s after the first that was answered: " << what;
  }
}

TEST_F(Repeats, AreCountedFromTheAnswerAndNeverLater) {
  answered("龙泉国土", 0.9);
  EXPECT_FALSE(answered("龙泉国土", 8.9));
  EXPECT_TRUE(answered("龙泉国土", 1.2));
  EXPECT_TRUE(answered("龙泉国土", -5)) << "a clock that went back";
  answered("龙泉国土", 100);
  EXPECT_TRUE(answered("龙泉国土", 262144 + 60)) << "days later";
}

TEST_F(Repeats, OfNumbersAndCommandsMeanWhatTheyDid) {
  answered("龙泉国土");
  for (const auto* what : {"M", "0", "1", "1 2", "更多", "全部"}) {
    EXPECT_TRUE(answered(what)) << what;
    EXPECT_TRUE(answered(what, 1)) << what;
  }
}

TEST_F(Repeats, AreNoneWithAnotherTextBetween) {
  for (const auto* between : {"1", "龙泉工商", "M"}) {
    stands_ = {};
    EXPECT_TRUE(answered("龙泉国土"));
    text(between, 1);
    EXPECT_TRUE(answered("龙泉国土", 1)) << between;
  }
  answered("龙泉国土", 20);
  text("退订", 1);
  EXPECT_TRUE(answered("龙泉国土", 1)) << "opened again";
}

TEST_F(Repeats, AreNoneAtAnotherNumber) {
  EXPECT_TRUE(answered("帮助"));
  EXPECT_TRUE(answered("帮助", 1, "guotu"));
  EXPECT_FALSE(text("帮助", 1, "guotu", 7).answer.empty());
}

TEST_F(Repeats, OfWhatWasNotAnsweredAreDecidedAgain) {
  text("退订");
  EXPECT_EQ(text("随便说点什么").result, outcome::opted_out);
  EXPECT_EQ(text("随便说点什么", 1).result, outcome::opted_out);
}

TEST_F(Repeats, AreEachAnsweredWhereNoneAreLookedFor) {
  within_s_ = 0;
  EXPECT_TRUE(answered("龙泉国土"));
  EXPECT_EQ(stands_.answered, answered_text());
  EXPECT_TRUE(answered("龙泉国土"));
}

}  // namespace
}  // namespace duanwen
