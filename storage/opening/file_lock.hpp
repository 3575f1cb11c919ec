#pragma once
// An exclusive lock on a file (flock(2)), held as long as its descriptor is open in any process that
// inherited it.

#include <optional>
#include <string>
#include <utility>

namespace duanwen {

class file_lock {
 public:
  /// None when another process holds it, or the file cannot be made.
  static std::optional<file_lock> try_lock(const std::string& path);
  file_lock(file_lock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  file_lock& operator=(file_lock&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~file_lock();
  int descriptor() const { return fd_; }

 private:
  explicit file_lock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace duanwen
