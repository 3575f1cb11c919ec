// A lock is held as long as its descriptor is open anywhere.
#include "storage/opening/file_lock.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/machine/temporary_folder.hpp"

namespace duanwen {
namespace {

class FileLock : public testing::Test {
 protected:
  bool is_free() const { return file_lock::try_lock(path).has_value(); }

  test::temporary_folder folder;
  const std::string path = folder / "lock";
};

TEST_F(FileLock, HasOneHolder) {
  // As long as it lives, also against the same process.
  {
    const auto lock = file_lock::try_lock(path);
    ASSERT_TRUE(lock);
    EXPECT_FALSE(is_free());
  }
  EXPECT_TRUE(is_free());
  EXPECT_TRUE(is_free()) << "a look at it leaves nothing";
}

TEST_F(FileLock, MovesWithItsHolder) {
  // What was moved from holds nothing any more.
  auto lock = file_lock::try_lock(path);
  ASSERT_TRUE(lock);
  {
    auto taken = std::move(*lock);
    lock.reset();
    EXPECT_FALSE(is_free());
  }
  EXPECT_TRUE(is_free());
  auto first = file_lock::try_lock(path), second = file_lock::try_lock(folder / "other");
  ASSERT_TRUE(first && second);
  *first = std::move(*second);
  second.reset();
  EXPECT_TRUE(is_free()) << "the first was given up for the second";
}

TEST_F(FileLock, IsHeldByWhoeverInheritedIt) {
  // Until a kill -9 ends the last one.
  auto lock = file_lock::try_lock(path);
  ASSERT_TRUE(lock);
  const pid_t child = ::fork();
  if (child == 0)
    while (true) ::pause();
  ASSERT_GT(child, 0);
  lock.reset();
  EXPECT_FALSE(is_free());
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_TRUE(is_free());
}

TEST_F(FileLock, IsForItsOwnerAlone) {
  // Nobody else may keep a daemon from starting.
  ASSERT_TRUE(is_free());
  struct stat status {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_F(FileLock, WhereNoFileCanBeThereIsNone) {
  // No folder, or a folder in its place.
  EXPECT_FALSE(file_lock::try_lock(folder / "absent" + "/lock"));
  EXPECT_FALSE(file_lock::try_lock(folder.path()));
}

}  // namespace
}  // namespace duanwen
