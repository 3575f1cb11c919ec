#pragma once
// The directory of one daemon: locked, so that there is one at a time, with the name of its process in the
// store.

#include <optional>
#include <string>

#include "storage/opening/file_lock.hpp"

namespace duanwen {

class data_dir {
 public:
  explicit data_dir(std::string path) : path_(std::move(path)) {}

  /// Makes the directory where it is missing. What is wrong, in words; empty when nothing is.
  std::string make();
  /// Locks it for this process; the same.
  std::string lock();
  bool locked_by_another() const;  ///< a daemon runs on it
  /// Written at the first start and the same ever after, so that a process takes its own replies back. 128
  /// random bits.
  std::string process_id() const;
  const std::string& path() const { return path_; }
  std::string status_socket() const { return path_ + "/status.sock"; }  ///< where a daemon tells its status

 private:
  std::string lock_path() const { return path_ + "/lock"; }
  std::string path_;
  std::optional<file_lock> lock_;
};

}  // namespace duanwen
