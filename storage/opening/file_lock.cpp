#include "storage/opening/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace duanwen {

std::optional<file_lock> file_lock::try_lock(const std::string& path) {
  constexpr mode_t owner_only = 0600;
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, owner_only);
  if (fd < 0) return std::nullopt;
  if (::flock(fd, LOCK_EX | LOCK_NB) == 0) return file_lock(fd);
  ::close(fd);
  return std::nullopt;
}

file_lock::~file_lock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace duanwen
