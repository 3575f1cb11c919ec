// Wording files: flat keys, all of them needed.
#include "config/reading/load_wording.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "config/settings/tables.hpp"
#include "tests/unit/config/support.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Wording : public testing::Test {
 protected:
  wording_result load(const std::string& toml) {
    std::ofstream(path_) << toml;
    return load_wording(path_);
  }
  static std::string complete() {
    std::string toml;
    wording sample;
    for (const auto& r : rows<wording>()) {
      const bool list = std::holds_alternative<std::vector<std::string>*>(r.where(sample));
      toml += std::string(r.what.key) + (list ? " = [\"M\", \"更多\"]\n" : " = \"句子{number}\"\n");
    }
    return toml;
  }
  void TearDown() override { std::filesystem::remove(path_); }
  const std::string path_ = testing::TempDir() + "duanwen_wording.toml";
};

TEST_F(Wording, ReadsEveryMember) {
  // Sentences and lists of words arrive as they stand.
  const auto read = load(complete());
  EXPECT_THAT(lines(read.mistakes), IsEmpty());
  EXPECT_EQ(read.words.too_often, "句子{number}");
  EXPECT_THAT(read.words.opt_out_words, ElementsAre("m", "更多"));
}

TEST_F(Wording, AMissingAndAnUnknownKeyAreMistakes) {
  // A language that lacks a sentence would answer a resident with nothing.
  auto toml = complete();
  toml.replace(toml.find("item_gone"), 9, "item_gnoe");
  EXPECT_THAT(lines(load(toml).mistakes),
              ElementsAre("11 item_gnoe: unknown key; did you mean item_gone?", "0 item_gone: is missing"));
}

TEST_F(Wording, AFileThatCannotBeRead) {
  // Absent, or not TOML.
  EXPECT_THAT(lines(load_wording("/nowhere/zh-CN.toml").mistakes), ElementsAre("0 : cannot be read"));
  EXPECT_EQ(load("= x").mistakes.size(), 1u);
}

TEST_F(Wording, TheLanguagesThatComeWithUsAreComplete) {
  // Every config/wording/*.toml has all sentences and nothing else, and calls itself by its file's name.
  int languages = 0;
  for (const auto& file : std::filesystem::directory_iterator(std::string(SOURCE_DIR) + "/config/wording")) {
    const auto read = load_wording(file.path().string());
    EXPECT_THAT(lines(read.mistakes), IsEmpty()) << file.path();
    EXPECT_EQ(read.words.language, file.path().stem().string());
    ++languages;
  }
  EXPECT_GE(languages, 2);
}

TEST_F(Wording, IsFoundBesideTheConfiguration) {
  // wording/LANGUAGE.toml in the configuration's own folder comes first.
  const auto folder = std::filesystem::path(testing::TempDir()) / "duanwen_find_wording";
  std::filesystem::create_directories(folder / "wording");
  std::ofstream(folder / "wording/xx.toml") << "";
  EXPECT_EQ(find_wording((folder / "duanwen.toml").string(), "xx"), (folder / "wording/xx.toml").string());
  EXPECT_EQ(find_wording((folder / "duanwen.toml").string(), "yy"), "");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace duanwen
