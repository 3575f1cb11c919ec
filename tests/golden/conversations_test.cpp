// Every file in conversations/ is played and must come out as it stands; UPDATE_GOLDEN=1 writes what came
// out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/golden/transcript.hpp"

namespace duanwen::golden {
namespace {

std::vector<std::string> transcripts() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(SOURCE_DIR "/tests/golden/conversations"))
    if (entry.path().extension() == ".txt") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

class Conversations : public testing::TestWithParam<std::string> {};

TEST_P(Conversations, ComeOutAsTheyAreWritten) {
  // What a resident reads changes only where somebody meant it to.
  const auto path = std::string(SOURCE_DIR "/tests/golden/conversations/") + GetParam() + ".txt";
  std::ostringstream written;
  written << std::ifstream(path).rdbuf();
  const auto t = read_transcript(written.str());
  ASSERT_THAT(t.mistakes, testing::IsEmpty());
  const auto played = play(t);
  if (std::getenv("UPDATE_GOLDEN")) {
    std::ofstream(path) << played;
  } else {
    EXPECT_EQ(played, written.str());
  }
}

INSTANTIATE_TEST_SUITE_P(Golden, Conversations, testing::ValuesIn(transcripts()),
                         [](const auto& named) { return named.param; });

}  // namespace
}  // namespace duanwen::golden
