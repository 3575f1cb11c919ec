// The directory of a daemon: made, locked, and with one name for ever.
#include "storage/opening/data_dir.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "tests/support/machine/temporary_folder.hpp"

namespace duanwen {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

class DataDir : public testing::Test {
 protected:
  test::temporary_folder folder;
  const std::string path = folder / "var/lib/duanwen";
};

TEST_F(DataDir, IsMadeWhereItIsMissing) {
  // With the folders above it; one that is there is as good.
  EXPECT_EQ(data_dir(path).make(), "");
  EXPECT_TRUE(std::filesystem::is_directory(path));
  EXPECT_EQ(data_dir(path).make(), "");
}

TEST_F(DataDir, SaysWhyItCannotBeMade) {
  // With the setting and the path.
  std::ofstream(folder / "file") << "x";
  EXPECT_THAT(data_dir(folder / "file/data").make(),
              MatchesRegex("gateway\\.data_dir .*/file/data cannot be made: .+"));
}

TEST_F(DataDir, HasOneDaemon) {
  // A second is refused in words, while others may see that there is one.
  data_dir first(path), second(path);
  ASSERT_EQ(first.make(), "");
  EXPECT_FALSE(second.locked_by_another());
  EXPECT_EQ(first.lock(), "");
  EXPECT_FALSE(first.locked_by_another());
  EXPECT_TRUE(second.locked_by_another());
  EXPECT_EQ(second.lock(), "gateway.data_dir " + path +
                               " is locked: another daemon runs on it, or its file lock cannot be written");
}

TEST_F(DataDir, IsFreeWhenItsDaemonIsGone) {
  // Nothing has to be cleaned up after one that was killed.
  data_dir second(path);
  {
    data_dir first(path);
    ASSERT_EQ(first.make(), "");
    ASSERT_EQ(first.lock(), "");
  }
  EXPECT_FALSE(second.locked_by_another());
  EXPECT_EQ(second.lock(), "");
}

TEST_F(DataDir, NamesItsProcessOnceAndForEver) {
  // So that a daemon takes its own replies back; no two directories have the same name.
  data_dir here(path), there(folder / "other");
  ASSERT_EQ(here.make() + there.make(), "");
  const auto name = here.process_id();
  EXPECT_THAT(name, MatchesRegex("[0-9a-f]{32}"));
  EXPECT_EQ(here.process_id(), name);
  EXPECT_EQ(data_dir(path).process_id(), name);
  EXPECT_NE(there.process_id(), name);
}

TEST_F(DataDir, AnEmptyNameIsWrittenAnew) {
  // As a full disk may have left it.
  data_dir here(path);
  ASSERT_EQ(here.make(), "");
  std::ofstream(path + "/process_id").close();
  const auto name = here.process_id();
  EXPECT_THAT(name, MatchesRegex("[0-9a-f]{32}"));
  EXPECT_EQ(here.process_id(), name);
}

}  // namespace
}  // namespace duanwen
