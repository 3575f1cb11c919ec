// Texts as residents text them: how many of each kind are answered as their label says. The scores are
// checked in; UPDATE_GOLDEN=1 writes them anew.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <sstream>

#include "admin/editing/merge_document.hpp"
#include "tests/golden/labelled_text.hpp"
#include "tests/support/samples/shipped.hpp"

namespace duanwen::golden {
namespace {

constexpr auto texts_path = SOURCE_DIR "/tests/golden/texts.tsv",
               scores_path = SOURCE_DIR "/tests/golden/texts_scores.tsv";

struct score {
  std::size_t right = 0, offered = 0, wrong = 0;
  std::size_t directory = 0;  // answered with a menu or a detail, whatever was right
  double percent(std::size_t n) const {
    return 100.0 * static_cast<double>(n) / static_cast<double>(right + offered + wrong);
  }
};
using scores = std::map<std::string, score>;

class Texts : public testing::Test {
 protected:
  Texts() : words_(test::read_wording("zh-CN")), style_{words_, profile_, 4, 0} {
    auto document = test::read_directory("config/directory/longquan.json");
    merge_document(document, test::read_directory("tests/golden/texts_areas.json"));
    served_ = std::make_unique<snapshot>(1, std::move(document));
  }

  decision answer(const labelled_text& t) const {
    conversation stands;
    if (!t.after.empty()) stands = decide(*served_, stands, inquiry{t.after, ""}, style_).next;
    return decide(*served_, stands, inquiry{t.text, ""}, style_);
  }

  scores all() const {
    scores by_kind;
    for (const auto& t : read_labelled_texts(texts_path)) {
      auto& s = by_kind[t.kind];
      const auto d = answer(t);
      const auto v = judge(d, t.expected, words_);
      ++(v == verdict::right ? s.right : v == verdict::offered ? s.offered : s.wrong);
      if (d.result == outcome::menu || d.result == outcome::details || d.result == outcome::page)
        ++s.directory;
    }
    return by_kind;
  }

  wording words_;
  tariff profile_;
  reply_style style_;
  std::unique_ptr<snapshot> served_;
};

std::string table_of(const scores& by_kind) {
  std::ostringstream table;
  table << "kind\tright\toffered\twrong\n";
  for (const auto& [kind, s] : by_kind)
    table << kind << '\t' << s.right << '\t' << s.offered << '\t' << s.wrong << '\n';
  return table.str();
}

TEST_F(Texts, AreAnsweredAsWellAsTheScoresSay) {
  // A change for the better or the worse shows as a diff of the table.
  const auto table = table_of(all());
  std::cout << table;
  if (std::getenv("UPDATE_GOLDEN")) {
    std::ofstream(scores_path) << table;
    return;
  }
  std::ostringstream written;
  written << std::ifstream(scores_path).rdbuf();
  EXPECT_EQ(table, written.str());
}

TEST_F(Texts, KeepToTheLeastThatIsGoodEnough) {
  auto by_kind = all();
  for (const auto* clean : {"exact", "blanks_punctuation", "width", "traditional", "direct_item",
                            "selections", "area_left_out", "theme", "emergency", "help", "optout"})
    EXPECT_EQ(by_kind[clean].percent(by_kind[clean].right), 100.0) << clean;
  for (const auto* slip : {"homophone", "pinyin", "initials", "one_character"})
    EXPECT_GE(by_kind[slip].percent(by_kind[slip].right + by_kind[slip].offered), 97.0) << slip;
  EXPECT_GE(by_kind["question"].percent(by_kind["question"].right), 90.0);
  EXPECT_LE(by_kind["junk"].percent(by_kind["junk"].directory), 1.0);
}

TEST_F(Texts, OfTheFileThatWasAskedForAreJudgedOneByOne) {
  const auto* asked_for = std::getenv("DUANWEN_TEXTS");
  const auto texts = read_labelled_texts(asked_for ? asked_for : texts_path);
  EXPECT_GE(texts.size(), asked_for ? 1u : 1500u);
  if (!asked_for) return;
  for (const auto& t : texts) {
    const auto answered = answer(t);
    const auto v = judge(answered, t.expected, words_);
    const auto* how = v == verdict::right ? "right" : v == verdict::offered ? "offered" : "wrong";
    std::cout << how << '\t' << t.kind << '\t' << t.text << '\t' << t.expected << '\t' << label_of(answered)
              << '\n';
  }
}

}  // namespace
}  // namespace duanwen::golden
